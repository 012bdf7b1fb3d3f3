#pragma once

#include <string>
#include <vector>

#include "portfolio/portfolio.hpp"
#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// Fills the amounts of a contract from its own simulation, replacing what is there, and appends
/// its ledger to `rows`, where there are any; its problems.
Diagnostics simulate_alone(const Contract& contract, const Library& library,
                           const PortfolioQuestion& question,
                           std::shared_ptr<const Actuals> actuals,
                           const std::vector<std::string>& alternatives, PortfolioContract& into,
                           std::vector<PlainRow>* rows);

/// Whole twelve months before a day.
int running_year_of(Date start, Date day);

/// Months from a month until the one of a day.
int months_after(const Period& first, Date day);

/// Adds a step that a cap cuts off; each date and clause once.
void add_bite(const CapBite& bite, PortfolioDetails& into);
/// Adds the steps after a day that a cap cuts off.
void add_bites(const PriceSchedule& prices, Date today, PortfolioDetails& into);

}  // namespace pricetalk
