#pragma once

#include <string>

#include "portfolio/portfolio.hpp"

namespace pricetalk {

/// What every contract costs, as a CSV (RFC 4180): a row for each contract, future, alternative and
/// calendar year. Numbers have a decimal point; words are English. `open` counts amounts that are
/// not known and so not in the sums of that run.
std::string portfolio_csv(const PortfolioAnswer& answer);

}  // namespace pricetalk
