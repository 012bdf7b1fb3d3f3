#pragma once

#include <string>
#include <vector>

#include "pricetalk/index/series.hpp"

namespace pricetalk {

/// One bar per observation, from the smallest to the largest of them: at most `width` blocks, at
/// least one. A picture for a terminal, so its lengths are whole blocks.
std::vector<std::string> bar_chart(const std::vector<Observation>& observations, int width);

}  // namespace pricetalk
