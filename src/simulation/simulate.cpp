#include "pricetalk/simulation/simulate.hpp"

#include <algorithm>

#include "billing/period.hpp"
#include "scenario/alternative.hpp"
#include "scenario/check.hpp"
#include "scenario/named.hpp"
#include "simulation/ledger.hpp"
#include "simulation/said_once.hpp"
#include "simulation/totals.hpp"

namespace pricetalk {

namespace {

/// As simulated: lines that end only because the contract does go on, and the id names the run.
Contract running(Contract contract, const std::string& future, const std::string& alternative) {
  contract.id += "/" + future + "/" + alternative;
  for (Line& line : contract.lines)
    if (line.until && line.until->by_default()) line.until.reset();
  return contract;
}

std::vector<Variant> variants_of(const Contract& contract, const Library& library,
                                 const Scenario& scenario, Date today,
                                 std::vector<std::string>& left_out, SaidOnce& problems) {
  std::vector<Variant> made;
  made.push_back({std::string(as_it_is), contract, {}});
  for (const Alternative& alternative : scenario.alternatives) {
    if (!fits(alternative, contract, today)) {
      left_out.push_back(alternative.id);
      continue;
    }
    const Alternative mine = about(alternative, contract, today);
    Loaded<Contract> edited = apply(mine, contract, today);
    problems.add(edited.diagnostics);
    if (!edited.value) continue;
    Diagnostics series;
    check_series(*edited.value, library, series);
    problems.add(series);
    std::optional<std::string> innovation;
    if (mine.innovation) innovation = mine.innovation->value.value;
    made.push_back({alternative.id, std::move(*edited.value), std::move(innovation)});
  }
  return made;
}

Run run_of(const Variant& variant, const std::shared_ptr<const Future>& assumed,
           std::shared_ptr<const Library> projected, const std::vector<LedgerPeriod>& periods,
           const Scenario& scenario, const Frame& frame) {
  const Future& future = *assumed;
  Run run;
  run.future = future.id;
  run.alternative = variant.id;
  run.contract = std::make_shared<const Contract>(running(variant.contract, future.id, variant.id));
  run.library = std::move(projected);
  run.assumed = assumed;
  run.innovation = variant.innovation;
  run.beside_it = variant.beside_it;
  run.actuals = frame.actuals;
  run.vat_deductible = scenario.vat_deductible;
  // What `today` hides is gone from the library already; what is projected must be seen.
  run.schedules =
      schedule(*run.contract, Coverage(*run.library, std::nullopt), periods.back().last);
  run.ledger.periods = periods;
  run.ledger = ledger(request_of(run));
  return run;
}

/// The columns of all runs. Years that begin on a stated day are years from that day: where
/// invoices are counted in weeks or days, the one that it falls in is cut.
std::vector<LedgerPeriod> periods_of(const Contract& contract, int months, const Frame& frame) {
  if (frame.days) return ledger_periods(contract, Days{frame.days->first, frame.days->second});
  if (!frame.from) return ledger_periods(contract, frame.today.plus_days(1), months);
  const Date from = *frame.from;
  if (contract.billing.period.value.months())
    return ledger_periods(contract, billing_period(contract, from).first, months);
  return ledger_periods(contract, Days{from, shift(from, {months, Unit::month}).plus_days(-1)});
}

}  // namespace

bool Run::open() const {
  return total.with_renewal.open > 0 ||
         std::any_of(beside.begin(), beside.end(),
                     [](const BesideTotal& each) { return each.total.with_renewal.open > 0; });
}

const Run* Simulation::find(std::string_view future, std::string_view alternative) const {
  for (const Run& run : runs)
    if (run.future == future && run.alternative == alternative) return &run;
  return nullptr;
}

Loaded<Simulation> simulate(const Contract& contract, const Library& library,
                            const Scenario& scenario, const Frame& frame) {
  std::vector<std::string> left_out;
  SaidOnce problems;
  const std::vector<Variant> variants =
      variants_of(contract, library, scenario, frame.today, left_out, problems);
  Loaded<Simulation> result = simulate(variants, library, scenario, frame);
  Diagnostics all = problems.all;
  all.append(result.diagnostics);
  result.diagnostics = std::move(all);
  if (result.diagnostics.has_errors()) result.value.reset();
  if (result.value) result.value->left_out = std::move(left_out);
  return result;
}

Loaded<Simulation> simulate(const std::vector<Variant>& variants, const Library& library,
                            const Scenario& scenario, const Frame& frame) {
  const Contract& contract = variants.front().contract;
  Loaded<Simulation> result;
  for (const SourcePtr& source : contract.sources) result.diagnostics.keep(source);
  for (const SourcePtr& source : scenario.sources) result.diagnostics.keep(source);
  result.diagnostics.append(refuse_random(scenario));
  if (result.diagnostics.has_errors()) return result;
  Simulation made;
  SaidOnce problems;
  const std::vector<LedgerPeriod> periods = periods_of(contract, scenario.months.value, frame);
  made.contract = contract.id;
  made.title = contract.title;
  made.currency = contract.currency;
  made.vat = contract.vat;
  made.today = frame.today;
  made.first = periods.front().first;
  made.last = periods.back().last;
  for (const LedgerPeriod& period : periods) made.months += period.months;
  made.contract_end = contract.end;
  if (scenario.discount_rate) made.discount_rate = scenario.discount_rate->value;
  for (const Variant& variant : variants) made.alternatives.push_back(variant.id);
  std::vector<SeriesGap> gaps;
  for (const Future& future : scenario.futures) {
    made.futures.push_back(future.id);
    const auto assumed = std::make_shared<const Future>(future);
    const auto projected =
        std::make_shared<const Library>(project(library, future, frame.today, made.last));
    const std::size_t first = made.runs.size();
    for (const Variant& variant : variants) {
      // Every way on has its own invoices and its own end, over the same days.
      Run run =
          run_of(variant, assumed, projected,
                 ledger_periods(variant.contract, Days{made.first, made.last}), scenario, frame);
      Diagnostics open;
      check_future(variant.contract, run.schedules, library, future, frame.today, made.last, gaps,
                   open);
      problems.add(open);
      const std::size_t place = made.runs.size() - first;
      add_totals(run, {place > 0 ? &made.runs[first] : nullptr,
                       first > 0 ? &made.runs[place] : nullptr, scenario.discount_rate});
      made.runs.push_back(std::move(run));
    }
  }
  problems.add(errors_of(gaps));
  result.diagnostics.append(problems.all);
  if (!result.diagnostics.has_errors()) result.value = std::move(made);
  return result;
}

Loaded<Simulation> simulate(const Contract& contract, const Library& library,
                            const Scenario& scenario, Date today, std::optional<Date> from) {
  return simulate(contract, library, scenario, Frame{today, from, {}, {}});
}

Loaded<Simulation> simulate(const std::vector<Variant>& variants, const Library& library,
                            const Scenario& scenario, Date today, std::optional<Date> from) {
  return simulate(variants, library, scenario, Frame{today, from, {}, {}});
}

Loaded<Simulation> five_years(const std::vector<Variant>& variants, const Library& library,
                              Scenario futures, Date today, Date adjustment) {
  futures.months.value = 60;
  return simulate(variants, library, futures, today, adjustment);
}

}  // namespace pricetalk
