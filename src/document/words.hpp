#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "pricetalk/diagnostic/language.hpp"

namespace pricetalk::document {

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80U; }
inline bool is_blank(char c) { return c == ' ' || c == '\t'; }
/// Characters of a name without quotes.
inline bool is_bare(char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '-'; }
inline bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// `digits[.digits]` with an optional sign, each part of at least one digit.
bool is_plain_number(std::string_view text);
/// ASCII letters only.
std::string lower(std::string_view text);
/// Without blanks of any kind at both ends.
std::string_view trimmed(std::string_view text);

/// `“`, `”`, `„`, `‘`, `’`, `«`, `»` at this place: its bytes, otherwise 0.
std::size_t curly_quote(std::string_view text, std::size_t at);
/// A blank that is not a space or tab: no-break space, thin space, zero-width space and the like:
/// its bytes, otherwise 0.
std::size_t unusual_blank(std::string_view text, std::size_t at);

/// A text in the quotes that TOML wants, shortened for a hint.
std::string quoted(std::string_view text);
/// "write X" in both languages.
Phrase write(const std::string& what);

}  // namespace pricetalk::document
