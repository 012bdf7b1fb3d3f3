#pragma once

#include "billing/charge.hpp"

namespace pricetalk {

// "A year" of every page, letter and finding: what a line is invoiced over a stated year at one
// price, less what it is invoiced at another.

/// Whether something of a line is bought as time goes by, so that a year of it can be told.
bool bought_by_time(const Line& line);

/// What a line is invoiced over these days, as if the contract went on: each invoice by `charge`,
/// those of equal amounts told once. REQUIRES: one list of prices per tier.
NodeId invoiced(Worksheet& sheet, const Contract& contract, const Line& line,
                const TierPrices& prices, const Days& days, const Phrase& label);

/// `high` less `low` over the days, in the decimals of an invoice.
NodeId invoiced_difference(Worksheet& sheet, const Contract& contract, const Line& line,
                           const TierPrices& high, const TierPrices& low, const Days& days,
                           const Phrase& label);

}  // namespace pricetalk
