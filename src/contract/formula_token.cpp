#include "contract/formula_token.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace pricetalk {

namespace {

constexpr std::array<std::pair<std::string_view, char>, 4> long_signs = {
    {{"×", '*'}, {"·", '*'}, {"÷", '/'}, {"−", '-'}}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

Token next_token(std::string_view text, std::size_t at) {
  const auto made = [&](Token::Kind kind, std::size_t length, char sign = 0) {
    return Token{kind, sign, std::string(text.substr(at, length)), at, at + length};
  };
  const char c = text[at];
  if (c == '\n' || c == ';') return made(Token::Kind::line_end, 1);
  if (is_digit(c)) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end + 1 < text.size() && text[end] == '.' && is_digit(text[end + 1])) {
      ++end;
      while (end < text.size() && is_digit(text[end])) ++end;
    }
    return made(Token::Kind::number, end - at);
  }
  if (is_letter(c)) {
    std::size_t end = at;
    while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]) || text[end] == '_'))
      ++end;
    return made(Token::Kind::name, end - at);
  }
  if (std::string_view("+-*/^(),=%").find(c) != std::string_view::npos)
    return made(Token::Kind::sign, 1, c);
  for (const auto& [spelling, sign] : long_signs)
    if (text.substr(at).starts_with(spelling))
      return made(Token::Kind::sign, spelling.size(), sign);
  std::size_t end = at + 1;  // one code point
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  return made(Token::Kind::unknown, end - at);
}

}  // namespace

std::vector<Token> tokenise(std::string_view formula) {
  std::vector<Token> tokens;
  std::size_t at = 0;
  while (at < formula.size()) {
    if (formula[at] == ' ' || formula[at] == '\t' || formula[at] == '\r') {
      ++at;
      continue;
    }
    tokens.push_back(next_token(formula, at));
    at = tokens.back().end;
  }
  tokens.push_back({Token::Kind::end, 0, {}, formula.size(), formula.size()});
  return tokens;
}

SpanMap::SpanMap(Span value) : value_(value) {
  const std::string_view text = value.text();
  exact_ = text.find('\\') == std::string_view::npos || text.starts_with('\'');
  if (text.starts_with(R"(""")") || text.starts_with("'''")) {
    offset_ = 3;
    if (text.substr(3).starts_with("\r\n"))
      offset_ = 5;
    else if (text.substr(3).starts_with('\n'))
      offset_ = 4;
  } else if (!text.empty() && (text.front() == '"' || text.front() == '\'')) {
    offset_ = 1;
  }
}

Span SpanMap::span(std::size_t begin, std::size_t end) const {
  if (!exact_ || value_.source == nullptr) return value_;
  const auto from =
      std::min(value_.begin + offset_ + static_cast<std::uint32_t>(begin), value_.end);
  const auto to = std::min(value_.begin + offset_ + static_cast<std::uint32_t>(end), value_.end);
  return {value_.source, from, std::max(from, to)};
}

}  // namespace pricetalk
