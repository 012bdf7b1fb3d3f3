#pragma once

#include <string>
#include <vector>

#include "portfolio/actual_rows.hpp"
#include "portfolio/path_portfolio.hpp"
#include "portfolio/portfolio.hpp"
#include "pricing/later_figures.hpp"

namespace pricetalk {

/// How a portfolio was asked for.
struct PortfolioAsked {
  std::size_t unread = 0;  ///< files that were left out
  Date today;
  bool today_from_clock = false;
  std::optional<std::pair<Date, Date>> days;  ///< of all contracts, where they were stated
  const ActualRows* actuals = nullptr;        ///< in place of amounts; nothing: no invoices
  const PathAnswer* chance = nullptr;       ///< of futures that are random; nothing: there are none
  std::vector<EnteredFigure> entered = {};  ///< figures of a person, with which it was computed
};

/// What a portfolio costs: totals by currency, future and alternative, and how it was computed.
std::string portfolio_json(const PortfolioAnswer& answer, const PortfolioAsked& asked);

}  // namespace pricetalk
