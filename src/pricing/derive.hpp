#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "pricetalk/pricing/schedule.hpp"
#include "pricing/fold.hpp"
#include "pricing/lower.hpp"

namespace pricetalk {

/// "AT/a/2025-01-01/price"; a tier has its number behind the line.
std::string address_of(const PricingContext& context, Date date, const char* what);

/// The price as the contract states it.
InputSource as_written(const PricingContext& context);

/// The value of a slot and where it came from.
std::pair<Outcome<Ratio>, InputSource> recall(const PricingContext& context, const State& state,
                                              const ClauseMemory& memory, Slot slot);

/// The last of some dates before a day, if any.
std::optional<Date> before(const std::vector<Date>& dates, Date day);

/// Looks every input up and runs the calculation.
Derivation derive(const PricingContext& context, const State& state, const ClauseMemory& memory,
                  Lowered lowered);

/// Where "at start" reads when price_date is later than the line's start: what was raised before is
/// in the price already.
std::optional<Date> start_reading(const Line& line, const std::vector<Date>& dates);

}  // namespace pricetalk
