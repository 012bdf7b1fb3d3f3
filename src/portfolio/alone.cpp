#include "portfolio/alone.hpp"

#include <algorithm>

#include "pricetalk/simulation/simulate.hpp"
#include "simulation/beside.hpp"

namespace pricetalk {

namespace {

std::int64_t units(const Total& total, int decimals) {
  return round(Ratio(std::get<Money>(total.known.value).amount), Rounding::decimals(decimals))
      .mantissa();
}

/// The step before its caps and after them, where it has one.
std::optional<std::pair<Ratio, Ratio>> at_the_cap(const Derivation& why) {
  const Calculation& c = *why.calculation;
  for (NodeId node = 0; node < c.nodes.size(); ++node) {
    if (c.notes[node].role != Role::after_cap) continue;
    const NodeId wanted = c.nodes[node].a;
    if (!why.tape.determined(wanted) || !why.tape.determined(node)) return std::nullopt;
    return std::pair(why.tape.value(wanted), why.tape.value(node));
  }
  return std::nullopt;
}

void take_beside(const Run& run, std::size_t at, std::size_t runs, PortfolioContract& into) {
  for (const BesideTotal& each : run.beside) {
    if (!in_whole_cost(each)) continue;
    auto known = std::find_if(into.beside.begin(), into.beside.end(),
                              [&](const PortfolioBeside& b) { return b.kind == each.kind; });
    if (known == into.beside.end())
      known = into.beside.insert(known, {each.kind, std::vector<std::int64_t>(runs, 0)});
    const std::int64_t amount = units(each.total.with_renewal, into.decimals);
    known->units[at] += each.kind == LedgerKind::refund ? -amount : amount;
  }
}

void take(const Run& run, std::size_t at, PortfolioContract& into) {
  into.open[at] = run.total.with_renewal.open;
  for (const YearTotal& year : run.calendar_years) {
    const auto y = static_cast<std::size_t>(year.first.year() - into.first_year);
    const std::size_t from = (at * static_cast<std::size_t>(into.years) + y) * 2;
    into.units[from] = units(year.total.contracted, into.decimals);
    into.units[from + 1] = units(year.total.renewal, into.decimals);
  }
  for (std::size_t k = 0; k < run.running_years.size() && into.running_years > 0; ++k)
    into.running_units[at * static_cast<std::size_t>(into.running_years) + k] =
        units(run.running_years[k].total.with_renewal, into.decimals);
}

void take_details(const Run& run, Date today, const PortfolioContract& of, PortfolioDetails& into) {
  for (std::size_t i = 0; i < run.ledger.periods.size(); ++i) {
    const auto month =
        static_cast<std::size_t>(months_after(of.first_month, run.ledger.periods[i].first));
    if (into.months.size() <= month) into.months.resize(month + 1, 0);
    for (const LedgerRow& row : run.ledger.rows)
      if (is_paid(row.kind) && row.cells[i].units) into.months[month] += *row.cells[i].units;
  }
  for (const PriceSchedule& prices : run.schedules) add_bites(prices, today, into);
}

}  // namespace

int running_year_of(Date start, Date day) {
  const int months = (day.year() - start.year()) * 12 + day.month() - start.month();
  return (day < shift(start, {1, Unit::month}, months) ? months - 1 : months) / 12;
}

int months_after(const Period& first, Date day) {
  const Date start = first.first_day();
  return (day.year() - start.year()) * 12 + day.month() - start.month();
}

void add_bite(const CapBite& bite, PortfolioDetails& into) {
  const bool said = std::any_of(into.bites.begin(), into.bites.end(), [&](const CapBite& each) {
    return each.date == bite.date && each.clause == bite.clause;
  });
  if (!said) into.bites.push_back(bite);
}

void add_bites(const PriceSchedule& prices, Date today, PortfolioDetails& into) {
  for (const PriceEntry& entry : prices.entries) {
    if (entry.from <= today || entry.clause == nullptr || !entry.why) continue;
    const auto step = at_the_cap(entry.why);
    if (!step || !(step->second < step->first)) continue;
    add_bite({entry.date, entry.clause->id, step->first, step->second}, into);
  }
}

Diagnostics simulate_alone(const Contract& contract, const Library& library,
                           const PortfolioQuestion& question,
                           std::shared_ptr<const Actuals> actuals,
                           const std::vector<std::string>& alternatives, PortfolioContract& into,
                           std::vector<PlainRow>* rows) {
  const auto as_first = [&](std::size_t future) {
    return future < into.as_first_future.size() && into.as_first_future[future];
  };
  Scenario scenario = question.scenario;
  scenario.futures.clear();
  for (std::size_t future = 0; future < question.scenario.futures.size(); ++future)
    if (!as_first(future)) scenario.futures.push_back(question.scenario.futures[future]);
  Loaded<Simulation> simulated = simulate(contract, library, scenario,
                                          {question.today, {}, question.days, std::move(actuals)});
  std::fill(into.units.begin(), into.units.end(), 0);
  std::fill(into.running_units.begin(), into.running_units.end(), 0);
  into.details = {};
  into.beside.clear();
  if (!simulated.value) return std::move(simulated.diagnostics);
  if (simulated.value->runs.empty()) return std::move(simulated.diagnostics);
  into.decimals = std::max(into.decimals, simulated.value->runs.front().ledger.decimals);
  for (std::size_t future = 0; future < question.scenario.futures.size(); ++future)
    for (std::size_t i = 0; i < alternatives.size(); ++i) {
      const Run* run = simulated.value->find(question.scenario.futures[future].id, alternatives[i]);
      if (run == nullptr) continue;
      const std::size_t at = future * alternatives.size() + i;
      take(*run, at, into);
      if (question.whole_cost)
        take_beside(*run, at, question.scenario.futures.size() * alternatives.size(), into);
      if (at == 0 && question.details) take_details(*run, question.today, into, into.details);
      if (rows == nullptr) continue;
      for (PlainRow& row : plain_rows(*run, at)) rows->push_back(std::move(row));
    }
  return std::move(simulated.diagnostics);
}

}  // namespace pricetalk
