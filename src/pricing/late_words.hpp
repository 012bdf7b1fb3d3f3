#pragma once

#include <string>

#include "pricetalk/calendar/period.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

/// "October 2025"; of several periods the first and the last.
inline std::string span_text(const PeriodSpan& periods, Language language) {
  const std::string first = period_text(periods.first, language);
  if (periods.first == periods.last) return first;
  return first + (language == Language::nl ? " tot en met " : " to ") +
         period_text(periods.last, language);
}

}  // namespace pricetalk
