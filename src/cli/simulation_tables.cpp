#include "cli/simulation_tables.hpp"

#include <algorithm>
#include <utility>

#include "pricetalk/explain/format.hpp"
#include "report/table.hpp"
#include "simulation/beside.hpp"

namespace pricetalk {

std::string name_of_alternative(const std::string& alternative, Language language) {
  return alternative == as_it_is ? say(language, "contract as it is", "contract zoals het is")
                                 : alternative;
}

std::string known_text(const Total& total, Language language) {
  const Figure& figure = total.figure ? *total.figure : total.known;
  return grouped(std::get<Money>(figure.value).amount, language) + (total.figure ? "" : " + ?");
}

namespace {

void right(Table& table, std::string title) {
  table.columns.push_back({std::move(title), Table::Align::right});
}

using Kind = std::pair<LedgerKind, std::optional<Side>>;

std::vector<const Run*> runs_of(const Simulation& simulation, const std::string& future) {
  std::vector<const Run*> runs;
  for (const std::string& alternative : simulation.alternatives)
    runs.push_back(simulation.find(future, alternative));
  return runs;
}

/// What counts beside the price in any of the alternatives, in the order of the ledger.
std::vector<Kind> kinds_beside(const std::vector<const Run*>& runs) {
  std::vector<Kind> kinds;
  for (const Run* run : runs)
    for (const BesideTotal& each : run->beside)
      if (const Kind kind{each.kind, each.bearer};
          in_whole_cost(each) && std::find(kinds.begin(), kinds.end(), kind) == kinds.end())
        kinds.push_back(kind);
  return kinds;
}

std::string beside_text(const Run& run, const Kind& kind, Language language) {
  for (const BesideTotal& each : run.beside) {
    if (Kind{each.kind, each.bearer} != kind) continue;
    const std::string amount = known_text(each.total.with_renewal, language);
    const bool zero = std::get<Money>(each.total.with_renewal.known.value).amount.is_zero();
    return each.kind == LedgerKind::refund && !zero ? "-" + amount : amount;
  }
  return grouped(Decimal(0, run.ledger.currency.minor_decimals()), language);
}

}  // namespace

void print_futures(const Simulation& simulation, std::ostream& out, Language language) {
  if (simulation.futures.size() < 2) return;
  Table table;
  table.columns.push_back(
      {say(language, "futures side by side", "toekomsten naast elkaar"), Table::Align::left});
  table.columns.push_back({say(language, "future", "toekomst"), Table::Align::left});
  right(table, say(language, "with renewal", "met verlenging"));
  right(table, say(language, "difference to ", "verschil met ") + simulation.futures.front());
  if (simulation.discount_rate) {
    right(table, say(language, "present value", "contante waarde"));
    right(table, say(language, "difference now", "verschil contant"));
  }
  for (const std::string& alternative : simulation.alternatives)
    for (const std::string& future : simulation.futures) {
      const Run& run = *simulation.find(future, alternative);
      const bool first = future == simulation.futures.front();
      const auto difference = [&](const Total& total) {
        return first ? std::string() : known_text(total, language);
      };
      std::vector<std::string> cells = {
          first ? name_of_alternative(alternative, language) : std::string(), future,
          known_text(run.total.with_renewal, language),
          difference(run.difference_of_future.with_renewal)};
      if (run.present_value) {
        cells.push_back(known_text(*run.present_value, language));
        cells.push_back(difference(*run.present_value_difference_of_future));
      }
      table.row(std::move(cells));
    }
  out << "\n" << as_text(table);
}

void print_whole_cost(const Simulation& simulation, const std::string& future, std::ostream& out,
                      Language language) {
  const std::vector<const Run*> runs = runs_of(simulation, future);
  const std::vector<Kind> kinds = kinds_beside(runs);
  if (kinds.empty()) return;
  Table table;
  table.columns.push_back(
      {say(language, "the whole cost to the customer", "alles wat het de klant kost"),
       Table::Align::left});
  for (const Run* run : runs) right(table, name_of_alternative(run->alternative, language));
  const auto row = [&](std::string title, auto text) {
    std::vector<std::string> cells = {std::move(title)};
    for (const Run* run : runs) cells.push_back(text(*run));
    table.row(std::move(cells));
  };
  row(say(language, "price", "prijs"),
      [&](const Run& run) { return known_text(run.total.with_renewal, language); });
  for (const Kind& kind : kinds)
    row(words(kind.first).in(language),
        [&](const Run& run) { return beside_text(run, kind, language); });
  row(say(language, "all in", "alles bij elkaar"),
      [&](const Run& run) { return known_text(run.whole_cost.with_renewal, language); });
  if (runs.size() > 1)
    row(say(language, "difference", "verschil"), [&](const Run& run) {
      return run.alternative == as_it_is
                 ? std::string()
                 : known_text(run.whole_cost_difference.with_renewal, language);
    });
  out << "\n" << as_text(table);
}

}  // namespace pricetalk
