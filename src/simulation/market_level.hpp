#pragma once

#include <optional>

#include "pricetalk/contract/contract.hpp"

namespace pricetalk {

/// The level of the market for a line that counts: the latest one, of that day or before where a
/// day is given; of one day the one that stands last in the file. Nothing without one.
const PriceLevelTerms* market_level(const Contract& contract, const Line& line,
                                    std::optional<Date> by = {});

}  // namespace pricetalk
