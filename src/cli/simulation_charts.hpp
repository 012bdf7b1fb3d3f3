#pragma once

#include <vector>

#include "files/files.hpp"
#include "portfolio/exposure.hpp"
#include "portfolio/path_portfolio.hpp"
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
/// How wide futures by chance are: for each of them P10, P50 and P90 of every year of the contracts
/// as they are; of each contract, or of all of a currency `together`.
FolderContents charts_of(const PathAnswer& answer, const Scenario& scenario, bool together,
                         Language language);
/// What hangs on each index, for each currency.
FolderContents charts_of(const ExposureAnswer& answer, Language language);

}  // namespace pricetalk
