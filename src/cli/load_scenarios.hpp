#pragma once

#include <string>
#include <vector>

#include "pricetalk/scenario/scenario.hpp"

namespace pricetalk {

/// All scenario files as one.
Loaded<Scenario> load_scenarios(const std::vector<std::string>& paths);

}  // namespace pricetalk
