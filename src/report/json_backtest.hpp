#pragma once

#include <string>
#include <vector>

#include "chance/backtest.hpp"

namespace pricetalk {

/// What was drawn, and how often the bands held. `today` is the day of the run.
std::string backtest_json(const std::vector<Backtest>& tests, const Random& draws, Date today,
                          bool today_from_clock);

}  // namespace pricetalk
