#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pricetalk {

/// The bytes of one file, with its line starts. Immutable; everything read from it points into it
/// and holds on to it through a SourcePtr (a Contract and a Library keep theirs).
class SourceText {
 public:
  /// `name` is what messages print before the line number: usually the path as the user gave it.
  /// `first_line` is the number of its first line, where the bytes are a piece of a longer file.
  SourceText(std::string name, std::string bytes, std::uint32_t first_line = 1);

  /// As messages print it.
  const std::string& name() const { return name_; }
  /// All of the file, byte order mark included.
  std::string_view bytes() const { return bytes_; }

  /// A place as a person counts it.
  struct Position {
    std::uint32_t line;    ///< from 1
    std::uint32_t column;  ///< from 1, in code points
  };
  /// The place of a byte. Beyond the last byte it is the end of the text.
  Position position(std::uint32_t offset) const;
  /// The line that holds `offset`, without its line end (and without a byte order mark).
  std::string_view line_at(std::uint32_t offset) const;
  /// The bytes offset of a line (by its number). REQUIRES: the line exists.
  std::uint32_t line_start(std::uint32_t line) const { return line_starts_[line - first_line_]; }

 private:
  std::string name_;
  std::string bytes_;
  std::vector<std::uint32_t> line_starts_;
  std::uint32_t first_line_ = 1;
};

/// Shared by everything that was read from it.
using SourcePtr = std::shared_ptr<const SourceText>;

/// A piece of a source, in bytes. Line and column are computed when printed. Does not own the
/// source: whoever keeps a Span keeps the SourcePtr.
struct Span {
  const SourceText* source = nullptr;  ///< nothing: no place is known
  /// These two: offsets of its first byte and of the one behind its last.
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  /// The words themselves; empty when there is no source.
  std::string_view text() const {
    return source == nullptr ? std::string_view{} : source->bytes().substr(begin, end - begin);
  }
  /// "contracts/cleaning.toml:14", or nothing for an empty span.
  std::string place() const;
  friend bool operator==(const Span&, const Span&) = default;
};

/// A value together with the words that stated it. An empty `where` means that the default says so,
/// not the contract: this one bit feeds "two readings", lint and the annex.
template <class T>
struct Stated {
  T value{};                  ///< as stated, or the default
  std::optional<Span> where;  ///< the words that stated it; empty: the default says so

  /// Whether nobody wrote it.
  bool by_default() const { return !where.has_value(); }
  friend bool operator==(const Stated&, const Stated&) = default;
};

}  // namespace pricetalk
