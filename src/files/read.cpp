#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "files/descriptor.hpp"
#include "files/files.hpp"
#include "files/refusal.hpp"

namespace pricetalk {

namespace {

namespace fs = std::filesystem;

Diagnostic too_large(const std::string& path, Span asked_by, std::size_t limit) {
  const std::string size = std::to_string(limit / 1'000'000) + " MB";
  Diagnostic diagnostic;
  diagnostic.code = "O0005";
  diagnostic.span = asked_by;
  diagnostic.title = {"'" + path + "' is " + size + " or larger and is not read",
                      "'" + path + "' is " + size + " of groter en wordt niet gelezen"};
  diagnostic.hint =
      limit == max_publication_bytes
          ? Phrase{"choose only the rows that you need in the publisher's table, and download again",
                   "kies in de tabel van de uitgever alleen de regels die u nodig hebt, en download "
                   "opnieuw"}
          : Phrase{"contracts, figures and invoices are small; was another file meant?",
                   "contracten, cijfers en facturen zijn klein; was een ander bestand bedoeld?"};
  return diagnostic;
}

template <class T>
Loaded<T> refused(Diagnostic diagnostic) {
  return {std::nullopt, only(std::move(diagnostic))};
}

/// Opens and reads to the end. Gives the error number, or 0; EFBIG for a file over the limit.
int read_all(const std::string& path, std::string& bytes, std::size_t limit) {
  if (path.find('\0') != std::string::npos) {
    return ENOENT;
  }
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
  struct stat status {};
  if (!file.open() || ::fstat(file.number(), &status) != 0) {
    return errno;
  }
  if (S_ISDIR(status.st_mode)) {
    return EISDIR;
  }
  const auto size = static_cast<std::size_t>(std::max<off_t>(status.st_size, 0));
  if (S_ISREG(status.st_mode) && size >= limit) {
    return EFBIG;
  }
  constexpr std::size_t piece = 65'536;
  std::size_t used = 0;
  // One more than it has shows its end; what grows meanwhile, and a pipe, is read in pieces.
  bytes.resize(size > 0 ? std::min(size + 1, limit) : piece);
  while (true) {
    if (used == bytes.size()) bytes.resize(used + piece);
    const ssize_t got = ::read(file.number(), bytes.data() + used, bytes.size() - used);
    if (got < 0 && errno == EINTR) {
      continue;
    }
    if (got < 0) {
      return errno;
    }
    used += static_cast<std::size_t>(got);
    if (used >= limit) {
      return EFBIG;
    }
    if (got == 0) {
      bytes.resize(used);
      return 0;
    }
  }
}

int list_into(const std::string& folder, std::string_view ending, Depth depth,
              std::vector<std::string>& found) {
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string& path = entry->path().native();
    const std::string_view name = std::string_view(path).substr(path.rfind('/') + 1);
    if (name.starts_with('.')) {
      continue;
    }
    std::error_code unknown;
    if (entry->is_directory(unknown)) {
      if (depth == Depth::below && !entry->is_symlink(unknown)) {
        if (const int inner = list_into(path, ending, depth, found); inner != 0) {
          return inner;
        }
      }
    } else if (name.ends_with(ending)) {
      found.push_back(path);
    }
  }
  return error.value();
}

}  // namespace

Loaded<std::string> read_file(const std::string& path, Span asked_by, std::size_t limit) {
  std::string bytes;
  const int error = read_all(path, bytes, limit);
  if (error == EFBIG) {
    return refused<std::string>(too_large(path, asked_by, limit));
  }
  if (error != 0) {
    return refused<std::string>(unreadable(path, error, asked_by));
  }
  return {std::move(bytes), {}};
}

Loaded<SourcePtr> read_source(const std::string& path, Span asked_by, std::size_t limit) {
  auto read = read_file(path, asked_by, limit);
  if (!read.value) {
    return {std::nullopt, std::move(read.diagnostics)};
  }
  return {std::make_shared<const SourceText>(path, std::move(*read.value)), {}};
}

Loaded<std::vector<std::string>> list_files(const std::string& path, std::string_view ending,
                                            Depth depth, Span asked_by) {
  struct stat status {};
  if (path.find('\0') != std::string::npos || ::stat(path.c_str(), &status) != 0) {
    return refused<std::vector<std::string>>(unreadable(path, errno, asked_by));
  }
  if (!S_ISDIR(status.st_mode)) {
    return {std::vector<std::string>{path}, {}};
  }
  std::vector<std::string> found;
  if (const int error = list_into(path, ending, depth, found); error != 0) {
    return refused<std::vector<std::string>>(unreadable(path, error, asked_by));
  }
  std::sort(found.begin(), found.end());
  return {std::move(found), {}};
}

bool is_there(const std::string& path) {
  std::error_code error;
  return fs::exists(path, error);
}

bool is_folder(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

std::string path_beside(const std::string& file, const std::string& path) {
  fs::path joined = (fs::path(file).parent_path() / path).lexically_normal();
  if (joined.filename().empty() && joined.has_relative_path()) {
    joined = joined.parent_path();
  }
  return joined.empty() ? "." : joined.string();
}

}  // namespace pricetalk
