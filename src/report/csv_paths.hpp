#pragma once

#include <string>

#include "portfolio/path_portfolio.hpp"

namespace pricetalk {

/// What every contract costs by chance, as a CSV (RFC 4180): a row for each contract, random
/// future, alternative and calendar year, and two more for what is contracted and for all months
/// with renewal; behind them the same of all contracts together, which have no id. `difference`: to
/// the contract as it is. Numbers have a decimal point; words are English.
std::string paths_csv(const PathAnswer& answer);

}  // namespace pricetalk
