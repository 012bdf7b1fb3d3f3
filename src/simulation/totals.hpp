#pragma once

#include "pricetalk/simulation/simulate.hpp"

namespace pricetalk {

/// Fills every sum of a run from its ledger: years, totals, costs beside the price, the difference
/// to `first` (the contract as it is in the same future; null for itself) and the present value.
void add_totals(Run& run, const Run* first, const std::optional<Stated<Percent>>& discount_rate);

}  // namespace pricetalk
