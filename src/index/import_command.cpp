#include "index/import_command.hpp"

#include "pricetalk/diagnostic/source_text.hpp"

namespace pricetalk {

namespace {

std::string folder_of(const Series* series) {
  if (series == nullptr || series->where.source == nullptr) return "indices";
  const std::string& path = series->where.source->name();
  const auto slash = path.find_last_of('/');
  return slash == std::string::npos ? "." : path.substr(0, slash);
}

/// As one word of a shell.
std::string quoted(const std::string& path) {
  return path.find(' ') == std::string::npos ? path : "'" + path + "'";
}

}  // namespace

std::string import_command(std::string_view id, const Series* series, Language language) {
  return "pricetalk index import " + say(language, "FILE", "BESTAND") + " --into " +
         quoted(folder_of(series)) + " --as " + std::string(id);
}

}  // namespace pricetalk
