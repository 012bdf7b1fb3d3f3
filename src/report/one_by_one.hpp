#pragma once

#include <string>

#include "portfolio/portfolio.hpp"

namespace pricetalk {

/// "Computed one by one: 2 contracts (prices in tiers: 2).", a line; empty: all went together.
std::string one_by_one(const PortfolioRoute& route, Language language);

}  // namespace pricetalk
