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

}  // namespace pricetalk
