#pragma once

#include <vector>

#include "advice/price_position.hpp"
#include "report/json_parts.hpp"

namespace pricetalk {

/// Where the prices of one contract stand, with the steps of every amount that was made.
Json level_json(const Dossier& dossier, const std::vector<PricePosition>& positions);

}  // namespace pricetalk
