#pragma once

#include <vector>

#include "portfolio/portfolio.hpp"
#include "pricetalk/pricing/schedule.hpp"
#include "simulation/ledger.hpp"

namespace pricetalk {

/// The prices of a contract that can be told on `today`: without the steps of which a figure is
/// missing.
std::vector<PriceSchedule> known_prices(const Contract& contract, const Library& library,
                                        Date today, Date until);

/// What a contract costs at these prices, by itself, in the one run of `into`. What ends on the way
/// is taken to go on.
void charge_known_prices(const Contract& contract, const Library& library, Date today,
                         const std::vector<LedgerPeriod>& periods, PortfolioContract& into);

}  // namespace pricetalk
