#include "contract/formula_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "document/words.hpp"

namespace pricetalk {

namespace {

constexpr std::array<std::pair<std::string_view, char>, 10> sign_words = {{{"x", '*'},
                                                                           {"times", '*'},
                                                                           {"maal", '*'},
                                                                           {"keer", '*'},
                                                                           {"mal", '*'},
                                                                           {"fois", '*'},
                                                                           {"plus", '+'},
                                                                           {"minus", '-'},
                                                                           {"moins", '-'},
                                                                           {"over", '/'}}};
constexpr std::array<std::string_view, 6> article_words = {"the", "de", "het", "la", "le", "der"};
constexpr std::array<std::string_view, 10> largest_words = {
    "greater", "greatest", "higher", "highest", "larger",
    "largest", "maximum",  "max",    "hoogste", "grootste"};
constexpr std::array<std::string_view, 10> smallest_words = {
    "lesser",   "least",   "lower", "lowest",  "smaller",
    "smallest", "minimum", "min",   "laagste", "kleinste"};
constexpr std::array<std::string_view, 4> words_between = {"or", "and", "en", "oder"};
constexpr std::array<std::string_view, 5> condition_words = {"if", "als", "indien", "wenn",
                                                             "falls"};
constexpr std::array<std::string_view, 9> ending_words = {
    "then", "dan", "else", "anders", "is", "of", "van", "whichever", "otherwise"};

template <std::size_t Size>
bool is_among(const std::array<std::string_view, Size>& words, std::string_view word) {
  const std::string small = document::lower(word);
  return std::find(words.begin(), words.end(), small) != words.end();
}

}  // namespace

std::optional<char> sign_word(std::string_view word) {
  const std::string small = document::lower(word);
  for (const auto& [spelling, sign] : sign_words)
    if (spelling == small) return sign;
  return std::nullopt;
}

bool is_article(std::string_view word) { return is_among(article_words, word); }

std::optional<Choice> choice_word(std::string_view word) {
  if (is_among(largest_words, word)) return Choice::largest;
  if (is_among(smallest_words, word)) return Choice::smallest;
  return std::nullopt;
}

bool is_of_english(std::string_view word) { return document::lower(word) == "of"; }
bool is_of_dutch(std::string_view word) { return document::lower(word) == "van"; }

bool separates_values(std::string_view word, bool dutch) {
  return is_among(words_between, word) || (dutch && is_of_english(word));
}

bool is_condition_word(std::string_view word) { return is_among(condition_words, word); }

bool ends_expression(std::string_view word) {
  return is_among(ending_words, word) || is_among(words_between, word) || is_condition_word(word);
}

}  // namespace pricetalk
