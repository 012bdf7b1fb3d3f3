#include "files/pieces.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "files/descriptor.hpp"
#include "files/files.hpp"
#include "files/refusal.hpp"

namespace pricetalk {

struct FilePieces::State {
  State(std::string name, Diagnostics& to, std::size_t piece)
      : path(std::move(name)),
        problems(&to),
        size(piece),
        file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY)) {}

  void refuse(int error) {
    problems->append(only(unreadable(path, error, {})));
    rest.clear();
    ended = true;
  }

  /// Reads until there are `wanted` bytes or the file ends; false when it cannot be read.
  bool fill(std::size_t wanted) {
    constexpr std::size_t first = 65'536;  // most UBL documents are smaller
    std::size_t used = rest.size();
    while (!ended && used < wanted) {
      if (used == rest.size()) rest.resize(std::min(wanted, std::max(first, 4 * used)));
      const ssize_t got = ::read(file.number(), rest.data() + used, rest.size() - used);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) {
        refuse(errno);
        return false;
      }
      ended = got == 0;
      used += static_cast<std::size_t>(got);
    }
    rest.resize(used);
    return true;
  }

  std::string path;
  Diagnostics* problems;
  std::size_t size;
  Descriptor file;
  std::string rest;
  bool ended = false;
};

FilePieces::FilePieces(std::string path, Diagnostics& problems, std::size_t size)
    : state_(std::make_unique<State>(std::move(path), problems, size)) {
  struct stat status {};
  if (state_->path.find('\0') != std::string::npos)
    state_->refuse(ENOENT);
  else if (!state_->file.open() || ::fstat(state_->file.number(), &status) != 0)
    state_->refuse(errno);
  else if (S_ISDIR(status.st_mode))
    state_->refuse(EISDIR);
}

FilePieces::~FilePieces() = default;
FilePieces::FilePieces(FilePieces&&) noexcept = default;
FilePieces& FilePieces::operator=(FilePieces&&) noexcept = default;

bool FilePieces::last() const { return state_->ended && state_->rest.empty(); }

bool FilePieces::next(std::string& bytes) {
  State& state = *state_;
  for (std::size_t wanted = state.size;; wanted *= 2) {
    // One byte more than a piece, so that the last piece is known to be the last.
    if (!state.fill(wanted + 1)) return false;
    if (state.ended) {
      bytes = std::exchange(state.rest, {});
      return !bytes.empty();
    }
    auto end = state.rest.rfind('\n', wanted - 1);
    if (end == std::string::npos && wanted > 1) end = state.rest.rfind('\r', wanted - 2);
    if (end != std::string::npos) {
      bytes.assign(state.rest, 0, end + 1);
      state.rest.erase(0, end + 1);
      return true;
    }
    if (wanted >= max_file_bytes) break;
  }
  Diagnostic refusal;
  refusal.code = "O0005";
  refusal.title = {"'" + state.path + "' has a line of more than 50 MB and is not read",
                   "'" + state.path + "' heeft een regel van meer dan 50 MB en wordt niet gelezen"};
  refusal.hint = {"was another file meant?", "was een ander bestand bedoeld?"};
  state.problems->append(only(std::move(refusal)));
  state.rest.clear();
  state.ended = true;
  return false;
}

}  // namespace pricetalk
