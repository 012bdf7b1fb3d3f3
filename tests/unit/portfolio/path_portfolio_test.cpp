#include "portfolio/path_portfolio.hpp"

#include <gtest/gtest.h>

#include <map>

#include "../simulation/simulated.hpp"
#include "drawn_paths.hpp"
#include "random_clause.hpp"
#include "random_contract.hpp"

// Many paths at once against the simulation of each path by itself.
namespace path_portfolio_test {

using namespace simulated;
using drawn_paths::Drawn;

struct Asked {
  std::vector<Contract> contracts;
  Library library;
  Scenario scenario;
  Date today;
  std::vector<Drawn> drawn;
};

PathPortfolio portfolio_of(const Asked& asked) {
  PathQuestion question{asked.scenario, asked.today, drawn_paths::fit(asked.drawn), {}};
  PathPortfolio portfolio(std::move(question));
  for (std::size_t i = 0; i < asked.contracts.size(); ++i)
    portfolio.add(asked.contracts[i], asked.library, std::to_string(i), "figures");
  return portfolio;
}

using Amounts = std::vector<std::vector<PathPortfolio::PathAmounts>>;

Amounts amounts_of(const Asked& asked) {
  auto made = portfolio_of(asked).amounts(drawn_paths::one_by_one);
  if (!made.value) throw std::runtime_error(render(made.diagnostics, Language::en));
  return std::move(*made.value);
}

std::int64_t whole(const Total& total, int decimals) {
  return round(Ratio(std::get<Money>(total.known.value).amount), Rounding::decimals(decimals))
      .mantissa();
}

/// Holds one path of a contract to its simulation.
void expect_as_simulated(const Asked& asked, std::size_t contract, std::uint64_t path,
                         const std::vector<PathPortfolio::PathAmounts>& runs,
                         const std::string& about) {
  Scenario stated = asked.scenario;
  stated.futures = {
      drawn_paths::source_of(asked.drawn, asked.scenario.futures.front()).future(path)};
  const Contract& one = asked.contracts[contract];
  const auto alone = simulate(one, asked.library, stated, asked.today);
  ASSERT_TRUE(alone.value) << render(alone.diagnostics, Language::en);
  for (std::size_t a = 0; a < runs.size(); ++a) {
    const std::string id = a == 0 ? std::string(as_it_is) : stated.alternatives[a - 1].id;
    const Run* run = alone.value->find(stated.futures.front().id, id);
    if (run == nullptr) run = alone.value->find(stated.futures.front().id, as_it_is);
    const int decimals = run->ledger.decimals;
    ASSERT_EQ(run->calendar_years.size(), runs[a].years.size());
    for (std::size_t y = 0; y < run->calendar_years.size(); ++y)
      EXPECT_EQ(runs[a].years[y][path], whole(run->calendar_years[y].total.with_renewal, decimals))
          << about << " path " << path << " " << id << " " << run->calendar_years[y].label;
    EXPECT_EQ(runs[a].contracted[path], whole(run->total.contracted, decimals)) << about;
  }
}

/// A contract with one random clause, of which the figures from 2023 on are drawn.
Asked asked_of(std::uint64_t seed, int paths) {
  random_clause::RandomClause clause = random_clause::random_clause(seed);
  Asked made;
  for (random_clause::Figures& figures : clause.figures) {
    figures.hundredths.resize(4);
    Drawn drawn{figures.symbol, 2, {}, 9'500, 11'500};
    if (figures.percent) std::tie(drawn.low, drawn.high) = std::pair(-200, 700);
    for (int year = 2023; year <= 2026; ++year) drawn.periods.push_back(Period::year(year));
    made.drawn.push_back(std::move(drawn));
  }
  std::string text = clause.text();
  const std::string key = "price_date = 2020-01-01\n";
  text.insert(text.find(key) + key.size(), "quantity = { per_month = 56.7 }\n");
  made.contracts.push_back(contract_of(text));
  made.library = library_of(made.contracts.front());
  made.scenario = scenario_of(months(48));
  made.scenario.futures.front().random = true;
  made.scenario.random.paths.value = paths;
  made.today = day("2022-12-31");
  return made;
}

TEST(PathPortfolio, costs_under_random_clauses_on_every_path_what_simulate_says) {
  std::map<std::string, int> why;
  std::size_t one_by_one = 0;
  std::size_t all = 0;
  for (std::uint64_t seed = 1; seed <= 60 && !testing::Test::HasFailure(); ++seed) {
    const Asked asked = asked_of(seed, 12);
    const Amounts amounts = amounts_of(asked);
    for (std::uint64_t path = 0; path < 12; ++path)
      expect_as_simulated(asked, 0, path, amounts.front(),
                          "seed " + std::to_string(seed) + " " + amounts.front().front().why.en +
                              "\n" + random_clause::random_clause(seed).text());
    const auto& first = amounts.front().front();
    if (first.one_by_one > 0) ++why[first.why.en];
    one_by_one += first.one_by_one;
    all += 12;
  }
  for (const auto& [text, count] : why) RecordProperty(text, count);
  EXPECT_LT(one_by_one * 2, all) << "most paths run in columns";
}

TEST(PathPortfolio, costs_under_random_contracts_on_every_path_what_simulate_says) {
  Asked asked{{}, {}, scenario_of(months(30)), day("2024-12-31"), {}};
  asked.scenario.futures.front().random = true;
  asked.scenario.random.paths.value = 2;
  for (std::uint64_t seed = 1; seed <= 40; ++seed)
    asked.contracts.push_back(contract_of(random_contract::text(seed)));
  const Amounts amounts = amounts_of(asked);
  for (std::size_t i = 0; i < asked.contracts.size(); ++i)
    expect_as_simulated(asked, i, 1, amounts[i], "seed " + std::to_string(i + 1));
}

const char* const capped = R"x(schema = 1
[contract]
id = "T"
currency = "EUR"
start = 2025-01-01
end = 2027-12-31
[price.p]
unit_price = 12.34
price_date = 2025-01-01
quantity = { per_month = 56.7 }
clause = "c"
[price.q]
unit_price = 250.00
price_date = 2025-01-01
quantity = { per_month = [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 3] }
clause = "c"
[clause.c]
adjust = { every = "year", on = "01-01" }
formula = "P = P0 * (0.2 + 0.8*L/L0)"
index.L = { series = "l", use = "october of previous year" }
limits = { cap = "4%", floor = "1%" }
rounding = { coefficient = { decimals = 4 } }
[innovation.robot]
what = "a robot"
reduction_per_month = 10.00
)x";

