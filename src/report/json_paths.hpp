#pragma once

#include "portfolio/path_portfolio.hpp"
#include "report/json_parts.hpp"

namespace pricetalk {

/// What contracts cost by chance: how paths were drawn, percentiles of each contract and of all
/// together. Amounts are text with their decimals.
Json paths_json(const PathAnswer& answer);

}  // namespace pricetalk
