#include "contract/formula_aside.hpp"

#include <string>

#include "contract/formula_words.hpp"

namespace pricetalk {

namespace {

using Tokens = std::vector<Token>;

bool is_of(const Token& token) {
  return is_name(token) && (is_of_english(token.text) || is_of_dutch(token.text));
}

/// "maximaal 3%": which limit it is, what it says, and the word behind it.
struct PrintedLimit {
  LimitSide side = LimitSide::cap;
  std::string text;  ///< "3%"
  std::size_t end = 0;

  std::string key() const {
    return (side == LimitSide::cap ? "cap = \"" : "floor = \"") + text + "\"";
  }
};

/// The limit whose words begin at a word; up to three of them.
std::optional<PrintedLimit> limit_at(const Tokens& tokens, std::size_t begin) {
  std::string words;
  for (std::size_t i = begin; i < begin + 3 && !ends_line(tokens[i]); ++i) {
    words += (i == begin ? "" : " ") + tokens[i].text;
    const auto side = limit_side(words);
    if (!side) continue;
    std::size_t number = i + 1;
    while (tokens[number].text == "." || is_of(tokens[number])) ++number;
    if (tokens[number].kind != Token::Kind::number) continue;
    const bool percent = is_sign(tokens[number + 1], '%');
    return PrintedLimit{*side, tokens[number].text + (percent ? "%" : ""),
                        number + (percent ? 2U : 1U)};
  }
  return std::nullopt;
}

/// The word behind the value that stands before a word, over "with a" and a comma; nothing where
/// none stands there.
std::optional<std::size_t> end_of_value(const Tokens& tokens, std::size_t begin, std::size_t word) {
  const auto connects = [](const Token& token) {
    return is_sign(token, ',') || is_sign(token, '(') ||
           (is_name(token) && connects_limit(token.text));
  };
  while (word > begin && connects(tokens[word - 1])) --word;
  if (word == begin) return std::nullopt;
  const Token& before = tokens[word - 1];
  const bool value = before.kind == Token::Kind::number || is_name(before) ||
                     is_sign(before, ')') || is_sign(before, '%');
  return value ? std::optional(word) : std::nullopt;
}

}  // namespace

std::optional<Aside> explanation_in(const Tokens& tokens, std::size_t begin) {
  std::size_t word = begin;
  const auto is_it = [&] {
    return is_name(tokens[word]) && explains(tokens[word].text) && !is_sign(tokens[word + 1], '=');
  };
  while (!ends_line(tokens[word]) && !is_it()) ++word;
  if (ends_line(tokens[word])) return std::nullopt;
  std::size_t from = word;
  while (from > begin && is_sign(tokens[from - 1], ',')) --from;
  return Aside{
      "F0115",
      word,
      from,
      tokens.size() - 1,
      {"an explanation does not stand in a formula", "een toelichting staat niet in een formule"},
      {"leave it out: what a name is stands at its index, [clause.NAME.index.S], or at a "
       "constant",
       "laat haar weg: wat een naam is, staat bij de index, [clause.NAAM.index.S], of bij "
       "een constante"}};
}

std::optional<Aside> limits_in(const Tokens& tokens, std::size_t begin) {
  std::string keys;
  std::optional<std::size_t> from;
  std::size_t word = begin;
  std::size_t i = begin;
  while (!ends_line(tokens[i])) {
    const auto limit = limit_at(tokens, i);
    if (limit && !from && (from = end_of_value(tokens, begin, i))) word = i;
    if (limit && from) keys += (keys.empty() ? "" : ", ") + limit->key();
    i = limit && from ? limit->end : i + 1;
  }
  if (!from) return std::nullopt;
  return Aside{"F0114",
               word,
               *from,
               i,
               {"a largest or smallest change stands beside the formula",
                "een hoogste of laagste wijziging staat naast de formule"},
               {"leave it out here, and write limits = { " + keys + " }",
                "laat haar hier weg, en schrijf limits = { " + keys + " }"}};
}

std::optional<Aside> limit_in_words(const Tokens& tokens) {
  const auto limit = limit_at(tokens, 0);
  if (!limit) return std::nullopt;
  const bool cap = limit->side == LimitSide::cap;
  return Aside{"F0114",
               0,
               0,
               tokens.size() - 1,
               {"only the percentage stands here, without words",
                "hier staat alleen het percentage, zonder woorden"},
               {(cap ? "a largest change is " : "a smallest change is ") + limit->key(),
                (cap ? "een hoogste wijziging is " : "een laagste wijziging is ") + limit->key()}};
}

}  // namespace pricetalk
