#pragma once

#include <vector>

#include "pricing/later_figures.hpp"
#include "report/json_parts.hpp"

namespace pricetalk {

/// Figures that a person entered, and its publisher's may replace: series, period, value, who.
Json entered_json(const std::vector<EnteredFigure>& figures);

}  // namespace pricetalk
