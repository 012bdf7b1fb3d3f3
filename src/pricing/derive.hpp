#pragma once

#include <optional>
#include <vector>

#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// Looks every input up and runs the calculation.
Derivation derive(const PricingContext& context, const State& state, const ClauseMemory& memory,
                  Lowered lowered);

/// Where "at start" reads when price_date is later than the line's start: what was raised before is
/// in the price already.
std::optional<Date> start_reading(const Line& line, const std::vector<Date>& dates);

}  // namespace pricetalk
