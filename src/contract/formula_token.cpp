#include "contract/formula_token.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace pricetalk {

namespace {

using Spelling = std::pair<std::string_view, char>;

/// Signs as they are printed, and what they are here.
constexpr std::array<Spelling, 14> long_signs = {{{"×", '*'},
                                                  {"·", '*'},
                                                  {"⋅", '*'},
                                                  {"∙", '*'},
                                                  {"•", '*'},
                                                  {"∗", '*'},
                                                  {"÷", '/'},
                                                  {"∕", '/'},
                                                  {"⁄", '/'},
                                                  {":", '/'},
                                                  {"−", '-'},
                                                  {"–", '-'},
                                                  {"≤", '<'},
                                                  {"≥", '>'}}};
/// Small letters and digits below the line: part of a name.
constexpr std::array<Spelling, 7> below_the_line = {
    {{"₀", '0'}, {"₁", '1'}, {"₂", '2'}, {"₃", '3'}, {"ₒ", 'o'}, {"ₙ", 'n'}, {"ₜ", 't'}}};
constexpr std::array<std::string_view, 4> spaces = {"\u00a0", "\u2009", "\u202f", "\u2007"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The row of a table with which the text begins, or nothing.
template <std::size_t Size>
const Spelling* spelt(const std::array<Spelling, Size>& table, std::string_view text) {
  for (const Spelling& row : table)
    if (text.starts_with(row.first)) return &row;
  return nullptr;
}

/// How many bytes of space stand at the beginning.
std::size_t space(std::string_view text) {
  if (text.front() == ' ' || text.front() == '\t' || text.front() == '\r') return 1;
  for (const std::string_view each : spaces)
    if (text.starts_with(each)) return each.size();
  return 0;
}

Token name_token(std::string_view text, std::size_t at) {
  Token made{Token::Kind::name, 0, {}, at, at};
  while (made.end < text.size()) {
    const char c = text[made.end];
    const Spelling* below = spelt(below_the_line, text.substr(made.end));
    if (!is_letter(c) && !is_digit(c) && c != '_' && below == nullptr) break;
    made.text += below != nullptr ? below->second : c;
    made.end += below != nullptr ? below->first.size() : 1;
  }
  return made;
}

/// How many bytes a letter with an accent or a Greek one has; 0: none stands at the beginning.
std::size_t foreign_letter(std::string_view text) {
  if (text.size() < 2) return 0;
  const auto lead = static_cast<unsigned char>(text[0]);
  const bool sign = text.starts_with("×") || text.starts_with("÷");
  return !sign && ((lead >= 0xC3U && lead <= 0xC9U) || (lead >= 0xCDU && lead <= 0xCFU)) ? 2 : 0;
}

/// A word with letters that no name has, whole.
Token foreign_word(std::string_view text, std::size_t at) {
  std::size_t end = at;
  bool foreign = false;
  while (end < text.size()) {
    const std::size_t letter = foreign_letter(text.substr(end));
    if (letter == 0 && !is_letter(text[end]) && !is_digit(text[end]) && text[end] != '_') break;
    foreign = foreign || letter != 0;
    end += std::max<std::size_t>(letter, 1);
  }
  if (!foreign) end = at;
  return {Token::Kind::unknown, 0, std::string(text.substr(at, end - at)), at, end};
}

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
  if (const Token word = foreign_word(text, at); word.end > at) return word;
  if (is_letter(c)) return name_token(text, at);
  if (std::string_view("+-*/^(),=%<>").find(c) != std::string_view::npos)
    return made(Token::Kind::sign, 1, c);
  if (c == '[' || c == '{') return made(Token::Kind::sign, 1, '(');
  if (c == ']' || c == '}') return made(Token::Kind::sign, 1, ')');
  // `Po.(…)`; a point before a digit is a slip in a number.
  if (c == '.' && at + 1 < text.size() && !is_digit(text[at + 1]))
    return made(Token::Kind::sign, 1, '*');
  if (const Spelling* sign = spelt(long_signs, text.substr(at)))
    return made(Token::Kind::sign, sign->first.size(), sign->second);
  std::size_t end = at + 1;  // one code point
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  return made(Token::Kind::unknown, end - at);
}

}  // namespace

std::vector<Token> tokenise(std::string_view formula) {
  std::vector<Token> tokens;
  std::size_t at = 0;
  while (at < formula.size()) {
    if (const std::size_t blank = space(formula.substr(at)); blank > 0) {
      at += blank;
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
