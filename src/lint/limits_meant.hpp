#pragma once

#include <vector>

#include "lint/doubt.hpp"

namespace pricetalk {

/// Limits, thresholds (W0115), shares (W0127) and roundings (W0128) that can hardly be meant, held
/// against the price of the start and the sizes of the rules: a highest price below it or a
/// lowest above it, a total cap below nothing, a cap that lets nothing through, a floor that raises
/// the price by much on every date, a threshold that is never reached, a share of nearly nothing or
/// of more than the change, a rounding in large steps. Of one clause each kind once, and none that
/// the clause accepts.
std::vector<Doubt> doubtful_limits(const Contract& contract, const Library& library,
                                   const TrialLimits& sizes);

}  // namespace pricetalk
