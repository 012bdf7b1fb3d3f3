#pragma once

#include <string>
#include <vector>

namespace pricetalk::harness {

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// What stands behind every currency sign or code of a text.
inline std::vector<std::string> amounts_in(const std::string& text) {
  std::vector<std::string> found;
  for (const std::string sign : {"€", "EUR", "USD", "GBP"})
    for (auto at = text.find(sign); at != std::string::npos; at = text.find(sign, at + 1)) {
      std::size_t i = at + sign.size();
      while (i < text.size() && (text[i] == ' ' || text[i] == '\xC2' || text[i] == '\xA0')) ++i;
      std::string digits;
      for (; i < text.size() && (is_digit(text[i]) || text[i] == '.' || text[i] == ','); ++i)
        digits += text[i];
      while (!digits.empty() && !is_digit(digits.back())) digits.pop_back();
      if (!digits.empty()) found.push_back(digits);
    }
  return found;
}

}  // namespace pricetalk::harness
