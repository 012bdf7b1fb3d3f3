#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pricetalk/diagnostic/source_text.hpp"

namespace pricetalk {

/// A word of the formula language. Printed signs become those of a keyboard: `×` and `·` are `*`,
/// `÷` and `:` are `/`, `−` is `-`, square brackets are round ones, `₀` is `0`.
struct Token {
  enum class Kind : std::uint8_t { number, name, sign, line_end, end, unknown };
  Kind kind = Kind::end;
  char sign = 0;
  std::string text;
  std::size_t begin = 0;  ///< bytes in the formula
  std::size_t end = 0;
};

inline bool is_sign(const Token& token, char sign) {
  return token.kind == Token::Kind::sign && token.sign == sign;
}
inline bool is_name(const Token& token) { return token.kind == Token::Kind::name; }
inline bool is_number(const Token& token) { return token.kind == Token::Kind::number; }
inline bool ends_line(const Token& token) {
  return token.kind == Token::Kind::end || token.kind == Token::Kind::line_end;
}
/// A number, a name or a bracket that opens.
inline bool begins_value(const Token& token) {
  return is_number(token) || is_name(token) || is_sign(token, '(');
}

/// Always ends with a token of kind `end`.
std::vector<Token> tokenise(std::string_view formula);

/// From bytes of a formula to bytes of the file: the formula stands between quotes in a TOML value.
class SpanMap {
 public:
  explicit SpanMap(Span value);
  Span span(std::size_t begin, std::size_t end) const;

 private:
  Span value_;
  std::uint32_t offset_ = 0;
  bool exact_ = false;  ///< no escapes in between: bytes correspond one to one
};

}  // namespace pricetalk
