#include <algorithm>

#include "document/time_words.hpp"
#include "document/words.hpp"
#include "invoice/cells.hpp"
#include "pricetalk/explain/format.hpp"
#include "register/list_file.hpp"

// The days in the columns of a list: which of "01-07" is the month.

namespace pricetalk {

namespace {

/// A cell with the day first, and with the month first.
template <class Day>
struct BothWays {
  std::optional<Day> day_first;
  std::optional<Day> month_first;
  bool differ() const { return day_first && month_first && !(*day_first == *month_first); }
};

BothWays<Date> whole_date(const std::string& cell) {
  return {cells::date(cell, DateOrder::day_month_year),
          cells::date(cell, DateOrder::month_day_year)};
}

/// 1 to 99, of one or two digits; nothing for anything else.
std::optional<int> small_number(std::string_view text) {
  if (text.empty() || text.size() > 2 || !std::all_of(text.begin(), text.end(), document::is_digit))
    return std::nullopt;
  int made = 0;
  for (const char digit : text) made = made * 10 + (digit - '0');
  return made;
}

std::optional<MonthDay> month_day(int month, int day) {
  const auto two_digits = [](int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
  };
  return MonthDay::parse(two_digits(month) + "-" + two_digits(day));
}

/// "15-07", "1/7", "1 juli".
BothWays<MonthDay> without_year(const std::string& cell) {
  const std::string_view text = document::trimmed(cell);
  const std::size_t mark = text.find_first_of("-/. ");
  if (mark == std::string_view::npos) return {};
  const auto first = small_number(text.substr(0, mark));
  const std::string_view rest = document::trimmed(text.substr(mark + 1));
  if (!first) return {};
  if (const auto month = month_named(rest)) {
    const auto made = month_day(*month, *first);
    return {made, made};
  }
  const auto second = small_number(rest);
  if (!second) return {};
  return {month_day(*second, *first), month_day(*first, *second)};
}

MonthDay of_date(const Date& date) { return {date.month(), date.day()}; }

BothWays<MonthDay> month_and_day(const std::string& cell) {
  const BothWays<Date> dates = whole_date(cell);
  if (!dates.day_first && !dates.month_first) return without_year(cell);
  BothWays<MonthDay> made;
  if (dates.day_first) made.day_first = of_date(*dates.day_first);
  if (dates.month_first) made.month_first = of_date(*dates.month_first);
  return made;
}

/// What a cell tells of the order of its column.
std::optional<DateOrder> told_order(const BothWays<MonthDay>& ways) {
  if (ways.day_first.has_value() == ways.month_first.has_value()) return std::nullopt;
  return ways.day_first ? DateOrder::day_month_year : DateOrder::month_day_year;
}

std::string day_and_month(const MonthDay& day, Language language) {
  return std::to_string(day.day) + " " + month_name(day.month, language);
}

UnreadDay either_day(const std::string& cell, const std::string& first_en,
                     const std::string& first_nl, const std::string& second_en,
                     const std::string& second_nl) {
  return {{"'" + cell + "' can be " + first_en + " or " + second_en,
           "'" + cell + "' kan " + first_nl + " zijn, of " + second_nl},
          {"write " + first_en + " or " + second_en, "schrijf " + first_nl + " of " + second_nl}};
}

UnreadDay either_day(const std::string& cell, const Date& first, const Date& second) {
  UnreadDay made = either_day(cell, date_text(first, Language::en), date_text(first, Language::nl),
                              date_text(second, Language::en), date_text(second, Language::nl));
  made.hint = {"write " + first.text() + " or " + second.text(),
               "schrijf " + first.text() + " of " + second.text()};
  return made;
}

UnreadDay either_day(const std::string& cell, const MonthDay& first, const MonthDay& second) {
  return either_day(cell, day_and_month(first, Language::en), day_and_month(first, Language::nl),
                    day_and_month(second, Language::en), day_and_month(second, Language::nl));
}

}  // namespace

void ListFile::find_order(std::size_t column) {
  std::optional<Order>& made = orders_[column];
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    const std::string cell = text(row, column);
    const auto told = told_order(month_and_day(cell));
    if (!told) continue;
    const BothWays<Date> dates = whole_date(cell);
    const bool with_year = dates.day_first || dates.month_first;
    if (!made)
      made = Order{*told, row, with_year, false};
    else if (made->order != *told)
      made->contested = true;
    else
      made->with_year = made->with_year || with_year;
  }
}

bool ListFile::order_untold() const {
  return std::none_of(orders_.begin(), orders_.end(),
                      [](const auto& each) { return each.has_value(); });
}

/// The order of a cell that does not tell it.
std::optional<DateOrder> ListFile::order_of_ambiguous(std::size_t column) const {
  if (const auto& own = orders_[column])
    return own->contested ? std::nullopt : std::optional(own->order);
  std::optional<DateOrder> made;
  for (const auto& each : orders_) {
    if (!each || !(each->with_year || each->contested)) continue;
    if (each->contested || (made && *made != each->order)) return std::nullopt;
    made = each->order;
  }
  return made;
}

template <class Day>
std::optional<Day> ListFile::chosen(const std::optional<Day>& day_first,
                                    const std::optional<Day>& month_first,
                                    std::size_t column) const {
  if (!day_first && !month_first) return std::nullopt;
  const auto in = [&](DateOrder order) {
    return order == DateOrder::day_month_year ? day_first : month_first;
  };
  if (day_first && month_first) {
    if (*day_first == *month_first) return day_first;
    const auto order = order_of_ambiguous(column);
    return order ? in(*order) : std::nullopt;
  }
  const auto& own = orders_[column];
  return own ? in(own->order) : day_first ? day_first : month_first;
}

std::optional<Date> ListFile::day(std::size_t row, std::size_t column) const {
  const BothWays<Date> ways = whole_date(text(row, column));
  return chosen(ways.day_first, ways.month_first, column);
}

std::optional<MonthDay> ListFile::day_of_year(std::size_t row, std::size_t column) const {
  const BothWays<MonthDay> ways = month_and_day(text(row, column));
  return chosen(ways.day_first, ways.month_first, column);
}

UnreadDay ListFile::unread_day(std::size_t row, std::size_t column) const {
  const std::string cell = text(row, column);
  const BothWays<Date> dates = whole_date(cell);
  if (dates.differ()) return either_day(cell, *dates.day_first, *dates.month_first);
  const BothWays<MonthDay> days = month_and_day(cell);
  if (days.differ()) return either_day(cell, *days.day_first, *days.month_first);
  const auto told = told_order(days);
  const auto& own = orders_[column];
  if (!told || !own || own->order == *told)
    return {{"'" + cell + "' is no day", "'" + cell + "' is geen dag"},
            {"write 2026-01-31", "schrijf 2026-01-31"}};
  const std::string place = where(own->row, column).place();
  const bool day_first = *told == DateOrder::day_month_year;
  return {{"'" + cell + "' has the " + (day_first ? "day" : "month") + " first, and " + place +
               " has the " + (day_first ? "month" : "day") + " first",
           "in '" + cell + "' staat de " + (day_first ? "dag" : "maand") + " voorop, en op " +
               place + " de " + (day_first ? "maand" : "dag")},
          {"write 2026-01-31 in all rows", "schrijf 2026-01-31 in alle rijen"}};
}

}  // namespace pricetalk
