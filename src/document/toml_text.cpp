#include "document/toml_text.hpp"

#include "diagnostic/utf8.hpp"

namespace pricetalk {

std::string toml_text(std::string_view text) {
  std::string made = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8::length(text, at);
    const char c = text[at];
    if (c == '"' || c == '\\')
      made += {'\\', c};
    else if (c == '\n')
      made += "\\n";
    else if (static_cast<unsigned char>(c) < 0x20U || c == 0x7f)
      made += ' ';
    else
      made += text.substr(at, length);
    at += length;
  }
  return made + "\"";
}

}  // namespace pricetalk
