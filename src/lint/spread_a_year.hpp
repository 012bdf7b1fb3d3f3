#pragma once

#include <optional>

#include "lint/remark.hpp"

namespace pricetalk {

/// What lies between both prices of a spread on the invoices of the year from its day; nothing for
/// a line in tiers, or one whose year cannot be told.
std::optional<Money> spread_a_year(const Contract& contract, const Line& line,
                                   const PriceSpread& spread);

}  // namespace pricetalk
