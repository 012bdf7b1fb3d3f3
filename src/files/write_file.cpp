#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "files/files.hpp"
#include "files/partial.hpp"
#include "files/refusal.hpp"

namespace pricetalk {

namespace fs = std::filesystem;

Diagnostics write_file(const std::string& path, std::string_view bytes) {
  std::error_code unresolved;
  // Through links, so that the file they name is replaced and not the link.
  const std::string target = fs::weakly_canonical(path, unresolved).string();
  if (unresolved) {
    return only(unwritable(path, unresolved.value()));
  }
  if (target.empty() || path.ends_with('/') || path.find('\0') != std::string::npos) {
    return only(unwritable(path, path.empty() ? ENOENT : EISDIR));
  }
  struct stat status {};
  const bool exists = ::stat(target.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) {
    return only(unwritable(path, EISDIR));
  }
  if (exists && !S_ISREG(status.st_mode)) {
    const int error =
        write_through(Descriptor(::open(target.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY)), bytes);
    return error == 0 ? Diagnostics{} : only(unwritable(path, error));
  }
  const std::string folder = fs::path(target).parent_path().string();
  const std::string partial = partial_name(folder);
  int error = create_file(partial, bytes);
  if (error == 0 && exists && ::chmod(partial.c_str(), status.st_mode & 07777u) != 0) {
    error = errno;
  }
  if (error == 0 && std::rename(partial.c_str(), target.c_str()) != 0) {
    error = errno;
  }
  if (error != 0) {
    ::unlink(partial.c_str());
    return only(unwritable(path, error));
  }
  sync_folder(folder);
  return {};
}

}  // namespace pricetalk
