#pragma once

#include <optional>
#include <string>
#include <string_view>

// Fixed-width numbers as dates have them, without locale.
namespace pricetalk::digits {

/// The number that `text` spells with digits alone. Nothing for an empty text, for more than nine
/// digits and for any other character.
inline std::optional<int> read(std::string_view text) {
  if (text.empty() || text.size() > 9) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || '9' < c) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

/// `value` with zeros before it: 7 in two digits is "07". REQUIRES: value >= 0.
inline std::string padded(int value, std::size_t width) {
  std::string text = std::to_string(value);
  if (text.size() < width) text.insert(0, width - text.size(), '0');
  return text;
}

}  // namespace pricetalk::digits
