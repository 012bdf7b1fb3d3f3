#pragma once

#include <string>
#include <vector>

#include "pricetalk/calendar/date.hpp"
#include "pricetalk/diagnostic/language.hpp"

namespace pricetalk {

/// An appointment, or a day to remember.
struct CalendarEvent {
  std::string uid;  ///< the same each time that it is made, so that it is replaced
  DateTime at;      ///< its time, or its day
  bool whole_day = false;
  std::string title;
  std::string text;       ///< more about it; may be empty
  int days_ahead = 0;     ///< that many days before it the calendar warns; 0: it does not
  bool deadline = false;  ///< something must be done by then
  /// Of its time, "Europe/Amsterdam"; empty: of wherever the reader is.
  std::string zone = {};
};

/// A calendar (RFC 5545) with these events. The summer time of their zones stands in it. `day`: on
/// which it is made.
std::string calendar_file(const std::vector<CalendarEvent>& events, Date day, Language language);

}  // namespace pricetalk
