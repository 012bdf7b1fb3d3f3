#pragma once

#include <vector>

#include "billing/charge.hpp"

namespace pricetalk {

/// The surcharges of one clause over all lines and invoice periods from the contract's start up to
/// and including a day; the running period counts as far as it has come. Each amount is rounded as
/// an invoice line.
struct SurchargeTotal {
  Outcome<Ratio> value{Ratio(0)};
  Derivation why;
  NodeId answer = no_node;
  Fixity fixity = Fixity::fixed;
};
SurchargeTotal surcharges_to_date(const Contract& contract,
                                  const std::vector<PriceSchedule>& schedules, const Clause& clause,
                                  Date day);

}  // namespace pricetalk
