#pragma once

#include "pricetalk/calendar/date.hpp"

namespace pricetalk {

/// How many periods of a unit a year has; of weeks and days those of most years.
constexpr int periods_in_a_year(Unit unit) {
  switch (unit) {
    case Unit::day:
      return 365;
    case Unit::week:
      return 52;
    case Unit::month:
      return 12;
    case Unit::quarter:
      return 4;
    case Unit::year:
      return 1;
  }
  return 1;
}

/// How many calendar months lie between the months of two days; below zero where `last` is earlier.
inline int calendar_months_between(Date first, Date last) {
  return (last.year() - first.year()) * 12 + last.month() - first.month();
}

}  // namespace pricetalk
