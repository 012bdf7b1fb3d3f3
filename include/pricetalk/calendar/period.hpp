#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "pricetalk/calendar/date.hpp"

namespace pricetalk {

/// What a published figure is about: a day, ISO week, month, quarter or year.
class Period {
 public:
  constexpr Period() = default;
  /// Reads "2019-07", "2019", "2019-Q3", "2019-W27", "2019-07-15". Nothing for a period that does
  /// not exist: "2019-W53", "2019-13".
  static std::optional<Period> parse(std::string_view text);
  /// The period of that unit which holds the day.
  static Period containing(Date date, Unit unit);
  /// REQUIRES, for these three: a period that exists, in years 1 to 9999.
  static Period month(int year, int month);
  static Period quarter(int year, int quarter);
  static Period year(int year);

  /// What it is: a day, ISO week, month, quarter or year.
  Unit unit() const { return unit_; }
  /// Counts periods of this unit; neighbours differ by one. The one that holds 1970-01-01 is 0.
  std::int32_t ordinal() const { return ordinal_; }
  /// These two: both belong to it.
  Date first_day() const;
  Date last_day() const;
  /// The year that holds its last day (ISO year for weeks).
  int in_year() const;
  /// "2019-07", "2019-Q3", "2019-W27": as `parse` reads it.
  std::string text() const;
  /// Stays within years 1 to 9999, as dates do.
  Period plus(int count) const;
  /// Whether the day lies in it.
  bool holds(Date date) const { return first_day() <= date && date <= last_day(); }

  friend bool operator==(const Period&, const Period&) = default;
  /// By first day, then by last day: 2024-01 < 2024-Q1 < 2024 < 2024-02.
  friend std::strong_ordering operator<=>(const Period& a, const Period& b);

 private:
  constexpr Period(Unit unit, std::int32_t ordinal) : unit_(unit), ordinal_(ordinal) {}
  Unit unit_ = Unit::month;
  std::int32_t ordinal_ = 0;
};

/// One period, or "2019-07 to 2019-09". Both ends are of one unit, the first not after the last.
struct PeriodSpan {
  /// These two: first and last period; the same one for one period.
  Period first;
  Period last;
  /// Reads "2019-07" and "2019-07 to 2019-09". Nothing for two units, or an end before the start.
  static std::optional<PeriodSpan> parse(std::string_view text);
  /// These two: of all of it.
  Date first_day() const { return first.first_day(); }
  Date last_day() const { return last.last_day(); }
  /// As `parse` reads it; one period without "to".
  std::string text() const;
  friend bool operator==(const PeriodSpan&, const PeriodSpan&) = default;
};

}  // namespace pricetalk
