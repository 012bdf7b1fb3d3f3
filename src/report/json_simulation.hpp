#pragma once

#include <string>
#include <utility>
#include <vector>

#include "portfolio/actual_rows.hpp"
#include "portfolio/path_portfolio.hpp"
#include "pricetalk/simulation/simulate.hpp"
#include "pricing/later_figures.hpp"

namespace pricetalk {

/// Simulations for machines: every sum and every amount of the ledger. Amounts are text with their
/// decimals and an address; an undetermined one is null, with what is known and what is missing.
/// What was asked beside the simulations.
struct SimulationAsked {
  const ActualRows* actuals = nullptr;  ///< in place of amounts; nothing: no invoices
  const PathAnswer* chance = nullptr;   ///< of futures that are random; nothing: there are none
  /// Of futures that are one path of a random one, from what it was drawn.
  std::vector<std::pair<std::string, Phrase>> drawn = {};
  std::vector<EnteredFigure> entered = {};  ///< figures of a person, with which it was computed
};
std::string simulation_json(const std::vector<Simulation>& simulations, Date today,
                            bool today_from_clock, const SimulationAsked& asked = {});

}  // namespace pricetalk
