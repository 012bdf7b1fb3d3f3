#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pricetalk/scenario/scenario.hpp"

namespace pricetalk {

/// A scenario in which every random future is one of its paths.
struct OnePath {
  Scenario scenario;
  /// For each of these futures its id, and from what it was drawn.
  std::vector<std::pair<std::string, Phrase>> drawn;
};

/// `series`: what the contracts read, of which `known` holds the figures. `path`: 0 to one less
/// than the scenario has (S0307); those of a scenario without a random future do not matter.
Loaded<OnePath> on_path(const Scenario& scenario, const Library& known,
                        const std::vector<std::string>& series, Date today, std::uint64_t path);

}  // namespace pricetalk
