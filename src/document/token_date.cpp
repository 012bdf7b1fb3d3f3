#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/digits.hpp"
#include "document/time_words.hpp"
#include "document/token.hpp"
#include "document/words.hpp"
#include "pricetalk/calendar/date.hpp"

namespace pricetalk::document {
namespace {

/// REQUIRES: digits alone.
int number_of(std::string_view digits) { return digits::read(digits).value_or(0); }

struct WrittenDate {
  std::string iso;      ///< empty: no such day
  bool either = false;  ///< day and month may be swapped
};

WrittenDate make_date(int year, int month, int day) {
  const auto date = Date::make(year, month, day);
  return {date ? date->text() : std::string(), false};
}

/// 01-01-2019, 1/1/2019, 1.1.2019, 01-01-19, 2019/01/01, 2019-1-1.
std::optional<WrittenDate> date_in_digits(std::string_view text) {
  std::vector<std::string_view> parts;
  char mark = 0;
  for (std::size_t at = 0; at <= text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end == at || end - at > 4) return std::nullopt;
    parts.push_back(text.substr(at, end - at));
    if (end == text.size()) break;
    const char found = text[end];
    if ((found != '-' && found != '/' && found != '.') || (mark != 0 && found != mark)) {
      return std::nullopt;
    }
    mark = found;
    at = end + 1;
  }
  if (parts.size() != 3) return std::nullopt;
  const auto small = [&](std::size_t i) { return parts[i].size() <= 2; };
  if (parts[0].size() == 4 && small(1) && small(2)) {
    return make_date(number_of(parts[0]), number_of(parts[1]), number_of(parts[2]));
  }
  if (!small(0) || !small(1) || (parts[2].size() != 4 && parts[2].size() != 2)) {
    return std::nullopt;
  }
  if (parts[2].size() == 2 && mark == '.') return std::nullopt;
  const int first = number_of(parts[0]);
  const int second = number_of(parts[1]);
  const int year = number_of(parts[2]) + (parts[2].size() == 2 ? 2000 : 0);
  if (second > 12 && first <= 12) return make_date(year, first, second);
  WrittenDate date = make_date(year, second, first);
  date.either = !date.iso.empty() && first <= 12 && first != second;
  return date;
}

/// 1 januari 2019, January 1, 2019, 1 jan. 2019.
std::optional<WrittenDate> date_in_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text) {
    if (c == ' ' || c == ',' || c == '.' || c == '-') {
      if (!word.empty()) words.push_back(std::move(word));
      word.clear();
    } else {
      word += c;
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  if (words.size() != 3) return std::nullopt;
  const int middle = month_named(words[1]).value_or(0);
  const int first = month_named(words[0]).value_or(0);
  const std::string& day = middle != 0 ? words[0] : words[1];
  if ((middle == 0 && first == 0) || !all_digits(day) || day.size() > 2 || words[2].size() != 4 ||
      !all_digits(words[2])) {
    return std::nullopt;
  }
  return make_date(number_of(words[2]), middle != 0 ? middle : first, number_of(day));
}

/// year-month-day, perhaps with a time behind it.
bool is_date_shape(std::string_view text) {
  return text.size() >= 10 && text[4] == '-' && text[7] == '-' && all_digits(text.substr(0, 4)) &&
         all_digits(text.substr(5, 2)) && all_digits(text.substr(8, 2));
}

/// A date or time in the right shape that TOML does not take.
std::optional<Mistake> wrong_day(std::string_view token) {
  if (!Date::parse(token.substr(0, 10))) {
    const int month = number_of(token.substr(5, 2));
    const int day = number_of(token.substr(8, 2));
    const auto swapped = Date::make(number_of(token.substr(0, 4)), day, month);
    Phrase hint{"a date is year-month-day", "een datum is jaar-maand-dag"};
    if (month > 12 && swapped) hint = write(swapped->text());
    return Mistake{"T0110", {"this day does not exist", "deze dag bestaat niet"}, hint};
  }
  const std::string_view time = token.size() > 10 ? token.substr(11) : std::string_view();
  const bool hours_and_minutes = time.size() == 5 && all_digits(time.substr(0, 2)) &&
                                 time[2] == ':' && all_digits(time.substr(3));
  if (hours_and_minutes && (token[10] == 'T' || token[10] == ' ' || token[10] == 't')) {
    return Mistake{
        "T0110",
        {"a time has hours, minutes and seconds", "een tijd heeft uren, minuten en seconden"},
        write(std::string(token.substr(0, 10)) + "T" + std::string(time) + ":00")};
  }
  return std::nullopt;
}

/// `31-12-` and `31 december ` with a year behind them are dates.
std::optional<WrittenDate> date_of(const std::string& text) {
  auto date = date_in_digits(text);
  if (!date) date = date_in_words(text);
  return date;
}

}  // namespace

std::optional<std::string> written_month_day(std::string_view text) {
  // A leap year has every day of the year.
  const std::string bare(text);
  for (const std::string& dated :
       {bare, bare + "-2000", bare + "/2000", bare + ".2000", bare + " 2000"})
    if (const auto date = date_of(dated); date && !date->iso.empty()) return date->iso.substr(5);
  return std::nullopt;
}

std::optional<Mistake> mistake_in_date(std::string_view token) {
  if (is_date_shape(token)) return wrong_day(token);
  const Phrase title{"a date is written year-month-day",
                     "een datum wordt geschreven als jaar-maand-dag"};
  const auto date = date_of(std::string(token));
  if (!date) return std::nullopt;
  if (date->iso.empty()) {
    return Mistake{"T0104",
                   title,
                   {"this day does not exist; write for example 2019-01-31",
                    "deze dag bestaat niet; schrijf bijvoorbeeld 2019-01-31"}};
  }
  Phrase hint = write(date->iso);
  if (date->either) {
    const std::string day = date->iso.substr(8);
    const std::string month = date->iso.substr(5, 2);
    hint.en += " (read as day " + day + ", month " + month + ")";
    hint.nl += " (gelezen als dag " + day + ", maand " + month + ")";
  }
  return Mistake{"T0104", title, hint};
}

}  // namespace pricetalk::document
