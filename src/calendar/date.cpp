#include "pricetalk/calendar/date.hpp"

#include <algorithm>
#include <array>
#include <cassert>

#include "calendar/digits.hpp"

namespace pricetalk {

namespace {

constexpr int first_year = 1;
constexpr int last_year = 9999;
constexpr std::int64_t first_day = -719'162;        // 0001-01-01
constexpr std::int64_t last_day = 2'932'896;        // 9999-12-31
constexpr std::int64_t days_before_1970 = 719'468;  // counted from 0000-03-01
constexpr int days_in_era = 146'097;                // 400 years

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

struct UnitWord {
  std::string_view singular;
  std::string_view plural;
  Unit unit;
};
constexpr std::array<UnitWord, 5> unit_words{{{"day", "days", Unit::day},
                                              {"week", "weeks", Unit::week},
                                              {"month", "months", Unit::month},
                                              {"quarter", "quarters", Unit::quarter},
                                              {"year", "years", Unit::year}}};

constexpr std::size_t longest_count = 6;

Date shift_months(Date date, std::int64_t months) {
  constexpr std::int64_t first_month = std::int64_t{first_year} * 12;
  constexpr std::int64_t last_month = last_year * 12 + 11;
  const std::int64_t month = std::int64_t{date.year()} * 12 + date.month() - 1 + months;
  if (month < first_month) return Date::from_days(first_day);
  if (month > last_month) return Date::from_days(last_day);
  const int year = static_cast<int>(month / 12);
  const int month_of_year = static_cast<int>(month % 12) + 1;
  return *Date::make(year, month_of_year, std::min(date.day(), days_in_month(year, month_of_year)));
}

}  // namespace

int days_in_month(int year, int month) {
  assert(1 <= month && month <= 12);
  constexpr std::array<int, 13> days{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days[static_cast<std::size_t>(month)];
}

std::optional<Date> Date::make(int year, int month, int day) {
  if (year < first_year || last_year < year || month < 1 || 12 < month) return std::nullopt;
  if (day < 1 || days_in_month(year, month) < day) return std::nullopt;
  Date date;
  date.year_ = static_cast<std::int16_t>(year);
  date.month_ = static_cast<std::int8_t>(month);
  date.day_ = static_cast<std::int8_t>(day);
  return date;
}

std::optional<Date> Date::parse(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto year = digits::read(iso.substr(0, 4));
  const auto month = digits::read(iso.substr(5, 2));
  const auto day = digits::read(iso.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return make(*year, *month, *day);
}

// Years that begin on 1 March: then the leap day is the last of its year, and the months from March
// on have 31, 30, 31, 30, 31 days over and over, which (153 m + 2) / 5 counts.
Date Date::from_days(std::int64_t days) {
  const int day = static_cast<int>(std::clamp(days, first_day, last_day) + days_before_1970);
  const int era = day / days_in_era;
  const int day_of_era = day % days_in_era;
  const int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int months_after_march = (5 * day_of_year + 2) / 153;
  const bool next_year = months_after_march >= 10;
  const int month = months_after_march + (next_year ? -9 : 3);
  const int year = era * 400 + year_of_era + (next_year ? 1 : 0);
  return *make(year, month, day_of_year - (153 * months_after_march + 2) / 5 + 1);
}

std::int32_t Date::days() const {
  const bool next_year = month_ <= 2;
  const int year = year_ - (next_year ? 1 : 0);
  const int months_after_march = month_ + (next_year ? 9 : -3);
  const int day_of_year = (153 * months_after_march + 2) / 5 + day_ - 1;
  const int leap_days = year / 4 - year / 100 + year / 400;
  return static_cast<std::int32_t>(365 * year + leap_days + day_of_year - days_before_1970);
}

int Date::weekday() const {
  // 0001-01-01 is a Monday.
  return static_cast<int>((days() - first_day) % 7) + 1;
}

std::string Date::text() const {
  return digits::padded(year_, 4) + "-" + digits::padded(month_, 2) + "-" + digits::padded(day_, 2);
}

std::optional<Duration> Duration::parse(std::string_view text) {
  Duration duration;
  const std::size_t blank = text.find(' ');
  std::string_view unit = text;
  if (blank == std::string_view::npos) {
    duration.count = 1;
  } else {
    const auto count = digits::read(text.substr(0, blank));
    if (!count || blank > longest_count) return std::nullopt;
    duration.count = *count;
    unit.remove_prefix(std::min(unit.find_first_not_of(' ', blank), unit.size()));
  }
  for (const UnitWord& word : unit_words) {
    const bool counted = blank != std::string_view::npos;
    if (unit == word.singular || (counted && unit == word.plural)) {
      duration.unit = word.unit;
      return duration;
    }
  }
  return std::nullopt;
}

std::string Duration::text() const {
  const UnitWord& word = unit_words[static_cast<std::size_t>(unit)];
  return std::to_string(count) + " " + std::string(count == 1 ? word.singular : word.plural);
}

std::optional<int> Duration::months() const {
  switch (unit) {
    case Unit::month:
      return count;
    case Unit::quarter:
      return count * 3;
    case Unit::year:
      return count * 12;
    case Unit::day:
    case Unit::week:
      break;
  }
  return std::nullopt;
}

Date shift(Date date, Duration duration, int times) {
  if (const auto months = duration.months()) {
    return shift_months(date, std::int64_t{*months} * times);
  }
  const int days = duration.unit == Unit::week ? 7 : 1;
  return Date::from_days(date.days() + std::int64_t{duration.count} * days * times);
}

std::optional<MonthDay> MonthDay::parse(std::string_view text) {
  if (text.size() != 5 || text[2] != '-') return std::nullopt;
  const auto month = digits::read(text.substr(0, 2));
  const auto day = digits::read(text.substr(3, 2));
  constexpr int leap_year = 2000;
  if (!month || !day || !Date::make(leap_year, *month, *day)) return std::nullopt;
  return MonthDay{*month, *day};
}

Date MonthDay::in(int year) const {
  const int in_range = std::clamp(year, first_year, last_year);
  return *Date::make(in_range, month, std::min(day, days_in_month(in_range, month)));
}

std::string MonthDay::text() const {
  return digits::padded(month, 2) + "-" + digits::padded(day, 2);
}

std::optional<DateTime> DateTime::parse(std::string_view iso) {
  constexpr std::string_view seconds = ":00";
  if (iso.size() == 19 && iso.substr(16) == seconds) iso.remove_suffix(seconds.size());
  if (iso.size() != 16 || (iso[10] != 'T' && iso[10] != ' ') || iso[13] != ':') return std::nullopt;
  const auto date = Date::parse(iso.substr(0, 10));
  const auto hour = digits::read(iso.substr(11, 2));
  const auto minute = digits::read(iso.substr(14, 2));
  if (!date || !hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  return DateTime{*date, *hour, *minute};
}

std::string DateTime::text() const {
  return date.text() + "T" + digits::padded(hour, 2) + ":" + digits::padded(minute, 2);
}

}  // namespace pricetalk
