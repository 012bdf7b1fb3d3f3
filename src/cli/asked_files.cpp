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

Diagnostics asked_twice(const AskedFiles& asked) {
  Diagnostics problems;
  std::set<std::string> read;
  for (const std::string& path : asked.read) {
    if (path.empty()) continue;
    read.insert(one_name(path));
    if (!is_folder(path)) continue;
    const auto inside = list_files(path, ".toml");
    for (const std::string& file : inside.value.value_or(std::vector<std::string>{}))
      read.insert(one_name(file));
  }
  std::map<std::string, std::string_view> options;
  const auto check = [&](std::string_view option, const std::string& path, bool over_anything) {
    if (path.empty() || is_device(path)) return;
    const auto [first, fresh] = options.emplace(one_name(path), option);
    if (!fresh)
      refuse_twice(path, option, first->second, problems);
    else if (over_anything && read.contains(first->first))
      refuse_over(path, option, problems);
  };
  for (const auto& [option, path] : asked.written) check(option, path, true);
  for (const auto& [option, path] : asked.own) check(option, path, false);
  return problems;
}

}  // namespace pricetalk
