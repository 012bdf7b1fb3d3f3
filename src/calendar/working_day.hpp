#pragma once

#include <string>
#include <string_view>

#include "pricetalk/calendar/date.hpp"

namespace pricetalk {

/// Easter Sunday of the Gregorian calendar (Meeus/Jones/Butcher). REQUIRES: 1 <= year <= 9999.
Date easter(int year);

/// National public holidays as the law stands today, right for the years 1990 to 2100. Known: NL,
/// BE, DE (days that hold in every state), FR, LU, AT, GB (England and Wales), IE. For any other
/// jurisdiction only weekends are known, and `knows_holidays` says so.
///
/// A day counts only where the whole country has the day off by law:
/// - NL: Bevrijdingsdag (5 May) only in every fifth year, 2025, 2030; Good Friday is a working day.
///   Koningsdag is 26 April when the 27th is a Sunday; before 2014 it was 30 April, or the 29th.
/// - BE, FR, LU, AT, IE: Good Friday is a working day. FR: Whit Monday is a holiday, although many
///   work on it for the journée de solidarité.
/// - DE: also 31 October 2017, and Buß- und Bettag until 1994.
/// - GB: bank holidays, with their substitutes on the next weekdays, the moved ones (8 May 2020)
///   and the single ones proclaimed up to 2023.
/// - IE: no substitute days; the law grants another day off without naming it.
bool is_holiday(Date date, std::string_view jurisdiction);
bool knows_holidays(std::string_view jurisdiction);

inline bool is_working_day(Date date, std::string_view jurisdiction) {
  return date.weekday() <= 5 && !is_holiday(date, jurisdiction);
}

/// The last working day on or before `date`, or 0001-01-01 when the calendar ends first.
Date last_working_day(Date date, std::string_view jurisdiction);

/// The first working day on or after `date`, or 9999-12-31 when the calendar ends first.
Date first_working_day(Date date, std::string_view jurisdiction);

/// The working day that is so many working days after `date`, which is not counted itself.
Date working_days_after(Date date, int count, std::string_view jurisdiction);

/// How many working days lie behind `from`, up to and including `to`; below zero, as many as lie
/// between where `to` comes before `from`.
int working_days_between(Date from, Date to, std::string_view jurisdiction);

/// Whether what is told on `told` comes too late for `day`, of which notice of `before` is due:
/// after the contract's own day, working day or not.
bool too_late(Date told, Date day, Duration before);

/// The last day to announce: `before` counted back from `from`, then moved to a working day.
Deadline last_day_before(Date from, Duration before, std::string_view jurisdiction);

}  // namespace pricetalk
