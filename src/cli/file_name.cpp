#include "cli/file_name.hpp"

#include <cctype>

namespace pricetalk {

std::string file_name(const std::string& id) {
  std::string made;
  for (const char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = std::isalnum(byte) != 0 || c == '-' || c == '_' || c == '.';
    made += plain && !(made.empty() && c == '.') ? c : '-';
  }
  return made;
}

std::string folder_name(const std::string& id) {
  constexpr std::size_t longest = 80;
  std::string name;
  for (const char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    const bool safe = byte >= 0x80 || std::isalnum(byte) != 0 || c == '-' || c == '_' ||
                      (c == '.' && !name.empty());
    if (safe)
      name += c;
    else if (!name.empty() && name.back() != '-')
      name += '-';
  }
  while (name.ends_with('-') || name.ends_with('.')) name.pop_back();
  if (name.size() > longest) name.resize(longest);
  while (!name.empty() && static_cast<unsigned char>(name.back()) >= 0x80) name.pop_back();
  return name.empty() ? "contract" : name;
}

}  // namespace pricetalk
