#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

/// A file of any size in pieces of whole lines, so that it need not be held in memory. A file (or
/// pipe) is read once, from beginning to end.
class FilePieces {
 public:
  static constexpr std::size_t usual_size = 4'000'000;

  /// A file that cannot be read is reported (codes O0001 to O0007) and has no pieces. `size` is
  /// about how many bytes a piece has.
  FilePieces(std::string path, Diagnostics& problems, std::size_t size = usual_size);
  ~FilePieces();
  FilePieces(FilePieces&&) noexcept;
  FilePieces& operator=(FilePieces&&) noexcept;

  /// The next bytes; false at the end. A piece ends behind a line end, but for the last one. Where
  /// no line ends within 50 MB the file is refused.
  bool next(std::string& bytes);
  /// Whether the piece that `next` gave was the last one.
  bool last() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pricetalk