const char* const alternatives = R"(schema = 1
[scenario]
id = "s"
months = 60
[future.f]
[alternative.no-cap]
clause.c.limits = { floor = "1%" }
[alternative.no-floor]
clause.c.limits = { cap = "4%" }
[alternative.plain]
clause.c.limits = { note = "none" }
[alternative.fixed]
clause.c.limits = { cap = "1%", floor = "1%" }
[alternative.threshold]
clause.c.threshold = { more_than = "2%" }
[alternative.cheaper]
price.p.unit_price = 11.00
[alternative.offer]
innovation = "robot"
)";

/// October figures from 2026 on, around a growth of 2.5% a year.
Asked with_alternatives(int paths) {
  Asked made;
  made.contracts.push_back(contract_of(capped));
  const SourcePtr file = source("figures.toml", R"(schema = 1
[[series]]
id = "l"
unit = "index"
figures = [["2023-10", 100.0], ["2024-10", 103.7], ["2025-10", 105.1]]
)");
  made.library = Library().with(*read_figures(file).value, {file});
  made.scenario = scenario_of(alternatives);
  made.scenario.futures.front().random = true;
  made.scenario.random.paths.value = paths;
  made.today = day("2025-12-31");
  for (int year = 2026; year <= 2030; ++year) {
    const std::int64_t middle = 1051 + 27 * (year - 2025);
    made.drawn.push_back({"l", 1, {Period::month(year, 10)}, middle - 60, middle + 60});
  }
  // One series whose figures of each year lie around a level of their own.
  Drawn all{"l", 1, {}, 1010, 1230};
  for (int year = 2026; year <= 2030; ++year) all.periods.push_back(Period::month(year, 10));
  made.drawn = {all};
  return made;
}

TEST(PathPortfolio, takes_every_kind_of_alternative_over_the_same_paths) {
  const Asked asked = with_alternatives(40);
  const Amounts amounts = amounts_of(asked);
  for (std::uint64_t path = 0; path < 40; ++path)
    expect_as_simulated(asked, 0, path, amounts.front(), "alternatives");
  EXPECT_EQ(amounts.front().front().one_by_one, 0U) << amounts.front().front().why.en;
}

PathAnswer answer_of(const Asked& asked, const PathPortfolio::Spread& spread) {
  auto made = portfolio_of(asked).answer(spread);
  if (!made.value) throw std::runtime_error(render(made.diagnostics, Language::en));
  return std::move(*made.value);
}

TEST(PathPortfolio, never_gets_cheaper_when_a_cap_is_removed_at_any_percentile) {
  const PathAnswer answer = answer_of(with_alternatives(3000), drawn_paths::one_by_one);
  const std::vector<PathTotals>& totals = answer.contracts.front().totals;
  const auto no_less = [](const Percentiles& a, const Percentiles& b) {
    EXPECT_GE(a.p10, b.p10);
    EXPECT_GE(a.p50, b.p50);
    EXPECT_GE(a.p90, b.p90);
    EXPECT_GE(a.mean, b.mean);
  };
  no_less(totals[1].all, totals[0].all);
  for (std::size_t year = 0; year < totals[0].years.size(); ++year)
    no_less(totals[1].years[year], totals[0].years[year]);
  EXPECT_GE(totals[1].difference->p10, 0);
  EXPECT_GT(totals[1].difference->p90, 0);
}

}  // namespace path_portfolio_test
