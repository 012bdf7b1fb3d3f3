#pragma once

#include <vector>

#include "files/files.hpp"
#include "portfolio/portfolio.hpp"
#include "pricetalk/simulation/simulate.hpp"

namespace pricetalk {

/// The drawings (SVG) of a simulation, by name of file: for each contract and future what its
/// alternatives cost, year by year.
FolderContents charts_of(const std::vector<Simulation>& simulations, const Scenario& scenario,
                         Language language);
/// The same of all contracts of a portfolio together, for each currency.
FolderContents charts_of(const PortfolioAnswer& answer, const Scenario& scenario,
                         Language language);

}  // namespace pricetalk
