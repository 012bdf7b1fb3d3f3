#include "index/import_command.hpp"

#include <algorithm>

#include "document/words.hpp"
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
std::string quoted(const std::string& text) {
  constexpr std::string_view plain = "/._-+=@:,";
  const bool is_plain = !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
    return document::is_letter(c) || document::is_digit(c) ||
           plain.find(c) != std::string_view::npos;
  });
  if (is_plain) return text;
  std::string made = "'";
  for (const char c : text) {
    if (c == '\'')
      made += "'\\''";
    else
      made += c;
  }
  return made + "'";
}

}  // namespace

std::string import_command(std::string_view id, const Series* series, Language language) {
  return "pricetalk index import " + say(language, "FILE", "BESTAND") + " --into " +
         quoted(folder_of(series)) + " --as " + quoted(std::string(id));
}

}  // namespace pricetalk
