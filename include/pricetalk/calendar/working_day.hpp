#pragma once

#include <string>
#include <string_view>

#include "pricetalk/calendar/date.hpp"

namespace pricetalk {

/// Easter Sunday of the Gregorian calendar (Meeus/Jones/Butcher).
Date easter(int year);

/// National public holidays. Known: NL, BE, DE (federal ones), FR, LU, AT, GB (England), IE. For any
/// other jurisdiction only weekends are known, and `knows_holidays` says so.
bool is_holiday(Date date, std::string_view jurisdiction);
bool knows_holidays(std::string_view jurisdiction);

inline bool is_working_day(Date date, std::string_view jurisdiction) {
  return date.weekday() <= 5 && !is_holiday(date, jurisdiction);
}

/// The last working day on or before `date`.
Date last_working_day(Date date, std::string_view jurisdiction);

/// A last day that counts: the contract's own calendar day, and the working day on which a person
/// must act at the latest.
struct Deadline {
  Date on;             ///< last working day on or before `adjusted_from`
  std::string rule;    ///< "2 months before 2026-01-01"
  Date adjusted_from;  ///< the contract's own calendar day
  friend bool operator==(const Deadline&, const Deadline&) = default;
};

/// The last day to announce: `before` counted back from `from`, then moved to a working day.
Deadline last_day_before(Date from, Duration before, std::string_view jurisdiction);

}  // namespace pricetalk
