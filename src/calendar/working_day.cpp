#include "calendar/working_day.hpp"

namespace pricetalk {

// Meeus, Astronomical Algorithms, chapter 8.
Date easter(int year) {
  const int year_of_moon_cycle = year % 19;
  const int century = year / 100;
  const int year_of_century = year % 100;
  const int moon_correction = (century - (century + 8) / 25 + 1) / 3;
  const int full_moon =
      (19 * year_of_moon_cycle + century - century / 4 - moon_correction + 15) % 30;
  const int to_sunday =
      (32 + 2 * (century % 4) + 2 * (year_of_century / 4) - full_moon - year_of_century % 4) % 7;
  const int late = (year_of_moon_cycle + 11 * full_moon + 22 * to_sunday) / 451;
  const int day_from_march = full_moon + to_sunday - 7 * late + 114;
  return Date::make(year, day_from_march / 31, day_from_march % 31 + 1).value();
}

Date last_working_day(Date date, std::string_view jurisdiction) {
  while (!is_working_day(date, jurisdiction)) {
    const Date before = date.plus_days(-1);
    if (before == date) break;
    date = before;
  }
  return date;
}

Date first_working_day(Date date, std::string_view jurisdiction) {
  while (!is_working_day(date, jurisdiction)) {
    const Date after = date.plus_days(1);
    if (after == date) break;
    date = after;
  }
  return date;
}

Date working_days_after(Date date, int count, std::string_view jurisdiction) {
  for (int i = 0; i < count; ++i) {
    const Date after = first_working_day(date.plus_days(1), jurisdiction);
    if (after == date) break;
    date = after;
  }
  return date;
}

int working_days_between(Date from, Date to, std::string_view jurisdiction) {
  if (to < from) return -working_days_between(to, from, jurisdiction);
  int count = 0;
  for (Date day = from.plus_days(1); day <= to && day != from; from = day, day = day.plus_days(1))
    if (is_working_day(day, jurisdiction)) ++count;
  return count;
}

bool too_late(Date told, Date day, Duration before) { return told > day - before; }

Deadline last_day_before(Date from, Duration before, std::string_view jurisdiction) {
  const Date adjusted_from = from - before;
  return {last_working_day(adjusted_from, jurisdiction), before.text() + " before " + from.text(),
          adjusted_from};
}

}  // namespace pricetalk
