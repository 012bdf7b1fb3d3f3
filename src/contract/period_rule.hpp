#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "pricetalk/calendar/date.hpp"
#include "pricetalk/calendar/period.hpp"
#include "pricetalk/contract/clause_values.hpp"
#include "pricetalk/explain/outcome.hpp"

namespace pricetalk {

const Phrase& words(Event event);

/// Parses a phrase. Nothing when it is no period rule; then `problem` says what was not understood.
std::optional<PeriodRule> parse_period_rule(std::string_view text, Phrase* problem = nullptr);

/// The days behind the events, as far as the contract states them.
struct EventDates {
  Date adjustment;
  Date signature;
  Date start;
  std::optional<Date> bid;
  std::optional<Date> delivery;
  std::optional<Date> reset;
};

/// The periods that a rule names (not for Latest, Number and Back), or those that lie `back` before
/// them. Undetermined when the contract does not state the event. REQUIRES: `back` as below.
Outcome<PeriodSpan> span_of(const PeriodRule& rule, const EventDates& dates,
                            const std::optional<Duration>& back = {});

/// The span, counted back: months shift months, years shift anything. REQUIRES: `by` is a whole
/// number of the span's own unit, or years.
PeriodSpan earlier(const PeriodSpan& span, const Duration& by);

/// "July of the previous year", "juli van het jaar ervoor".
Phrase in_words(const PeriodRule& rule);

}  // namespace pricetalk
