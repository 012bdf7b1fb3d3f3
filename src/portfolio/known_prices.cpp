#include "portfolio/known_prices.hpp"

#include <algorithm>
#include <utility>

#include "billing/quantity.hpp"

namespace pricetalk {

namespace {

/// The contract as it runs on beyond its end.
Contract running_on(Contract contract) {
  for (Line& line : contract.lines) line = going_on(std::move(line));
  return contract;
}

}  // namespace

std::vector<PriceSchedule> known_prices(const Contract& contract, const Library& library,
                                        Date today, Date until) {
  std::vector<PriceSchedule> schedules = schedule(contract, Coverage(library, today), until);
  for (PriceSchedule& prices : schedules) {
    const auto open = std::find_if(
        prices.entries.begin(), prices.entries.end(),
        [&](const PriceEntry& entry) { return entry.from > today && !entry.price.determined(); });
    prices.entries.erase(open, prices.entries.end());
  }
  return schedules;
}

void charge_known_prices(const Contract& contract, const Library& library, Date today,
                         const std::vector<LedgerPeriod>& periods, PortfolioContract& into) {
  const Contract running = running_on(contract);
  const std::vector<PriceSchedule> schedules =
      known_prices(running, library, today, periods.back().last);
  const Ledger made = ledger({&running, &schedules, &library, nullptr, {}, periods});
  into.decimals = made.decimals;
  std::fill(into.units.begin(), into.units.end(), 0);
  into.open.front() = 0;
  for (const LedgerRow& row : made.rows) {
    if (!is_paid(row.kind)) continue;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const auto year = static_cast<std::size_t>(periods[i].first.year() - into.first_year);
      if (row.cells[i].units)
        into.units[year * 2 + (periods[i].contracted ? 0U : 1U)] += *row.cells[i].units;
      else
        ++into.open.front();
    }
  }
}

}  // namespace pricetalk
