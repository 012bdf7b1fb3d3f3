#pragma once

#include <vector>

#include "lint/doubt.hpp"

namespace pricetalk {

/// Days that lie so far away that a year can hardly be right (W0132), held against the start and
/// the end of the contract and `today`: days of signature, of the bid, of adjustments, of prices
/// and of decisions that come after the end or further from the start than the rules say, and times
/// without a step that last longer. None where a clause accepts it.
std::vector<Doubt> doubtful_days(const Contract& contract, Date today, const TrialLimits& limits);

}  // namespace pricetalk
