#pragma once

#include <vector>

#include "pricetalk/pricing/surcharge.hpp"
#include "pricetalk/simulation/ledger.hpp"

namespace pricetalk {

/// A part of a period in which the prices of a line stay as they are.
struct PricePart {
  Date first;
  Date last;
  std::vector<const PriceEntry*> prices;           ///< one per tier; null: no price yet
  std::vector<std::vector<Surcharge>> surcharges;  ///< per tier, as on the first day
  bool discounted = false;
  Ratio share{1};  ///< of the period's quantity
};

/// The parts of the period, in order; `billing.proration` says where a change cuts.
std::vector<PricePart> price_parts(const Contract& contract, const Line& line,
                                   const std::vector<const PriceSchedule*>& prices,
                                   const LedgerPeriod& period);

/// One input of an invoice line.
struct GivenQuantity {
  Outcome<Ratio> value;
  InputSource source;
};

/// The calculation of one invoice line, run. `volume`: the future's factor, where there is one.
struct LineAmount {
  Derivation why;
  NodeId answer = no_node;
};
LineAmount line_amount(const Contract& contract, const Line& line, const GivenQuantity& quantity,
                       const std::optional<GivenQuantity>& volume,
                       const std::vector<PricePart>& parts);

/// The part of an invoice line that is surcharges, before any discount: all of them, or those of
/// one clause.
LineAmount surcharge_amount(const Contract& contract, const Line& line, const Clause* only,
                            const GivenQuantity& quantity,
                            const std::optional<GivenQuantity>& volume,
                            const std::vector<PricePart>& parts);

/// Rounding of an invoice line: `billing.amount`, at least to the currency's smallest unit.
std::vector<Rounding> amount_roundings(const Contract& contract);

}  // namespace pricetalk
