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

constexpr std::array<std::string_view, 8> old_words = {"oud",   "old",  "alt",  "ancien",
                                                       "basis", "base", "oude", "alte"};
constexpr std::array<std::string_view, 7> new_words = {"nieuw",  "new",  "neu",    "nouveau",
                                                       "nieuwe", "neue", "actueel"};
/// Words that begin an explanation behind a formula.
constexpr std::array<std::string_view, 9> explaining_words = {
    "waarin", "waarbij", "where", "wherein", "worin", "wobei", "waarvan", "hierin", "dont"};
constexpr std::array<std::string_view, 22> time_words = {
    "maand",    "month",   "monat",   "mois",     "jaar",     "year",     "jahr",  "annee",
    "kwartaal", "quarter", "januari", "february", "january",  "februari", "maart", "march",
    "juli",     "july",    "oktober", "october",  "december", "september"};
/// What may stand between a value and the words of its limit.
constexpr std::array<std::string_view, 18> connecting_words = {
    "a",       "an",  "een",  "het",  "de",  "the",   "with",  "met", "to",
    "subject", "but", "doch", "maar", "mit", "einem", "einer", "tot", "en"};

/// The words of a limit, and which one it is.
struct LimitWords {
  std::string_view words;
  LimitSide side;
};
constexpr std::array<LimitWords, 31> limit_words = {
    {{"maximaal", LimitSide::cap},       {"maximum", LimitSide::cap},
     {"maximal", LimitSide::cap},        {"max", LimitSide::cap},
     {"hoogstens", LimitSide::cap},      {"höchstens", LimitSide::cap},
     {"ten hoogste", LimitSide::cap},    {"niet meer dan", LimitSide::cap},
     {"at most", LimitSide::cap},        {"exceeding", LimitSide::cap},
     {"not exceeding", LimitSide::cap},  {"not more than", LimitSide::cap},
     {"no more than", LimitSide::cap},   {"nor more than", LimitSide::cap},
     {"capped at", LimitSide::cap},      {"au plus", LimitSide::cap},
     {"au maximum", LimitSide::cap},     {"minimaal", LimitSide::floor},
     {"minimum", LimitSide::floor},      {"minimal", LimitSide::floor},
     {"min", LimitSide::floor},          {"minstens", LimitSide::floor},
     {"mindestens", LimitSide::floor},   {"ten minste", LimitSide::floor},
     {"tenminste", LimitSide::floor},    {"niet minder dan", LimitSide::floor},
     {"at least", LimitSide::floor},     {"not less than", LimitSide::floor},
     {"no less than", LimitSide::floor}, {"nor less than", LimitSide::floor},
     {"au moins", LimitSide::floor}}};

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

bool is_old_word(std::string_view word) { return is_among(old_words, word); }
bool is_old_or_new(std::string_view word) { return is_old_word(word) || is_among(new_words, word); }
bool explains(std::string_view word) { return is_among(explaining_words, word); }
bool is_time_word(std::string_view word) { return is_among(time_words, word); }
bool connects_limit(std::string_view word) { return is_among(connecting_words, word); }

std::optional<LimitSide> limit_side(std::string_view words) {
  const std::string small = document::lower(words);
  for (const LimitWords& row : limit_words)
    if (row.words == small) return row.side;
  return std::nullopt;
}

bool is_condition_word(std::string_view word) { return is_among(condition_words, word); }

bool ends_expression(std::string_view word) {
  return is_among(ending_words, word) || is_among(words_between, word) || is_condition_word(word);
}

}  // namespace pricetalk
