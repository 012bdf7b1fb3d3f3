#pragma once

#include <iosfwd>

#include "portfolio/portfolio.hpp"

namespace pricetalk {

/// How a portfolio is printed.
struct PortfolioLayout {
  Date today;
  std::optional<std::pair<Date, Date>> days;  ///< of all contracts, where they were stated
  std::size_t line = 0;                       ///< letters on a line; 0: as many as there are
};

/// What a portfolio costs: for each currency and future a table with a row for every calendar year
/// and a column for every alternative, and how it was computed. `unread`: files that were left out.
void print_portfolio(const PortfolioAnswer& answer, const Scenario& scenario, std::size_t unread,
                     const PortfolioLayout& layout, std::ostream& out, Language language);

}  // namespace pricetalk
