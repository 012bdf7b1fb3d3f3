#include "chance/one_path.hpp"

#include <algorithm>

#include "chance/paths.hpp"

namespace pricetalk {

namespace {

void error(Diagnostics& problems, Span where, Phrase title, Phrase hint) {
  problems.error("S0307", where, std::move(title), std::move(hint));
}

bool has_path(const Scenario& scenario, std::uint64_t path, Diagnostics& problems) {
  const bool random = std::any_of(scenario.futures.begin(), scenario.futures.end(),
                                  [](const Future& future) { return future.random; });
  if (!random) {
    error(problems, {},
          {"no future of the scenario is random: there is no path to choose",
           "geen toekomst van het scenario is toeval: er is geen pad te kiezen"},
          {"write `random = true` in a future, or leave --path out",
           "schrijf `random = true` in een toekomst, of laat --path weg"});
    return false;
  }
  const int paths = scenario.random.paths.value;
  if (path < static_cast<std::uint64_t>(paths)) return true;
  const std::string last = std::to_string(paths - 1);
  error(problems, scenario.random.where,
        {"there is no path " + std::to_string(path) + ": the paths are 0 to " + last,
         "er is geen pad " + std::to_string(path) + ": de paden zijn 0 tot en met " + last},
        {"choose one of them, or raise `paths`", "kies er een van, of verhoog `paths`"});
  return false;
}

}  // namespace

Loaded<OnePath> on_path(const Scenario& scenario, const Library& known,
                        const std::vector<std::string>& series, Date today, std::uint64_t path) {
  Loaded<OnePath> result;
  for (const SourcePtr& source : scenario.sources) result.diagnostics.keep(source);
  if (!has_path(scenario, path, result.diagnostics)) return result;
  OnePath made{scenario, {}};
  // A period of invoices may begin before the months end and end after them.
  const Date until = shift(today, {scenario.months.value + 12, Unit::month});
  for (Future& future : made.scenario.futures) {
    if (!future.random) continue;
    const Loaded<PathMaker> maker =
        PathMaker::fit(known, future, scenario.random, today, until, series);
    result.diagnostics.append(maker.diagnostics);
    if (!maker.value) continue;
    made.drawn.emplace_back(future.id, maker.value->words(path));
    future = maker.value->future(path);
  }
  if (!result.diagnostics.has_errors()) result.value = std::move(made);
  return result;
}

}  // namespace pricetalk
