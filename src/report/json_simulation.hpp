#pragma once

#include <string>
#include <utility>
#include <vector>

#include "portfolio/path_portfolio.hpp"
#include "pricetalk/simulation/simulate.hpp"

namespace pricetalk {

/// Simulations for machines: every sum and every amount of the ledger. Amounts are text with their
/// decimals and an address; an undetermined one is null, with what is known and what is missing.
/// `chance`: what they cost in futures that are random; null: there are none. `drawn`: of futures
/// that are one path of a random one, from what it was drawn.
std::string simulation_json(const std::vector<Simulation>& simulations, Date today,
                            bool today_from_clock, const PathAnswer* chance = nullptr,
                            const std::vector<std::pair<std::string, Phrase>>& drawn = {});

}  // namespace pricetalk
