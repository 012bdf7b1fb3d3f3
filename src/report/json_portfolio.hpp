#pragma once

#include <string>

#include "portfolio/portfolio.hpp"

namespace pricetalk {

/// What a portfolio costs: totals by currency, future and alternative, and how it was computed.
std::string portfolio_json(const PortfolioAnswer& answer, std::size_t unread, Date today,
                           bool today_from_clock);

}  // namespace pricetalk
