#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cassert>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <set>
#include <system_error>

#include "files/files.hpp"
#include "files/marker.hpp"
#include "files/partial.hpp"
#include "files/refusal.hpp"

namespace pricetalk {

namespace {

namespace fs = std::filesystem;

std::string names_in_a_row(const std::vector<std::string>& names) {
  constexpr std::size_t shown = 5;
  std::string text;
  for (std::size_t i = 0; i < names.size() && i < shown; ++i) {
    text += (i == 0 ? "" : ", ") + names[i];
  }
  return names.size() > shown ? text + ", …" : text;
}

Diagnostic would_lose(const std::string& path, const Losses& losses) {
  Diagnostic diagnostic;
  diagnostic.code = "O0007";
  const bool changed = !losses.changed.empty();
  const std::string names = names_in_a_row(changed ? losses.changed : losses.added);
  diagnostic.title =
      changed
          ? Phrase{"'" + path + "' is not replaced: changed since it was written: " + names,
                   "'" + path + "' is niet vervangen: sinds het schrijven gewijzigd: " + names}
          : Phrase{"'" + path + "' is not replaced: not written by pricetalk: " + names,
                   "'" + path + "' is niet vervangen: niet door pricetalk geschreven: " + names};
  diagnostic.hint = {"move what you want to keep, or give another folder",
                     "verplaats wat u wilt bewaren of noem een andere map"};
  return diagnostic;
}

/// "EX-2" and "EX-2 (Wharfe Ltd)" are one: the second was written when more was known.
bool same_owner(const std::string& a, const std::string& b) {
  return a == b || a.starts_with(b + " (") || b.starts_with(a + " (");
}

Diagnostic of_another(const std::string& path, const std::string& owner) {
  Diagnostic diagnostic;
  diagnostic.code = "O0008";
  diagnostic.title =
      owner.empty()
          ? Phrase{"'" + path + "' is not replaced: it does not say whose folder it is",
                   "'" + path + "' is niet vervangen: er staat niet in van wie deze map is"}
          : Phrase{"'" + path + "' is not replaced: it is the folder of " + owner,
                   "'" + path + "' is niet vervangen: dit is de map van " + owner};
  diagnostic.hint = {"give another folder, or move this one",
                     "noem een andere map of verplaats deze"};
  return diagnostic;
}

/// Makes the missing parents and takes them away again unless told to keep them.
class Parents {
 public:
  int make(const fs::path& folder) {
    std::error_code unknown;
    if (folder.empty() || fs::is_directory(folder, unknown)) {
      return 0;
    }
    if (const int error = make(folder.parent_path()); error != 0) {
      return error;
    }
    if (::mkdir(folder.c_str(), 0777) != 0) {
      return errno == EEXIST ? ENOTDIR : errno;
    }
    made_.push_back(folder.string());
    return 0;
  }
  void keep() { made_.clear(); }
  ~Parents() {
    for (auto folder = made_.rbegin(); folder != made_.rend(); ++folder) {
      ::rmdir(folder->c_str());
    }
  }
  Parents() = default;
  Parents(const Parents&) = delete;
  Parents& operator=(const Parents&) = delete;

 private:
  std::vector<std::string> made_;
};

/// A folder under construction; whatever is at its name in the end is thrown away.
class Building {
 public:
  explicit Building(std::string path) : path_(std::move(path)) {}
  Building(const Building&) = delete;
  Building& operator=(const Building&) = delete;
  ~Building() { remove(); }

  const std::string& path() const { return path_; }
  bool remove() const {
    std::error_code error;
    fs::remove_all(path_, error);
    return !error;
  }

  int fill(const FolderContents& contents, const std::string& owner) const {
    if (::mkdir(path_.c_str(), 0777) != 0) {
      return errno;
    }
    std::set<std::string> folders{path_};
    for (const auto& [name, bytes] : contents) {
      assert(!name.empty() && !name.starts_with('/') && !name.starts_with('.') &&
             name.find("/.") == std::string::npos);
      for (auto slash = name.find('/'); slash != std::string::npos;
           slash = name.find('/', slash + 1)) {
        const std::string folder = path_ + "/" + name.substr(0, slash);
        if (folders.insert(folder).second && ::mkdir(folder.c_str(), 0777) != 0) {
          return errno;
        }
      }
      if (const int error = create_file(path_ + "/" + name, bytes); error != 0) {
        return error;
      }
    }
    const std::string marker = path_ + "/" + std::string(marker_name);
    if (const int error = create_file(marker, marker_text(contents, owner)); error != 0) {
      return error;
    }
    for (const auto& folder : folders) {
      if (const int error = sync_folder(folder); error != 0) {
        return error;
      }
    }
    return 0;
  }

