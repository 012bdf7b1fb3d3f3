#pragma once

#include <iosfwd>

#include "portfolio/path_portfolio.hpp"

namespace pricetalk {

/// What one contract costs by chance: for each random future and alternative a table with a row for
/// every calendar year and columns for P10, P50, P90 and the mean.
void print_paths(const PathAnswer& answer, const PathContract& contract, const Scenario& scenario,
                 std::ostream& out, Language language);

/// The same for all contracts together, by currency, and how they were computed.
void print_paths_together(const PathAnswer& answer, const Scenario& scenario, std::ostream& out,
                          Language language);

}  // namespace pricetalk
