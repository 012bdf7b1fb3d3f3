#pragma once

#include <vector>

#include "audit/allowed.hpp"
#include "pricetalk/audit/cause.hpp"

namespace pricetalk {

/// What was charged in one period at the price of one tier.
struct ChargedPeriod {
  std::string invoice;
  Date from;
  Date to;
  std::size_t tier = 0;
  Decimal quantity;
  std::optional<Decimal> unit_price;
  Decimal amount;
  bool differs = false;  ///< from what was allowed
};

/// Looks for readings of the line's clauses that give every charged price to the cent: single ones
/// first, then pairs, each with the dates on which it was made. Folds step by step and stops at the
/// first period that differs; equal states are one state, so that sets which agree on the past
/// share its computation.
Causes search(const Contract& contract, const Line& line, const Coverage& coverage,
              std::vector<ChargedPeriod> charged);

}  // namespace pricetalk
