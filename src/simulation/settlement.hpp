#pragma once

#include <vector>

#include "pricing/true_up.hpp"
#include "simulation/ledger.hpp"

namespace pricetalk {

/// What a late figure settles for a line in money: what the invoices of the days before it should
/// have been, minus what they were, each rounded as `billing.amount` says.
struct Settlement {
  std::vector<TrueUp> prices;  ///< one per tier that moves
  std::optional<Date> known;   ///< see TrueUp
  bool recorded = true;
  Date first;             ///< first day charged provisionally
  Date last;              ///< last one
  Outcome<Money> amount;  ///< above zero: the customer still pays
  Derivation why;
  NodeId answer = no_node;
  Address address;
  const TrueUp& front() const { return prices.front(); }
};

/// Of one line, oldest first, for the adjustments up to `until`. The amount is undetermined where
/// the contract states no quantity, or where no day is recorded. With `before` only the invoices of
/// periods that begin before that day count. The contract and the library must outlive the result.
std::vector<Settlement> settlements(const Contract& contract, const Line& line,
                                    const Coverage& coverage, Date until,
                                    std::optional<Date> before = {});

}  // namespace pricetalk
