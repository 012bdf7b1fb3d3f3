#pragma once

#include <string>
#include <utility>
#include <vector>

#include "portfolio/actual_rows.hpp"
#include "pricetalk/simulation/simulate.hpp"

namespace pricetalk {

/// Simulations for machines: every sum and every amount of the ledger. Amounts are text with their
/// decimals and an address; an undetermined one is null, with what is known and what is missing.
/// `actuals`: the invoice rows that stand in place of amounts; nothing: no invoices.
std::string simulation_json(const std::vector<Simulation>& simulations, Date today,
                            bool today_from_clock, const ActualRows* actuals = nullptr);

}  // namespace pricetalk
