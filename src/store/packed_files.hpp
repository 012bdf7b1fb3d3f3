#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pricetalk/calendar/date.hpp"

namespace pricetalk {

/// A file of an archive.
struct PackedFile {
  std::string name;
  std::string bytes;
};

/// The files as a ZIP archive, in this order, each dated `day` at midnight: the same files give the
/// same bytes. A file called `mimetype` is not made smaller, as OpenDocument wants it. Nothing when
/// there is no memory for it.
std::optional<std::string> archive_of(const std::vector<PackedFile>& files, Date day);

/// All files of an archive; nothing when one of them cannot be read.
std::optional<std::vector<PackedFile>> files_in_archive(const std::string& archive);

}  // namespace pricetalk
