#include "index/publication/typed_period.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "document/words.hpp"
#include "index/publication/day_spacing.hpp"
#include "index/publication/figure_text.hpp"

namespace pricetalk::publication {

using document::all_digits;
using document::is_digit;
using document::lower;
using document::trimmed;

namespace {

/// The words and the numbers of a label: "2024Q1" and "Q1-2024" have the same.
struct Parts {
  std::vector<std::string> words;
  std::vector<std::string> numbers;
};

bool separates(char c) { return std::string_view(" \t-/_,'()").find(c) != std::string_view::npos; }

/// Behind a number or a month's name a dot says nothing: `1. Quartal`, `jan. 2025`, `01.2025`.
Parts parts_of_label(std::string_view label) {
  Parts made;
  const std::string text = lower(label);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (is_digit(text[at])) {
      while (at < text.size() && is_digit(text[at])) ++at;
      made.numbers.push_back(text.substr(begin, at - begin));
    } else if (separates(text[at]) || text[at] == '.') {
      ++at;
    } else if (const std::size_t quote = document::curly_quote(text, at)) {
      at += quote;
    } else {
      while (at < text.size() && !separates(text[at]) && text[at] != '.' && !is_digit(text[at]))
        ++at;
      made.words.push_back(text.substr(begin, at - begin));
    }
  }
  static constexpr std::array<std::string_view, 12> filling{"e",  "er", "ste", "de", "th",  "st",
                                                            "nd", "rd", "van", "of", "het", "the"};
  // `1e kwartaal`: the ending of the number is no word of its own.
  std::erase_if(made.words, [](const std::string& word) {
    return std::find(filling.begin(), filling.end(), word) != filling.end();
  });
  return made;
}

std::optional<int> year_in(std::string_view digits) {
  if (digits.size() == 4 && digits >= "1000" && digits <= "2999")
    return (digits[0] - '0') * 1000 + (digits[1] - '0') * 100 + (digits[2] - '0') * 10 +
           (digits[3] - '0');
  return std::nullopt;
}

int small_number(std::string_view digits) {
  return digits.size() == 1 ? digits[0] - '0' : (digits[0] - '0') * 10 + (digits[1] - '0');
}

/// The year beside a name: four digits, or the last two of them.
std::optional<int> year_beside_a_name(std::string_view digits) {
  if (digits.size() != 2) return year_in(digits);
  const int last = small_number(digits);
  return last < 50 ? 2000 + last : 1900 + last;
}

std::optional<Period> typed_month(int year, std::string_view digits) {
  if (digits.empty() || digits.size() > 2) return std::nullopt;
  const int month = small_number(digits);
  if (month < 1 || month > 12) return std::nullopt;
  return Period::month(year, month);
}

/// Two numbers: which is the year, and what stands beside it.
struct YearAndCount {
  int year = 0;
  std::string_view count;
};
std::optional<YearAndCount> year_and_count(const Parts& parts, bool short_years) {
  if (parts.numbers.size() != 2) return std::nullopt;
  for (const std::size_t which : {0U, 1U}) {
    const std::string& other = parts.numbers[1 - which];
    if (const auto year = year_in(parts.numbers[which]); year && other.size() <= 2)
      return YearAndCount{*year, other};
  }
  for (const std::size_t which : {0U, 1U}) {
    const std::string& other = parts.numbers[1 - which];
    if (short_years && parts.numbers[which].size() == 2 && other.size() == 1)
      return YearAndCount{*year_beside_a_name(parts.numbers[which]), other};
  }
  return std::nullopt;
}

template <std::size_t N>
bool listed_in(const std::array<std::string_view, N>& known, const std::string& word) {
  return std::find(known.begin(), known.end(), word) != known.end();
}

bool names_quarters(const std::string& word) {
  static constexpr std::array<std::string_view, 13> known{
      "q",         "k",    "kw",      "t",   "qtr",     "kwartaal", "kwart",
      "trimestre", "trim", "quartal", "qrt", "quarter", "kvartal"};
  return listed_in(known, word);
}

bool names_a_year(const std::string& word) {
  static constexpr std::array<std::string_view, 7> known{
      "jaar", "year", "jahr", "annee", "année", "jaargemiddelde", "gemiddelde"};
  return listed_in(known, word);
}

/// `eerste`, `first`, `erstes`, `premier`, `i`: 1.
std::optional<int> ordinal_in(const std::string& word) {
  static constexpr std::array<std::pair<std::string_view, int>, 19> known{{
      {"i", 1},       {"ii", 2},      {"iii", 3},       {"iv", 4},        {"eerste", 1},
      {"tweede", 2},  {"derde", 3},   {"vierde", 4},    {"first", 1},     {"second", 2},
      {"third", 3},   {"fourth", 4},  {"erstes", 1},    {"zweites", 2},   {"drittes", 3},
      {"viertes", 4}, {"premier", 1}, {"troisième", 3}, {"quatrième", 4},
  }};
  for (const auto& [name, number] : known)
    if (name == word) return number;
  return std::nullopt;
}

std::optional<Period> typed_quarter(const Parts& parts) {
  if (parts.words.size() == 1 && names_quarters(parts.words[0])) {
    const auto found = year_and_count(parts, true);
    if (!found) return std::nullopt;
    const int quarter = small_number(found->count);
    // `2024 KW12` is a week.
    if (quarter < 1 || quarter > 4) return std::nullopt;
    return Period::quarter(found->year, quarter);
  }
  if (parts.numbers.size() != 1 || parts.words.size() > 2) return std::nullopt;
  const auto year = year_in(parts.numbers[0]);
  const bool in_words = parts.words.size() == 2 && names_quarters(parts.words[1]);
  const auto ordinal = ordinal_in(parts.words[0]);
  if (!year || !ordinal || (parts.words.size() == 2 && !in_words)) return std::nullopt;
  return Period::quarter(*year, *ordinal);
}

std::optional<Period> typed_in_numbers(std::string_view label, const Parts& parts) {
  if (parts.numbers.size() == 1 && parts.numbers[0].size() == 6 && all_digits(label)) {
    const std::string_view digits = parts.numbers[0];
    const auto year = year_in(digits.substr(0, 4));
    return year ? typed_month(*year, digits.substr(4)) : std::nullopt;
  }
  const auto found = year_and_count(parts, false);
  // `2025.1` is what a spreadsheet makes of 2025.10.
  if (!found || (label.find('.') != std::string_view::npos && found->count.size() != 2))
    return std::nullopt;
  return typed_month(found->year, found->count);
}

std::optional<Period> typed_in_words(const Parts& parts) {
  if (parts.words.size() == 1 && parts.numbers.size() == 1) {
    if (const auto month = month_number(parts.words[0])) {
      const auto year = year_beside_a_name(parts.numbers[0]);
      return year ? std::optional(Period::month(*year, *month)) : std::nullopt;
    }
    const auto year = year_in(parts.numbers[0]);
    if (year && names_a_year(parts.words[0])) return Period::year(*year);
  }
  if (parts.words.size() == 1 && parts.words[0] == "m") {
    const auto found = year_and_count(parts, false);
    return found ? typed_month(found->year, found->count) : std::nullopt;
  }
  return typed_quarter(parts);
}

/// `01-jan`: a day without its year, or a month of which two digits of the year stand first.
bool may_lack_its_year(std::string_view label) {
  const Parts parts = parts_of_label(label);
  if (parts.words.size() != 1 || parts.numbers.size() != 1 || !month_number(parts.words[0]))
    return false;
  const std::string& digits = parts.numbers[0];
  return digits.size() <= 2 && small_number(digits) <= 31 && is_digit(trimmed(label).front());
}

/// A day whose first two numbers may be day and month, or month and day.
struct TypedDay {
  std::optional<Date> day_first;
  std::optional<Date> month_first;
  bool stated = false;   ///< the order is not in doubt
  bool slashes = false;  ///< between its numbers
  bool iso = false;
};

std::optional<Date> day_of(int year, int month, int day) {
  if (month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return Date::parse(std::to_string(year) + "-" + two(month) + "-" + two(day));
}

/// Without the time that a spreadsheet puts behind a day: `2025-01-01 00:00:00`.
std::string_view without_time(std::string_view label) {
  const auto colon = label.find(':');
  const auto mark = label.substr(0, colon).find_last_of(" T");
  return colon == std::string_view::npos || mark == std::string_view::npos ? label
                                                                           : label.substr(0, mark);
}

std::optional<TypedDay> typed_day(std::string_view label) {
  label = trimmed(without_time(label));
  TypedDay made;
  if (const auto iso = Date::parse(label)) {
    made.day_first = iso;
    made.stated = made.iso = true;
    return made;
  }
  const Parts parts = parts_of_label(label);
  const auto& numbers = parts.numbers;
  if (numbers.size() == 2 && parts.words.size() == 1 && numbers[0].size() <= 2) {
    const auto month = month_number(parts.words[0]);
    const auto year = year_beside_a_name(numbers[1]);
    if (!month || !year) return std::nullopt;
    made.day_first = day_of(*year, *month, small_number(numbers[0]));
    made.stated = true;
    return made.day_first ? std::optional(made) : std::nullopt;
  }
  if (numbers.size() == 1 && numbers[0].size() == 8 && all_digits(label)) {
    made.day_first = Date::parse(numbers[0].substr(0, 4) + "-" + numbers[0].substr(4, 2) + "-" +
                                 numbers[0].substr(6));
    made.stated = true;
    return made.day_first ? std::optional(made) : std::nullopt;
  }
  if (numbers.size() != 3 || !parts.words.empty()) return std::nullopt;
  if (const auto year = year_in(numbers[0]);
      year && numbers[1].size() <= 2 && numbers[2].size() <= 2) {
    made.day_first = day_of(*year, small_number(numbers[1]), small_number(numbers[2]));
    made.stated = true;
    return made.day_first ? std::optional(made) : std::nullopt;
  }
  const auto year = year_beside_a_name(numbers[2]);
  if (!year || numbers[0].size() > 2 || numbers[1].size() > 2) return std::nullopt;
  const int first = small_number(numbers[0]);
  const int second = small_number(numbers[1]);
  made.day_first = day_of(*year, second, first);
  made.month_first = day_of(*year, first, second);
  // Slashes are written in both orders, a hyphen seldom with the month first, a point never.
  made.stated = label.find('.') != std::string_view::npos;
  made.slashes = label.find('/') != std::string_view::npos;
  if (made.stated) made.month_first.reset();
  return made.day_first || made.month_first ? std::optional(made) : std::nullopt;
}

/// All days in one order; nothing when one of them does not exist in it.
std::optional<std::vector<Date>> days_in_order(const std::vector<TypedDay>& days,
                                               bool month_first) {
  std::vector<Date> made;
  for (const TypedDay& each : days) {
    const auto& day = month_first && !each.stated ? each.month_first : each.day_first;
    if (!day) return std::nullopt;
    made.push_back(*day);
  }
  return made;
}

struct SettledDays {
  std::vector<Date> days;
  Unit unit = Unit::day;
};

using Order = TypedPeriods::Order;

/// The days of a column in both orders, as far as they exist in them.
struct OrderedDays {
  std::optional<std::vector<Date>> by_day;
  std::optional<std::vector<Date>> by_month;
  std::optional<Unit> day_unit = {};
  std::optional<Unit> month_unit = {};
  bool slashes = false;

  explicit OrderedDays(const std::vector<TypedDay>& days)
      : by_day(days_in_order(days, false)),
        by_month(days_in_order(days, true)),
        slashes(std::any_of(days.begin(), days.end(),
                            [](const TypedDay& day) { return day.slashes; })) {
    if (by_day) day_unit = unit_of_days(*by_day);
    if (by_month) month_unit = unit_of_days(*by_month);
  }

  /// Whether both orders can be meant. Where the day is wont to stand first, only slashes are
  /// doubted, and only where the other order makes months: 1 September of what would be 9 January.
  Order order(bool european) const {
    if (!by_day && !by_month) return Order::mixed;
    if (!by_day || !by_month || *by_day == *by_month) return Order::clear;
    const bool months_by_month = month_unit && *month_unit != Unit::day;
    const bool months_by_day = day_unit && *day_unit != Unit::day;
    if (european || !slashes)
      return slashes && months_by_month && !months_by_day ? Order::either : Order::clear;
    // 1/1, 1/2, 1/3: three months, or three days of January.
    return day_unit.has_value() == month_unit.has_value() ? Order::either : Order::clear;
  }
  bool takes_day_first(bool european) const {
    return by_day && (!by_month || european || !slashes || day_unit || *by_day == *by_month);
  }
};

/// Nothing when both orders, or more than one unit, are possible.
std::optional<SettledDays> settled(const std::vector<TypedDay>& days, const OrderedDays& ordered,
                                   bool european) {
  if (ordered.order(european) != Order::clear) return std::nullopt;
  const bool day_first = ordered.takes_day_first(european);
  const auto& found = day_first ? ordered.by_day : ordered.by_month;
  if (const auto unit = day_first ? ordered.day_unit : ordered.month_unit)
    return SettledDays{*found, *unit};
  // A day written as 2025-07-01 is one, whatever stands beside it.
  const bool iso =
      std::all_of(days.begin(), days.end(), [](const TypedDay& day) { return day.iso; });
  return iso ? std::optional(SettledDays{*found, Unit::day}) : std::nullopt;
}

/// `2025-1`, `1/2025`: the number beside the year, where it is written with one digit.
std::optional<YearAndCount> one_digit(const Parts& parts) {
  const auto found = parts.words.empty() ? year_and_count(parts, false) : std::nullopt;
  return found && found->count.size() == 1 ? found : std::nullopt;
}

/// Numbers up to four may count quarters as well as months; one above four tells that they are
/// months.
void settle_numbers(const std::vector<std::string_view>& labels, NumbersAre numbers,
                    TypedPeriods& into) {
  if (numbers == NumbersAre::months) return;
  std::vector<std::pair<std::size_t, Period>> quarters;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const Parts parts = parts_of_label(labels[i]);
    const auto found = one_digit(parts);
    const bool month = into.periods[i] && into.periods[i]->unit() == Unit::month;
    if (!month) continue;
    const int count = found ? small_number(found->count) : 12;
    if (count > 4) return;
    quarters.emplace_back(i, Period::quarter(found->year, count));
  }
  for (const auto& [at, quarter] : quarters)
    into.periods[at] = numbers == NumbersAre::quarters ? std::optional(quarter) : std::nullopt;
  into.unclear = into.unclear || (!quarters.empty() && numbers == NumbersAre::unknown);
}

}  // namespace

