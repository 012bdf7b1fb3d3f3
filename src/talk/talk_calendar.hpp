#pragma once

#include <string>

#include "pricetalk/talk/facts.hpp"
#include "talk/calendar_file.hpp"

namespace pricetalk {

/// The same as events, before they are written down.
std::vector<CalendarEvent> talk_days(const TalkFacts& facts, Language language);

/// The days of a talk for a calendar (RFC 5545): the call, the last day to announce, the reply, the
/// day of the new price, the begin of the reduction, the last day to end the contract. Those that
/// lie before the talk's day are left out. For us: no customer may see it.
std::string talk_calendar(const TalkFacts& facts, Language language);

}  // namespace pricetalk
