#include "cli/asked_files.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "files/files.hpp"

namespace pricetalk {

namespace {

namespace fs = std::filesystem;

/// What all names of one file have in common.
std::string one_name(const std::string& path) {
  std::error_code unknown;
  const fs::path whole = fs::weakly_canonical(fs::absolute(path, unknown), unknown);
  return (unknown ? fs::path(path).lexically_normal() : whole).string();
}

/// A device takes what is written to it twice.
bool is_device(const std::string& path) {
  std::error_code unknown;
  const fs::file_status found = fs::status(path, unknown);
  return fs::exists(found) && !fs::is_regular_file(found) && !fs::is_directory(found);
}

void refuse_twice(const std::string& path, std::string_view option, std::string_view other,
                  Diagnostics& problems) {
  const std::string options[] = {std::string(option), std::string(other)};
  problems.error(
      "O0010", {},
      {"'" + path + "' is asked for twice: by " + options[0] + " and " + options[1],
       "'" + path + "' wordt twee keer gevraagd: met " + options[0] + " en " + options[1]},
      {"give each a file of its own", "geef elk een eigen bestand"});
}

void refuse_over(const std::string& path, std::string_view option, Diagnostics& problems) {
  problems.error(
      "O0010", {},
      {std::string(option) + " would write over '" + path + "', which is read",
       std::string(option) + " zou '" + path + "' overschrijven, en dat bestand wordt gelezen"},
      {"name another file", "noem een ander bestand"});
}

}  // namespace

namespace {

/// What a command reads: files, and whatever lies in folders.
class ReadFiles {
 public:
  explicit ReadFiles(const std::vector<std::string>& paths) {
    for (const std::string& path : paths) {
      if (path.empty()) continue;
      (is_folder(path) ? folders_ : files_).insert(one_name(path));
    }
  }
  /// `name`: as of `one_name`. A file that is not there yet is read by nobody.
  bool hold(const std::string& name) const {
    if (files_.contains(name)) return true;
    std::error_code unknown;
    if (!fs::is_regular_file(name, unknown)) return false;
    for (fs::path above = fs::path(name).parent_path();; above = above.parent_path()) {
      if (folders_.contains(above.string())) return true;
      if (above == above.parent_path()) return false;
    }
  }

 private:
  std::set<std::string> files_;
  std::set<std::string> folders_;
};

/// Terms, figures and manifests are written by hand or by their own commands.
bool is_terms_or_figures(const std::string& path) {
  std::error_code unknown;
  return fs::path(path).extension() == ".toml" && fs::is_regular_file(path, unknown);
}

}  // namespace

Diagnostics asked_twice(const AskedFiles& asked) {
  Diagnostics problems;
  const ReadFiles read(asked.read);
  std::map<std::string, std::string_view> options;
  const auto check = [&](std::string_view option, const std::string& path, bool over_anything) {
    if (path.empty() || is_device(path)) return;
    const auto [first, fresh] = options.emplace(one_name(path), option);
    if (!fresh)
      refuse_twice(path, option, first->second, problems);
    else if (over_anything && (read.hold(first->first) || is_terms_or_figures(path)))
      refuse_over(path, option, problems);
  };
  for (const auto& [option, path] : asked.written) check(option, path, true);
  for (const auto& [option, path] : asked.own) check(option, path, false);
  return problems;
}

}  // namespace pricetalk
