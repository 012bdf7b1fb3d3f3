#pragma once

#include <string>
#include <vector>

#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// The allowed prices on a day for machines. Amounts are text with their decimals; an undetermined
/// price is null with its reasons; changes of method that a price reads across, and the price by
/// the other way of joining bases, stand with it, and what
/// late figures settle (`true_up`). Words are English, whatever the reader's language. `explain`
/// adds the steps of each derivation and the other readings of what the contract leaves open.
std::string price_json(const Contract& contract, const Coverage& coverage,
                       const std::vector<PriceSchedule>& schedules, Date on, Date today,
                       bool today_from_clock, bool explain);

}  // namespace pricetalk
