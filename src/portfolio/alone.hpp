#pragma once

#include <string>
#include <vector>

#include "portfolio/portfolio.hpp"

namespace pricetalk {

/// Fills the amounts of a contract from its own simulation, replacing what is there; its problems.
Diagnostics simulate_alone(const Contract& contract, const Library& library,
                           const Scenario& scenario, Date today,
                           const std::vector<std::string>& alternatives, PortfolioContract& into);

}  // namespace pricetalk
