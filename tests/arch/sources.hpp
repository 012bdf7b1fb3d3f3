#pragma once

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

/// The sources of the checkout, as text and as code alone.
namespace pricetalk {

struct Source {
  std::string path;  ///< from the checkout
  std::string room;
  bool is_public = false;
  std::string text;
  std::string code;  ///< without comments and without what stands between quotes
};

/// Where the comment, text or character that begins at `at` ends; `at` itself when none does.
inline std::size_t end_of_noise(const std::string& text, std::size_t at) {
  const auto behind = [&](std::string_view end, std::size_t from) {
    const auto found = text.find(end, from);
    return found == std::string::npos ? text.size() : found + end.size();
  };
  const std::string_view rest = std::string_view(text).substr(at);
  if (rest.starts_with("//")) {
    return std::min(text.find('\n', at), text.size());
  }
  if (rest.starts_with("/*")) {
    return behind("*/", at + 2);
  }
  if (rest.starts_with("R\"")) {
    const auto open = text.find('(', at);
    return behind(")" + text.substr(at + 2, open - at - 2) + "\"", open);
  }
  // 1'000'000 is a number, not a character.
  const bool separator =
      text[at] == '\'' && at > 0 && std::isxdigit(static_cast<unsigned char>(text[at - 1])) != 0;
  if ((text[at] != '"' && text[at] != '\'') || separator) {
    return at;
  }
  std::size_t end = at + 1;
  while (end < text.size() && text[end] != text[at] && text[end] != '\n') {
    end += text[end] == '\\' ? 2u : 1u;
  }
  return std::min(end + 1, text.size());
}

/// Blanks comments, texts and characters; line ends stay, so line numbers do.
inline std::string code_only(const std::string& text) {
  std::string code;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_noise(text, at);
    if (end == at) {
      code += text[at++];
      continue;
    }
    code += text[at] == '/' ? "" : "\"\"";
    code.append(
        static_cast<std::size_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(at),
                                            text.begin() + static_cast<std::ptrdiff_t>(end), '\n')),
        '\n');
    at = end;
  }
  return code;
}

inline std::vector<Source> read_sources(const std::vector<std::string>& tops) {
  std::vector<Source> sources;
  const std::filesystem::path root = PRICETALK_ROOT;
  for (const std::string& top : tops) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / top)) {
      const auto ending = entry.path().extension();
      if (ending != ".hpp" && ending != ".cpp") {
        continue;
      }
      Source source;
      source.path = entry.path().lexically_relative(root).generic_string();
      source.room = (*entry.path().lexically_relative(root / top).begin()).string();
      source.is_public = top != "src";
      std::ifstream file(entry.path());
      std::stringstream text;
      text << file.rdbuf();
      source.text = text.str();
      source.code = code_only(source.text);
      sources.push_back(std::move(source));
    }
  }
  return sources;
}

inline const std::vector<Source>& sources() {
  static const std::vector<Source> all = read_sources({"include/pricetalk", "src"});
  return all;
}

inline std::string place(const Source& source, std::size_t line) {
  return source.path + ":" + std::to_string(line) + ": ";
}

}  // namespace pricetalk