 private:
  std::string path_;
};

/// Puts `built` in the place of `target` in one step; what stood there ends at the name of `built`.
int put_in_place(const std::string& built, const std::string& target, bool target_exists) {
  if (!target_exists) {
    return std::rename(built.c_str(), target.c_str()) == 0 ? 0 : errno;
  }
  if (::renameat2(AT_FDCWD, built.c_str(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) == 0) {
    return 0;
  }
  if (errno != EINVAL && errno != ENOSYS) {
    return errno;
  }
  // A file system that cannot exchange: two steps, and back again when the second one fails.
  const std::string aside = partial_name(fs::path(target).parent_path().string());
  if (std::rename(target.c_str(), aside.c_str()) != 0) {
    return errno;
  }
  if (std::rename(built.c_str(), target.c_str()) != 0) {
    const int error = errno;
    std::rename(aside.c_str(), target.c_str());
    return error;
  }
  std::rename(aside.c_str(), built.c_str());
  return 0;
}

Diagnostic no_folder(const std::string& path) {
  Diagnostic diagnostic = unwritable(path, ENOTDIR);
  diagnostic.code = "O0003";
  diagnostic.title = {"'" + path + "' is a file; a folder is needed here",
                      "'" + path + "' is een bestand; hier hoort een map"};
  return diagnostic;
}

}  // namespace

Diagnostics room_below(const std::string& path, const std::string& owner) {
  if (!is_there(path)) return {};
  if (!is_folder(path)) return only(no_folder(path));
  const auto known = owner_of(path);
  if (known && *known != owner) return only(of_another(path, *known));
  return {};
}

Diagnostics write_files_in(const std::string& path, const FolderContents& contents,
                           const std::string& owner) {
  if (Diagnostics problems = room_below(path, owner); problems.has_errors()) return problems;
  if (const Losses losses = losses_of_writing(path, contents); !losses.none())
    return only(would_lose(path, losses));
  Parents parents;
  if (const int error = parents.make(path); error != 0) return only(unwritable(path, error));
  for (const auto& [name, bytes] : contents)
    if (Diagnostics problems = write_file(path + "/" + name, bytes); problems.has_errors())
      return problems;
  parents.keep();
  return write_file(path + "/" + std::string(marker_name), marker_text(contents, owner));
}

Diagnostics write_folder(const std::string& path, const FolderContents& contents,
                         const std::string& owner) {
  std::error_code unknown;
  std::error_code unresolved;
  fs::path resolved = fs::weakly_canonical(fs::absolute(path, unknown), unresolved);
  if (resolved.filename().empty() && resolved.has_relative_path()) {
    resolved = resolved.parent_path();
  }
  if (path.empty() || resolved.empty() || path.find('\0') != std::string::npos) {
    return only(unwritable(path, unresolved ? unresolved.value() : ENOENT));
  }
  const std::string target = resolved.string();
  struct stat status {};
  const bool exists = ::stat(target.c_str(), &status) == 0;
  if (exists && !S_ISDIR(status.st_mode)) {
    return only(no_folder(path));
  }
  if (exists) {
    if (const auto known = owner_of(target); known && !same_owner(*known, owner)) {
      return only(of_another(path, *known));
    }
    if (const Losses losses = losses_of_replacing(target); !losses.none()) {
      return only(would_lose(path, losses));
    }
    if (fs::equivalent(target, fs::current_path(unknown), unknown)) {
      return only(unwritable(path, EBUSY));
    }
  }

  Parents parents;
  const fs::path parent = resolved.parent_path();
  if (const int error = parents.make(parent); error != 0) {
    return only(unwritable(path, error));
  }
  const Building building(partial_name(parent.string()));
  int error = building.fill(contents, owner);
  if (error == 0 && exists && ::chmod(building.path().c_str(), status.st_mode & 07777u) != 0) {
    error = errno;
  }
  if (error == 0) {
    error = put_in_place(building.path(), target, exists);
  }
  if (error != 0) {
    return only(unwritable(path, error));
  }
  parents.keep();
  sync_folder(parent.string());
  if (!building.remove()) {
    Diagnostics notice;
    notice.warning(
        "O0006", {},
        {"the earlier version of '" + path + "' could not be removed",
         "de vorige versie van '" + path + "' kon niet worden verwijderd"},
        {"it is still in '" + building.path() + "'", "ze staat nog in '" + building.path() + "'"});
    return notice;
  }
  return {};
}

}  // namespace pricetalk
