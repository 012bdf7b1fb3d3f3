#pragma once

#include <iosfwd>

#include "portfolio/portfolio.hpp"

namespace pricetalk {

/// What a portfolio costs: for each currency and future a table with a row for every calendar year
/// and a column for every alternative, and how it was computed. `unread`: files that were left out.
void print_portfolio(const PortfolioAnswer& answer, const Scenario& scenario, std::size_t unread,
                     std::ostream& out, Language language);

}  // namespace pricetalk
