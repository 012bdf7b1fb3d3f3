#include "files/partial.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>

namespace pricetalk {

std::string partial_name(const std::string& folder) {
  static std::atomic<unsigned> count{0};
  struct stat status {};
  while (true) {
    std::string name = folder + "/.pricetalk-partial-" + std::to_string(::getpid()) + "-" +
                       std::to_string(count.fetch_add(1));
    if (::lstat(name.c_str(), &status) != 0) {
      return name;
    }
  }
}

int write_through(Descriptor file, std::string_view bytes) {
  if (!file.open()) {
    return errno;
  }
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) {
      return errno;
    }
    if (written > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  // A pipe or a device has nothing to flush.
  if (::fsync(file.number()) != 0 && errno != EINVAL && errno != EROFS) {
    return errno;
  }
  return file.close() ? 0 : errno;
}

int create_file(const std::string& path, std::string_view bytes) {
  return write_through(
      Descriptor(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666)), bytes);
}

int sync_folder(const std::string& folder) {
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened.open()) {
    return errno;
  }
  // Some file systems cannot flush a folder by itself.
  return ::fsync(opened.number()) == 0 || errno == EINVAL ? 0 : errno;
}

}  // namespace pricetalk
