#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pricetalk/scenario/scenario.hpp"

namespace pricetalk {

/// All scenario files as one. `months`: in place of those that they state.
Loaded<Scenario> load_scenarios(const std::vector<std::string>& paths,
                                std::optional<int> months = {});

}  // namespace pricetalk
