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

void refuse(const std::string& path, std::string_view option, const Phrase& also,
            Diagnostics& problems) {
  problems.error(
      "O0010", {},
      {"'" + path + "' is asked for twice: by " + std::string(option) + " and " + also.en,
       "'" + path + "' wordt twee keer gevraagd: met " + std::string(option) + " en " + also.nl},
      {"give each a file of its own", "geef elk een eigen bestand"});
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
      refuse(path, option, same(std::string(first->second)), problems);
    else if (over_anything && read.contains(first->first))
      refuse(path, option, {"as what is read", "als wat wordt gelezen"}, problems);
  };
  for (const auto& [option, path] : asked.written) check(option, path, true);
  for (const auto& [option, path] : asked.own) check(option, path, false);
  return problems;
}

}  // namespace pricetalk
