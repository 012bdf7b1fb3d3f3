#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pricetalk {

/// A day of the proleptic Gregorian calendar, years 1 to 9999.
class Date {
 public:
  constexpr Date() = default;
  /// Nothing when the day does not exist: 2025-02-29.
  static std::optional<Date> make(int year, int month, int day);
  /// Reads `2026-01-31`.
  static std::optional<Date> parse(std::string_view iso);
  /// The day that lies `days` after 1970-01-01. What lies outside the calendar gives its first or
  /// last day; so does all arithmetic below.
  static Date from_days(std::int64_t days);

  /// These three: 1 to 9999, 1 to 12, 1 to 31.
  int year() const { return year_; }
  int month() const { return month_; }
  int day() const { return day_; }
  /// Days since 1970-01-01.
  std::int32_t days() const;
  /// 1 Monday … 7 Sunday (ISO 8601).
  int weekday() const;
  /// `2026-01-31`.
  std::string text() const;
  /// The day that lies so many days later; earlier for a negative count.
  Date plus_days(int count) const { return from_days(std::int64_t{days()} + count); }

  friend auto operator<=>(const Date&, const Date&) = default;

 private:
  std::int16_t year_ = 1970;
  std::int8_t month_ = 1;
  std::int8_t day_ = 1;
};

/// 28 to 31. REQUIRES: 1 <= month <= 12.
int days_in_month(int year, int month);

/// What time is counted in; weeks are ISO weeks, from Monday.
enum class Unit : std::uint8_t { day, week, month, quarter, year };

/// A whole number of units: "2 months". `count` may be 0, never negative; at most 999999 is read.
struct Duration {
  int count = 0;            ///< how many; 0 or more
  Unit unit = Unit::month;  ///< of what; default: months
  /// Reads "2 months", "year" (one), "365 days"; singular or plural after any number.
  static std::optional<Duration> parse(std::string_view text);
  /// "2 months", "1 year": as `parse` reads it.
  std::string text() const;
  /// Whole months in it, for month, quarter and year; nothing for days and weeks.
  std::optional<int> months() const;
  friend bool operator==(const Duration&, const Duration&) = default;
};

/// Counts from `date`, forward for a positive `times`. Month arithmetic keeps the day of the month,
/// and lands on the last day of a shorter month: 2025-03-31 less one month is 2025-02-28. Counting
/// `times` durations at once does not drift: 01-31 plus 2 x 1 month is 03-31. Never leaves the
/// calendar, so a loop over `times` must stop when the day no longer moves.
Date shift(Date date, Duration duration, int times = 1);
/// These two: `shift` once, forward and back.
inline Date operator+(Date date, Duration duration) { return shift(date, duration, 1); }
inline Date operator-(Date date, Duration duration) { return shift(date, duration, -1); }

/// A day of the year, "01-01". 02-29 means the last day of February.
struct MonthDay {
  int month = 1;  ///< 1 to 12
  int day = 1;    ///< 1 to 31
  /// Reads "01-31"; nothing for a day that no year has.
  static std::optional<MonthDay> parse(std::string_view text);
  /// The day in that year.
  Date in(int year) const;
  /// "01-31".
  std::string text() const;
  friend auto operator<=>(const MonthDay&, const MonthDay&) = default;
};

/// A local date with hour and minute, for calls and replies: 2025-10-22T10:00.
struct DateTime {
  Date date;       ///< the day
  int hour = 0;    ///< 0 to 23
  int minute = 0;  ///< 0 to 59
  /// Reads `2025-10-22T10:00`, also with a blank for the T and with seconds `:00`, as TOML has it.
  static std::optional<DateTime> parse(std::string_view iso);
  /// "2025-10-22T10:00".
  std::string text() const;
  friend auto operator<=>(const DateTime&, const DateTime&) = default;
};

/// A last day that counts: the contract's own calendar day, and the working day on which a person
/// must act at the latest.
struct Deadline {
  Date on;             ///< last working day on or before `adjusted_from`
  std::string rule;    ///< "2 months before 2026-01-01"
  Date adjusted_from;  ///< the contract's own calendar day
  friend bool operator==(const Deadline&, const Deadline&) = default;
};

}  // namespace pricetalk
