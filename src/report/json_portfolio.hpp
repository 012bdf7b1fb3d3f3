#pragma once

#include <string>

#include "portfolio/path_portfolio.hpp"
#include "portfolio/portfolio.hpp"

namespace pricetalk {

/// What a portfolio costs: totals by currency, future and alternative, and how it was computed.
/// `chance`: what it costs in futures that are random; null: there are none.
std::string portfolio_json(const PortfolioAnswer& answer, std::size_t unread, Date today,
                           bool today_from_clock, const PathAnswer* chance);

}  // namespace pricetalk
