#pragma once

#include <cstddef>
#include <iosfwd>
#include <vector>

#include "pricetalk/simulation/simulate.hpp"

namespace pricetalk {

/// How simulations are printed for people.
struct SimulationLayout {
  std::size_t line = 0;     ///< letters on a line; 0: as many as there are
  bool wide = false;        ///< years across, however many
  bool with_today = false;  ///< the heading says as known on which day
};

/// Whether an amount of a simulation is not known yet.
bool any_open(const Simulation& simulation);

/// One contract: the alternatives of each future side by side, what stands beside the price, what
/// is not known.
void print_simulation(const Simulation& simulation, const Scenario& scenario,
                      const SimulationLayout& layout, std::ostream& out, Language language);

/// Several contracts together.
void print_joint(const std::vector<Simulation>& simulations, const SimulationLayout& layout,
                 std::ostream& out, Language language);

}  // namespace pricetalk
