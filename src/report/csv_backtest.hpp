#pragma once

#include <string>
#include <vector>

#include "chance/backtest.hpp"

namespace pricetalk {

/// One row for each series, method and number of months ahead; of a series that is refused one row
/// that says why.
std::string backtest_csv(const std::vector<Backtest>& tests);

}  // namespace pricetalk
