#pragma once

#include "pricetalk/simulation/simulate.hpp"

namespace pricetalk {

/// What the sums of a run are compared with.
struct TotalsRequest {
  const Run* first = nullptr;         ///< the contract as it is in the same future; null for itself
  const Run* first_future = nullptr;  ///< the same in the first future; null for itself
  std::optional<Stated<Percent>> discount_rate;
};

/// Fills every sum of a run from its ledger: years, totals, costs beside the price, the whole cost,
/// the differences and the present value.
void add_totals(Run& run, const TotalsRequest& request);

}  // namespace pricetalk
