#include <gtest/gtest.h>

#include "../simulation/simulated.hpp"
#include "chance/paths.hpp"
#include "cli/load.hpp"
#include "drawn_paths.hpp"

// The shipped contracts on paths that are drawn from the past, against the simulation of each path.
namespace path_shipped_test {

using namespace simulated;

constexpr std::uint64_t some_paths = 3;

/// Whether a path costs what `simulate` says; how many paths were simulated one by one.
void expect_as_simulated(const char* name, const Scenario& scenario, Date today) {
  const auto file =
      load_contract(std::string(PRICETALK_ROOT) + "/contracts/" + name, MoreFigures{}, today);
  ASSERT_TRUE(file.value) << name;
  std::optional<PathMaker> maker;
  const auto fit = [&](const Library& library, const Future& future,
                       const std::vector<std::string>& series, Date until) {
    Loaded<PathMaker> made = PathMaker::fit(library, future, scenario.random, today, until, series);
    Loaded<PathSource> source;
    source.diagnostics = made.diagnostics;
    if (!made.value) return source;
    maker = *made.value;
    source.value = PathSource{
        [maker](std::uint64_t first, std::size_t count) { return maker->make(first, count); },
        [maker](std::uint64_t path) { return maker->future(path); },
        {}};
    return source;
  };
  PathPortfolio portfolio({scenario, today, fit, {}});
  portfolio.add(file.value->contract, file.value->library, name, "");
  const auto made = std::move(portfolio).amounts(drawn_paths::one_by_one);
  ASSERT_TRUE(made.value) << name << render(made.diagnostics, Language::en);
  const auto& amounts = made.value->front().front();
  testing::Test::RecordProperty(std::string("one by one of ") + name,
                                static_cast<int>(amounts.one_by_one));
  for (std::uint64_t path = 0; path < some_paths; ++path) {
    Scenario stated = scenario;
    stated.futures = {maker->future(path)};
    const auto alone = simulate(file.value->contract, file.value->library, stated, today);
    ASSERT_TRUE(alone.value) << name << render(alone.diagnostics, Language::en);
    const Run& run = alone.value->runs.front();
    for (std::size_t year = 0; year < run.calendar_years.size(); ++year) {
      const auto& known = std::get<Money>(run.calendar_years[year].total.with_renewal.known.value);
      EXPECT_EQ(Decimal(amounts.years[year][path], run.ledger.decimals), known.amount)
          << name << " path " << path << " " << run.calendar_years[year].label << " "
          << amounts.why.en;
    }
  }
}

TEST(PathPortfolio, costs_for_the_shipped_contracts_on_every_path_what_simulate_says) {
  Scenario scenario = scenario_of(R"(schema = 1
[scenario]
id = "s"
months = 48
[random]
paths = 3
[future.chance]
random = true
[[future.chance.series]]
series = "szw/*"
growth = "3%"
[[future.chance.series]]
series = "cbs/lonen/*"
growth = "3%"
[[future.chance.series]]
series = "cbs/dpi/*"
growth = "2%"
)");
  for (const char* name : {"schoonmaak-gemeente.toml", "koffie.toml", "liftonderhoud.toml",
                           "onderhoud-belgie.toml", "webwinkel.toml", "ict-abonnement.toml"})
    expect_as_simulated(name, scenario, day("2025-10-14"));
}

}  // namespace path_shipped_test
