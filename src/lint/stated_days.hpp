#pragma once

#include <string>

#include "pricetalk/calendar/date.hpp"
#include "pricetalk/diagnostic/language.hpp"

// The words of days that a contract states, and that can hardly be meant.
namespace pricetalk {

int whole_years(Date from, Date until);

/// "`end` is 1 January 2062"; of a list "one of the `dates` is 1 January 2052".
std::string stated_day(const std::string& key, Date day, Language language);

/// "look at the year", and the one that is meant where another one is not more than `far` years
/// from a day near which it belongs.
Phrase look_at_the_year(Date day, Date near, int far);

}  // namespace pricetalk
