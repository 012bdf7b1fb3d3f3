#pragma once

#include "pricetalk/contract/clause.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

/// Warns of numbers in formulas that can hardly be meant: `min(3, S/S0 - 1)` for 3% (W0115), and
/// `round(x, 2)`, which gives multiples of 2, for two decimals (W0118), and `P = 100 * S/S0`, which
/// starts each step from the same amount (W0119), and a surcharge that is a fraction (W0120).
void check_numbers(const Clause& clause, Diagnostics& diagnostics);

}  // namespace pricetalk
