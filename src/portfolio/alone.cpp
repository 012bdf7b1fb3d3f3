#include "portfolio/alone.hpp"

#include <algorithm>

#include "pricetalk/simulation/simulate.hpp"

namespace pricetalk {

namespace {

std::int64_t units(const Total& total, int decimals) {
  return round(Ratio(std::get<Money>(total.known.value).amount), Rounding::decimals(decimals))
      .mantissa();
}

void take(const Run& run, std::size_t at, PortfolioContract& into) {
  into.open[at] = run.total.with_renewal.open;
  for (const YearTotal& year : run.calendar_years) {
    const auto y = static_cast<std::size_t>(year.first.year() - into.first_year);
    const std::size_t from = (at * static_cast<std::size_t>(into.years) + y) * 2;
    into.units[from] = units(year.total.contracted, into.decimals);
    into.units[from + 1] = units(year.total.renewal, into.decimals);
  }
}

}  // namespace

Diagnostics simulate_alone(const Contract& contract, const Library& library,
                           const Scenario& scenario, Date today,
                           const std::vector<std::string>& alternatives, PortfolioContract& into) {
  Loaded<Simulation> simulated = simulate(contract, library, scenario, today);
  std::fill(into.units.begin(), into.units.end(), 0);
  if (!simulated.value) return std::move(simulated.diagnostics);
  for (std::size_t future = 0; future < scenario.futures.size(); ++future)
    for (std::size_t i = 0; i < alternatives.size(); ++i)
      if (const Run* run = simulated.value->find(scenario.futures[future].id, alternatives[i]))
        take(*run, future * alternatives.size() + i, into);
  return std::move(simulated.diagnostics);
}

}  // namespace pricetalk
