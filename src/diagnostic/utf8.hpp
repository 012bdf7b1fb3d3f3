#pragma once

#include <cstddef>
#include <string_view>

namespace pricetalk::utf8 {

inline bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// Bytes of the valid code point at `at`, 1 to 4; 0 when the bytes there are not UTF-8.
inline std::size_t valid_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const unsigned lead = byte(at);
  if (lead < 0x80U) return 1;
  if (lead < 0xC2U || lead > 0xF4U) return 0;
  const std::size_t length = lead < 0xE0U ? 2 : lead < 0xF0U ? 3 : 4;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0U) != 0x80U) return 0;
  }
  const unsigned second = byte(at + 1);
  if ((lead == 0xE0U && second < 0xA0U) || (lead == 0xEDU && second > 0x9FU) ||
      (lead == 0xF0U && second < 0x90U) || (lead == 0xF4U && second > 0x8FU)) {
    return 0;
  }
  return length;
}

/// The same, where a byte that is not UTF-8 counts as one character.
inline std::size_t length(std::string_view text, std::size_t at) {
  const std::size_t valid = valid_length(text, at);
  return valid == 0 ? 1 : valid;
}

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace pricetalk::utf8
