#include "files/growing_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <system_error>

#include "files/descriptor.hpp"
#include "files/partial.hpp"
#include "files/refusal.hpp"

namespace pricetalk {

namespace {

constexpr std::size_t piece_bytes = std::size_t{1} << 20;

/// The error number, or 0.
int write_all(int number, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(number, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) return errno;
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

}  // namespace

struct GrowingFile::State {
  explicit State(std::string asked) : path(std::move(asked)) {
    // A pipe has a name that leads nowhere once it is resolved.
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode) &&
        !S_ISDIR(status.st_mode)) {
      file.emplace(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
      if (!file->open()) error = errno;
      return;
    }
    std::error_code unresolved;
    target = std::filesystem::weakly_canonical(path, unresolved).string();
    if (unresolved) {
      error = unresolved.value();
    } else if (path.empty() || path.ends_with('/') || path.find('\0') != std::string::npos) {
      error = path.empty() ? ENOENT : EISDIR;
    } else {
      open();
    }
  }
  ~State() {
    if (!partial.empty()) ::unlink(partial.c_str());
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  void open() {
    struct stat status {};
    const bool exists = ::stat(target.c_str(), &status) == 0;
    if (exists && S_ISDIR(status.st_mode)) {
      error = EISDIR;
      return;
    }
    if (exists) mode = status.st_mode & 07777u;
    partial = partial_name(std::filesystem::path(target).parent_path().string());
    file.emplace(::open(partial.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (!file->open()) {
      error = errno;
      partial.clear();
    }
  }

  void flush() {
    if (error == 0) error = write_all(file->number(), waiting);
    waiting.clear();
  }

  std::string path;
  std::string target;
  std::string partial;  ///< empty: written directly
  std::string waiting;
  std::optional<Descriptor> file;
  std::optional<unsigned> mode;  ///< of the file that is replaced
  int error = 0;
};

GrowingFile::GrowingFile(std::string path) : state_(std::make_unique<State>(std::move(path))) {}
GrowingFile::~GrowingFile() = default;
GrowingFile::GrowingFile(GrowingFile&&) noexcept = default;
GrowingFile& GrowingFile::operator=(GrowingFile&&) noexcept = default;

void GrowingFile::add(std::string_view bytes) {
  if (state_->error != 0) return;
  state_->waiting += bytes;
  if (state_->waiting.size() >= piece_bytes) state_->flush();
}

const std::string& GrowingFile::beside() const { return state_->partial; }

Diagnostics GrowingFile::finish() && {
  State& s = *state_;
  s.flush();
  if (s.error == 0 && ::fsync(s.file->number()) != 0 && errno != EINVAL && errno != EROFS)
    s.error = errno;
  if (s.error == 0 && !s.file->close()) s.error = errno;
  if (s.error == 0 && !s.partial.empty()) {
    if (s.mode && ::chmod(s.partial.c_str(), *s.mode) != 0) s.error = errno;
    if (s.error == 0 && std::rename(s.partial.c_str(), s.target.c_str()) != 0) s.error = errno;
    if (s.error == 0) {
      s.partial.clear();
      sync_folder(std::filesystem::path(s.target).parent_path().string());
    }
  }
  return s.error == 0 ? Diagnostics{} : only(unwritable(s.path, s.error));
}

}  // namespace pricetalk
