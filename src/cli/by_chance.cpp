#include "cli/by_chance.hpp"

#include <algorithm>

#include "chance/paths.hpp"
#include "cli/spread.hpp"
#include "files/memory.hpp"

namespace pricetalk {

namespace {

/// As `[random]` says, from what was published.
FitPaths fit_by_chance(const Random& random, Date today) {
  return [random, today](const Library& library, const Future& future,
                         const std::vector<std::string>& series, Date until) {
    Loaded<PathMaker> maker = PathMaker::fit(library, future, random, today, until, series);
    Loaded<PathSource> made;
    made.diagnostics = std::move(maker.diagnostics);
    if (!maker.value) return made;
    const auto shared = std::make_shared<const PathMaker>(std::move(*maker.value));
    made.value = PathSource{
        [shared](std::uint64_t first, std::size_t count) { return shared->make(first, count); },
        [shared](std::uint64_t path) { return shared->future(path); }, shared->window()};
    return made;
  };
}

}  // namespace

ByChance::ByChance(const Scenario& scenario, const SimulateOptions& options, Date today,
                   std::optional<std::pair<Date, Date>> days)
    : options_(options) {
  const bool random = std::any_of(scenario.futures.begin(), scenario.futures.end(),
                                  [](const Future& future) { return future.random; });
  if (options.path) {
    if (options.budget || !options.chance_csv.empty())
      refused_.error("U0005", {},
                     {"--path is of one path, --budget and --chance-csv are about all of them",
                      "--path gaat over één pad, --budget en --chance-csv gaan over alle paden"},
                     {"leave one of them out", "laat een van de twee weg"});
    return;
  }
  if (random) {
    PathQuestion question{.scenario = scenario,
                          .today = today,
                          .fit = fit_by_chance(scenario.random, today),
                          .budget = options.budget,
                          .days = days};
    question.memory = std::min(question.memory, memory_left());
    portfolio_.emplace(std::move(question));
  } else if (options.budget || !options.chance_csv.empty()) {
    refused_ = nothing_by_chance();
  }
}

void ByChance::add(const Contract& contract, const Library& library, const std::string& path,
                   const std::string& figures, std::shared_ptr<const Actuals> actuals) {
  if (portfolio_) portfolio_->add(contract, library, path, figures, std::move(actuals));
}

void ByChance::know(const Contract& contract, const Library& library) {
  if (portfolio_) portfolio_->know(contract, library);
}

PathPortfolio::Spread ByChance::threads() const {
  return [this](std::size_t count, const std::function<void(std::size_t)>& work) {
    spread(options_.jobs, count, work);
  };
}

std::optional<PathAnswer> ByChance::answer(Diagnostics& problems) {
  problems.append(refused_);
  if (!portfolio_ || problems.has_errors()) return std::nullopt;
  Loaded<PathAnswer> made = std::move(*portfolio_).answer(threads());
  problems.append(made.diagnostics);
  return std::move(made.value);
}

std::optional<PathShare> ByChance::share(Diagnostics& problems) {
  problems.append(refused_);
  if (!portfolio_ || problems.has_errors()) return std::nullopt;
  Loaded<PathShare> made = std::move(*portfolio_).share(threads());
  problems.append(made.diagnostics);
  return std::move(made.value);
}

Diagnostics nothing_by_chance() {
  Diagnostics refused;
  refused.error(
      "S0403", {},
      {"no future of this scenario is random, so there is no chance to speak of",
       "geen toekomst van dit scenario hangt van het toeval af, dus er valt geen kans te "
       "berekenen"},
      {"write `random = true` in a [future.NAME]", "schrijf `random = true` in een [future.NAAM]"});
  return refused;
}

Scenario without_chance(Scenario scenario) {
  std::erase_if(scenario.futures, [](const Future& future) { return future.random; });
  return scenario;
}

}  // namespace pricetalk
