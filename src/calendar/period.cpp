#include "pricetalk/calendar/period.hpp"

#include <algorithm>

#include "calendar/digits.hpp"

namespace pricetalk {

namespace {

constexpr int epoch_year = 1970;
constexpr int thursday = 4;
// 1970-01-01 is a Thursday: its week begins three days before it.
constexpr int first_day_of_epoch_week = -3;

Date first_calendar_day() { return *Date::make(1, 1, 1); }
Date last_calendar_day() { return *Date::make(9999, 12, 31); }

// An ISO week belongs to the year that holds its Thursday.
Date thursday_of_week(Date date) { return date.plus_days(thursday - date.weekday()); }

std::int32_t week_ordinal(Date date) {
  const std::int32_t week_begin = date.days() - (date.weekday() - 1);
  return (week_begin - first_day_of_epoch_week) / 7;  // exact
}

std::int32_t ordinal_of(Date date, Unit unit) {
  const std::int32_t years = date.year() - epoch_year;
  switch (unit) {
    case Unit::day:
      return date.days();
    case Unit::week:
      return week_ordinal(date);
    case Unit::month:
      return years * 12 + date.month() - 1;
    case Unit::quarter:
      return years * 4 + (date.month() - 1) / 3;
    case Unit::year:
      return years;
  }
  return 0;
}

// The first day of one of the equal parts of a year: 12 months, 4 quarters, 1 year.
Date first_day_of_part(std::int32_t ordinal, int parts) {
  const std::int32_t since_year_0 = ordinal + epoch_year * parts;
  const int months_in_part = 12 / parts;
  return *Date::make(since_year_0 / parts, since_year_0 % parts * months_in_part + 1, 1);
}

Date last_day_of_month(Date date) {
  return *Date::make(date.year(), date.month(), days_in_month(date.year(), date.month()));
}

int iso_week(Date thursday_date) {
  const Date new_year = *Date::make(thursday_date.year(), 1, 1);
  return (thursday_date.days() - new_year.days()) / 7 + 1;
}

std::optional<Period> parse_week(int year, int week) {
  const auto fourth_of_january = Date::make(year, 1, 4);  // always in week 1
  if (!fourth_of_january || week < 1 || 53 < week) return std::nullopt;
  const Date day = thursday_of_week(*fourth_of_january).plus_days(7 * (week - 1));
  if (iso_week(thursday_of_week(day)) != week) return std::nullopt;  // a 53rd that is not there
  return Period::containing(day, Unit::week);
}

}  // namespace

std::optional<Period> Period::parse(std::string_view text) {
  if (text.size() == 10) {
    const auto day = Date::parse(text);
    return day ? std::optional(containing(*day, Unit::day)) : std::nullopt;
  }
  const auto year_number = digits::read(text.substr(0, std::min<std::size_t>(text.size(), 4)));
  if (!year_number || text.size() < 4 || *year_number < 1) return std::nullopt;
  if (text.size() == 4) return year(*year_number);
  if (text.size() < 7 || text[4] != '-') return std::nullopt;
  const std::string_view part = text.substr(5);
  if (part.size() == 2 && part[0] == 'Q' && '1' <= part[1] && part[1] <= '4') {
    return quarter(*year_number, part[1] - '0');
  }
  if (part.size() == 3 && part[0] == 'W') {
    const auto week = digits::read(part.substr(1));
    return week ? parse_week(*year_number, *week) : std::nullopt;
  }
  const auto month_number = digits::read(part);
  if (part.size() != 2 || !month_number || *month_number < 1 || 12 < *month_number) {
    return std::nullopt;
  }
  return month(*year_number, *month_number);
}

Period Period::containing(Date date, Unit unit) { return {unit, ordinal_of(date, unit)}; }

Period Period::month(int year, int month) {
  return containing(Date::make(year, month, 1).value(), Unit::month);
}

Period Period::quarter(int year, int quarter) {
  return containing(Date::make(year, quarter * 3, 1).value(), Unit::quarter);
}

Period Period::year(int year) { return containing(Date::make(year, 1, 1).value(), Unit::year); }

Period Period::plus(int count) const {
  const std::int64_t first = ordinal_of(first_calendar_day(), unit_);
  const std::int64_t last = ordinal_of(last_calendar_day(), unit_);
  const std::int64_t ordinal = std::clamp(std::int64_t{ordinal_} + count, first, last);
  return {unit_, static_cast<std::int32_t>(ordinal)};
}

Date Period::first_day() const {
  switch (unit_) {
    case Unit::day:
      return Date::from_days(ordinal_);
    case Unit::week:
      return Date::from_days(std::int64_t{ordinal_} * 7 + first_day_of_epoch_week);
    case Unit::month:
      return first_day_of_part(ordinal_, 12);
    case Unit::quarter:
      return first_day_of_part(ordinal_, 4);
    case Unit::year:
      return first_day_of_part(ordinal_, 1);
  }
  return {};
}

Date Period::last_day() const {
  const Date first = first_day();
  switch (unit_) {
    case Unit::day:
      return first;
    case Unit::week:
      return first.plus_days(6);
    case Unit::month:
      return last_day_of_month(first);
    case Unit::quarter:
      return last_day_of_month(*Date::make(first.year(), first.month() + 2, 1));
    case Unit::year:
      return *Date::make(first.year(), 12, 31);
  }
  return first;
}

int Period::in_year() const {
  return unit_ == Unit::week ? thursday_of_week(first_day()).year() : first_day().year();
}

std::string Period::text() const {
  const Date first = first_day();
  std::string year_text = digits::padded(in_year(), 4);
  switch (unit_) {
    case Unit::day:
      return first.text();
    case Unit::week:
      return year_text + "-W" + digits::padded(iso_week(thursday_of_week(first)), 2);
    case Unit::month:
      return year_text + "-" + digits::padded(first.month(), 2);
    case Unit::quarter:
      return year_text + "-Q" + std::to_string((first.month() - 1) / 3 + 1);
    case Unit::year:
      break;
  }
  return year_text;
}

std::strong_ordering operator<=>(const Period& a, const Period& b) {
  if (const auto by_first = a.first_day() <=> b.first_day(); by_first != 0) return by_first;
  return a.last_day() <=> b.last_day();
}

std::optional<PeriodSpan> PeriodSpan::parse(std::string_view text) {
  constexpr std::string_view separator = " to ";
  const std::size_t at = text.find(separator);
  const auto first = Period::parse(text.substr(0, at));
  if (!first) return std::nullopt;
  if (at == std::string_view::npos) return PeriodSpan{*first, *first};
  const auto last = Period::parse(text.substr(at + separator.size()));
  if (!last || last->unit() != first->unit() || *last < *first) return std::nullopt;
  return PeriodSpan{*first, *last};
}

std::string PeriodSpan::text() const {
  return first == last ? first.text() : first.text() + " to " + last.text();
}

}  // namespace pricetalk
