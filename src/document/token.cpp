#include "document/token.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "diagnostic/utf8.hpp"
#include "document/words.hpp"

namespace pricetalk::document {
namespace {

/// A date as TOML has it, with or without a time; whether the day exists is another matter.
bool is_iso(std::string_view token) {
  if (token.size() < 10 || token[4] != '-' || token[7] != '-' || !all_digits(token.substr(0, 4)) ||
      !all_digits(token.substr(5, 2)) || !all_digits(token.substr(8, 2))) {
    return false;
  }
  if (token.size() == 10) return true;
  const char next = token[10];
  return next == 'T' || next == 't' || (next == ' ' && token.size() > 11 && is_digit(token[11]));
}

bool is_number(std::string_view token) {
  std::string plain(token);
  std::erase(plain, '_');
  return is_plain_number(plain);
}

std::optional<Mistake> mistake_in_truth(std::string_view token) {
  const std::string word = lower(token);
  constexpr std::array<std::string_view, 4> yes{"true", "yes", "ja", "waar"};
  constexpr std::array<std::string_view, 4> no{"false", "no", "nee", "onwaar"};
  const bool is_yes = std::find(yes.begin(), yes.end(), word) != yes.end();
  if (!is_yes && std::find(no.begin(), no.end(), word) == no.end()) return std::nullopt;
  return Mistake{
      "T0109",
      {"yes and no are written true and false", "ja en nee worden geschreven als true en false"},
      write(is_yes ? "true" : "false")};
}

std::optional<Mistake> mistake_in_quotes(std::string_view token) {
  bool curly = false;
  std::string plain;
  for (std::size_t at = 0; at < token.size();) {
    const std::size_t length = utf8::length(token, at);
    const std::size_t curl = curly_quote(token, at);
    const bool edge = plain.empty() || at + length == token.size();
    if (curl != 0 && edge) {
      curly = true;
    } else if (token[at] != '"' || !edge) {
      plain += token.substr(at, length);
    }
    at += length;
  }
  if (!curly) return std::nullopt;
  return Mistake{
      "T0107",
      {"curly quotes instead of straight ones", "gekrulde aanhalingstekens in plaats van rechte"},
      write(quoted(plain))};
}

}  // namespace

std::optional<Mistake> look_at(std::string_view token) {
  if (token.empty() || token == "true" || token == "false") return std::nullopt;
  if (const auto mistake = mistake_in_quotes(token)) return mistake;
  if (is_iso(token)) return mistake_in_date(token);
  if (const auto mistake = mistake_in_number(token)) return mistake;
  if (is_number(token)) return std::nullopt;
  if (const auto mistake = mistake_in_percentage(token)) return mistake;
  if (const auto mistake = mistake_in_amount(token)) return mistake;
  if (const auto mistake = mistake_in_date(token)) return mistake;
  if (const auto mistake = mistake_in_separators(token)) return mistake;
  if (const auto mistake = mistake_in_truth(token)) return mistake;
  const bool time = token.size() >= 8 && token[2] == ':' && token[5] == ':' && is_digit(token[0]);
  const char first = token.front();
  if (time || first == '=' || first == ',' || first == ']' || first == '}') return std::nullopt;
  std::string_view words = token;
  while (!words.empty() && (words.back() == '"' || words.back() == '\'')) words.remove_suffix(1);
  return Mistake{"T0106",
                 {"text stands between quotes", "tekst staat tussen aanhalingstekens"},
                 write(quoted(words))};
}

}  // namespace pricetalk::document
