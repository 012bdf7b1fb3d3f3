#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "letter/typed_numbers.hpp"

// Numbers written out, up to 999,999: Dutch in one word, English in several.

namespace pricetalk {

namespace {

using Word = std::pair<std::string_view, int>;

constexpr std::array<Word, 21> dutch_units = {
    {{"een", 1},       {"één", 1},      {"twee", 2},       {"drie", 3},      {"vier", 4},
     {"vijf", 5},      {"zes", 6},      {"zeven", 7},      {"acht", 8},      {"negen", 9},
     {"tien", 10},     {"elf", 11},     {"twaalf", 12},    {"dertien", 13},  {"veertien", 14},
     {"vijftien", 15}, {"zestien", 16}, {"zeventien", 17}, {"achttien", 18}, {"negentien", 19},
     {"nul", 0}}};
constexpr std::array<Word, 8> dutch_tens = {{{"twintig", 20},
                                             {"dertig", 30},
                                             {"veertig", 40},
                                             {"vijftig", 50},
                                             {"zestig", 60},
                                             {"zeventig", 70},
                                             {"tachtig", 80},
                                             {"negentig", 90}}};
constexpr std::array<Word, 27> english_words = {
    {{"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},      {"five", 5},
     {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},      {"ten", 10},
     {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15},
     {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},
     {"thirty", 30},  {"forty", 40},     {"fifty", 50},    {"sixty", 60},    {"seventy", 70},
     {"eighty", 80},  {"ninety", 90}}};

template <std::size_t size>
std::optional<int> in(const std::array<Word, size>& words, std::string_view word) {
  const auto found = std::find_if(words.begin(), words.end(),
                                  [&](const Word& each) { return each.first == word; });
  return found == words.end() ? std::nullopt : std::optional(found->second);
}

/// "zevenentwintig", "tweeëntwintig", "veertig", "twaalf".
std::optional<int> dutch_below_100(std::string_view word) {
  if (const auto unit = in(dutch_units, word)) return unit;
  if (const auto tens = in(dutch_tens, word)) return tens;
  for (const auto& [unit, value] : dutch_units) {
    if (value < 1 || value > 9 || !word.starts_with(unit)) continue;
    for (const std::string_view link : {"en", "ën"}) {
      const std::string_view rest = word.substr(unit.size());
      if (!rest.starts_with(link)) continue;
      if (const auto tens = in(dutch_tens, rest.substr(link.size()))) return *tens + value;
    }
  }
  return std::nullopt;
}

/// A word around "honderd" or "duizend": what stands before it times that, and what stands behind.
template <class Part>
std::optional<int> dutch_around(std::string_view word, std::string_view sign, int times,
                                Part below) {
  const std::size_t at = word.find(sign);
  if (at == std::string_view::npos) return below(word);
  std::string_view rest = word.substr(at + sign.size());
  if (rest.starts_with("en")) rest.remove_prefix(2);
  const auto left = at == 0 ? std::optional(1) : below(word.substr(0, at));
  const auto right = rest.empty() ? std::optional(0) : below(rest);
  if (!left || !right) return std::nullopt;
  return *left * times + *right;
}

std::optional<int> dutch(std::string_view word) {
  return dutch_around(word, "duizend", 1000, [](std::string_view part) {
    return dutch_around(part, "honderd", 100, dutch_below_100);
  });
}

std::optional<WrittenNumber> english(std::string_view text) {
  WrittenNumber made;
  int group = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::string word = first_word(text.substr(at));
    if (word == "and" && made.bytes > 0) {
      at += word.size() + 1;
      continue;
    }
    if (const auto value = in(english_words, word))
      group += *value;
    else if (word == "hundred" && group < 100)
      group = std::max(group, 1) * 100;
    else if (word == "thousand" && made.value == 0)
      made.value = std::exchange(group, 0) * 1000;
    else
      break;
    at += word.size();
    made.bytes = at;
    if (at < text.size() && (text[at] == ' ' || text[at] == '-')) ++at;
  }
  made.value += group;
  return made.bytes > 0 && made.value > 0 ? std::optional(made) : std::nullopt;
}

}  // namespace

bool is_letter(char sign) {
  const auto byte = static_cast<unsigned char>(sign);
  return std::isalpha(byte) != 0 || byte == 0xC3 || (byte >= 0x80 && byte <= 0xBF);
}

std::string first_word(std::string_view text) {
  std::string word;
  while (word.size() < text.size() && is_letter(text[word.size()]))
    word += static_cast<char>(std::tolower(static_cast<unsigned char>(text[word.size()])));
  return word;
}

std::optional<WrittenNumber> written_number(std::string_view text) {
  const std::string word = first_word(text);
  if (const auto value = dutch(word)) return WrittenNumber{*value, word.size()};
  return english(text);
}

}  // namespace pricetalk