std::optional<Period> typed_period(std::string_view label) {
  label = trimmed(label);
  const auto read = read_period(label);
  if (read && read->unit() != Unit::day) return read;
  if (read) return std::nullopt;
  const Parts parts = parts_of_label(label);
  if (parts.words.empty()) return typed_in_numbers(label, parts);
  if (may_lack_its_year(label)) return std::nullopt;
  return typed_in_words(parts);
}

std::optional<Date> day_first(std::string_view label) {
  const auto day = typed_day(label);
  return day ? day->day_first : std::nullopt;
}

std::optional<std::pair<Date, Date>> both_days(std::string_view label) {
  const auto day = typed_day(label);
  if (!day || !day->day_first || !day->month_first || *day->day_first == *day->month_first)
    return std::nullopt;
  return std::pair(*day->day_first, *day->month_first);
}

TypedPeriods typed_periods(const std::vector<std::string_view>& labels, bool european,
                           NumbersAre numbers) {
  TypedPeriods made;
  std::vector<TypedDay> days;
  std::vector<std::size_t> places;
  for (const std::string_view label : labels) {
    made.periods.push_back(typed_period(label));
    if (made.periods.back()) continue;
    made.unclear = made.unclear || may_lack_its_year(label);
    const auto day = typed_day(label);
    if (!day) continue;
    days.push_back(*day);
    places.push_back(made.periods.size() - 1);
  }
  settle_numbers(labels, numbers, made);
  if (days.empty()) return made;
  const OrderedDays ordered(days);
  made.order = ordered.order(european);
  const auto found = settled(days, ordered, european);
  made.unclear = made.unclear || !found;
  for (std::size_t i = 0; found && i < places.size(); ++i)
    made.periods[places[i]] = Period::containing(found->days[i], found->unit);
  return made;
}

}  // namespace pricetalk::publication
