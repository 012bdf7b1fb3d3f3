#include "wording/numbers_in_words.hpp"

#include <algorithm>
#include <array>

#include "document/time_words.hpp"
#include "document/words.hpp"

namespace pricetalk {

namespace {

struct CountWord {
  std::string_view word;
  int count;
};
constexpr std::array<CountWord, 33> count_words = {{
    {"een", 1},      {"één", 1},     {"twee", 2},    {"drie", 3},     {"vier", 4},
    {"vijf", 5},     {"zes", 6},     {"zeven", 7},   {"acht", 8},     {"negen", 9},
    {"tien", 10},    {"elf", 11},    {"twaalf", 12}, {"dertien", 13}, {"vijftien", 15},
    {"zestien", 16}, {"dertig", 30}, {"zestig", 60}, {"one", 1},      {"two", 2},
    {"three", 3},    {"four", 4},    {"five", 5},    {"six", 6},      {"seven", 7},
    {"eight", 8},    {"nine", 9},    {"ten", 10},    {"eleven", 11},  {"twelve", 12},
    {"thirty", 30},  {"sixty", 60},  {"ninety", 90},
}};

}  // namespace

std::string percentage_pattern() {
  return "(\\d{1,3}(?:[.,]\\d{1,3})?) ?(?:%|procent|percent|per cent|pct\\.?)(?:[- ]?punt(?:en)?| "
         "points?)?";
}

std::string count_pattern() {
  std::string made = "(\\d{1,2}";
  for (const CountWord& each : count_words) made += "|" + std::string(each.word);
  return made + ")(?: ?\\([a-z0-9]+\\))?";
}

std::string month_pattern() {
  std::string made;
  for (int month = 1; month <= 12; ++month) {
    const Phrase& name = month_name(month);
    for (const std::string& each : {document::lower(name.nl), document::lower(name.en)})
      made += (made.empty() ? "(" : "|") + each;
  }
  return made + ")";
}

std::string percent_of(const std::string& number) {
  std::string made = number;
  std::replace(made.begin(), made.end(), ',', '.');
  return made + "%";
}

std::optional<int> count_in_words(const std::string& text) {
  if (!text.empty() && std::all_of(text.begin(), text.end(), document::is_digit))
    return std::stoi(text);
  for (const CountWord& each : count_words)
    if (each.word == text) return each.count;
  return std::nullopt;
}

int month_number(std::string_view text) {
  for (int month = 1; month <= 12; ++month)
    if (text == document::lower(month_name(month).nl) ||
        text == document::lower(month_name(month).en))
      return month;
  return 0;
}

std::string month_in_words(std::string_view text) {
  return document::lower(month_name(month_number(text)).en);
}

std::string duration_in_words(const std::string& count, std::string_view unit) {
  std::string_view made = "months";
  if (unit.starts_with("w")) made = "weeks";
  if (unit.starts_with("d")) made = "days";
  std::string text(count == "1" ? made.substr(0, made.size() - 1) : made);
  return count + " " + text;
}

}  // namespace pricetalk
