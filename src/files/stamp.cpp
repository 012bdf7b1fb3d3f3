#include "files/stamp.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <chrono>

namespace pricetalk {

namespace {

/// The coarsest clock of a disk ticks every two seconds.
constexpr std::int64_t youth = 2'000'000'000;

std::int64_t nanoseconds(const struct timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

std::int64_t now() {
  using namespace std::chrono;
  return duration_cast<std::chrono::nanoseconds>(system_clock::now().time_since_epoch()).count();
}

}  // namespace

std::optional<FileStamp> stamp_of(const std::string& path) {
  struct stat status {};
  if (path.find('\0') != std::string::npos || ::stat(path.c_str(), &status) != 0 ||
      !S_ISREG(status.st_mode))
    return std::nullopt;
  const FileStamp made{status.st_size, nanoseconds(status.st_mtim), nanoseconds(status.st_ctim),
                       status.st_ino};
  if (std::max(made.modified, made.changed) > now() - youth) return std::nullopt;
  return made;
}

}  // namespace pricetalk
