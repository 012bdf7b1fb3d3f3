#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace pricetalk {

/// What the disk keeps beside the bytes of a file: whoever writes it, puts another in its place or
/// sets its times changes this, because nobody can choose the time of the last change.
struct FileStamp {
  std::int64_t bytes = 0;
  // These two: nanoseconds since 1970.
  std::int64_t modified = 0;
  std::int64_t changed = 0;  ///< in any way, its times too
  std::uint64_t node = 0;    ///< which file of the disk it is
  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

/// The stamp of a file, asked before it is read; nothing where it can stand for no bytes: of
/// something else than a file, and of one that was changed less than two seconds ago, because it
/// may be changed again without another stamp.
std::optional<FileStamp> stamp_of(const std::string& path);

}  // namespace pricetalk
