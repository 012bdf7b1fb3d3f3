#include "portfolio/path_portfolio.hpp"

#include <gtest/gtest.h>

#include <map>

#include "../simulation/simulated.hpp"
#include "cli/spread.hpp"
#include "drawn_paths.hpp"
#include "random_clause.hpp"
#include "random_contract.hpp"
#include "report/csv_paths.hpp"

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
  std::shared_ptr<const Actuals> actuals = {};  ///< of every contract
};

PathPortfolio portfolio_of(const Asked& asked) {
  PathQuestion question{asked.scenario, asked.today, drawn_paths::fit(asked.drawn), {}};
  PathPortfolio portfolio(std::move(question));
  for (std::size_t i = 0; i < asked.contracts.size(); ++i)
    portfolio.add(asked.contracts[i], asked.library, std::to_string(i), "figures", asked.actuals);
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
  const auto alone =
      simulate(one, asked.library, stated, Frame{asked.today, {}, {}, asked.actuals});
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
  for (std::uint64_t seed = 1; seed <= 30 && !testing::Test::HasFailure(); ++seed) {
    const Asked asked = asked_of(seed, 8);
    const Amounts amounts = amounts_of(asked);
    for (std::uint64_t path = 0; path < 8; ++path)
      expect_as_simulated(asked, 0, path, amounts.front(),
                          "seed " + std::to_string(seed) + " " + amounts.front().front().why.en +
                              "\n" + random_clause::random_clause(seed).text());
    const auto& first = amounts.front().front();
    if (first.one_by_one > 0) ++why[first.why.en];
    one_by_one += first.one_by_one;
    all += 8;
  }
  for (const auto& [text, count] : why) RecordProperty(text, count);
  EXPECT_LT(one_by_one * 2, all) << "most paths run in columns";
}

ActualRow invoiced(const Asked& asked, const char* from, const char* to, Decimal amount) {
  return {asked.contracts.front().lines.front().id, day(from), day(to), amount, true, "1", {}};
}

TEST(PathPortfolio, puts_invoices_in_place_of_their_months_on_every_path) {
  std::size_t one_by_one = 0;
  for (std::uint64_t seed = 1; seed <= 12 && !testing::Test::HasFailure(); ++seed) {
    Asked asked = asked_of(seed, 6);
    asked.actuals = std::make_shared<const Actuals>(
        Actuals{{invoiced(asked, "2023-01-01", "2023-01-31", Decimal(12345, 2)),
                 invoiced(asked, "2023-02-01", "2023-02-14", Decimal(10, 0)),
                 invoiced(asked, "2023-02-15", "2023-02-28", Decimal(20001, 3)),
                 invoiced(asked, "2024-01-01", "2024-12-31", Decimal(120000, 2))}});
    const Amounts amounts = amounts_of(asked);
    for (std::uint64_t path = 0; path < 6; ++path)
      expect_as_simulated(asked, 0, path, amounts.front(), "seed " + std::to_string(seed));
    one_by_one += amounts.front().front().one_by_one;
  }
  EXPECT_LT(one_by_one, 36U) << "what was invoiced runs in columns";
}

TEST(PathPortfolio, computes_the_rest_of_a_month_that_is_invoiced_in_part_path_by_path) {
  Asked asked = asked_of(3, 6);
  asked.actuals = std::make_shared<const Actuals>(
      Actuals{{invoiced(asked, "2023-01-01", "2023-01-10", Decimal(12345, 2))}});
  const Amounts amounts = amounts_of(asked);
  for (std::uint64_t path = 0; path < 6; ++path)
    expect_as_simulated(asked, 0, path, amounts.front(), "in part");
  EXPECT_EQ(amounts.front().front().one_by_one, 6U);
  EXPECT_EQ(amounts.front().front().why.en, "invoices over a part of a period");
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
clause.c.limits.cap = "none"
[alternative.no-floor]
clause.c.limits.floor = "none"
[alternative.plain]
clause.c.limits = { cap = "none", floor = "none" }
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
  Drawn all{"l", 1, {}, 1010, 1230};
  for (int year = 2026; year <= 2030; ++year) all.periods.push_back(Period::month(year, 10));
  made.drawn = {all};
  return made;
}

TEST(PathPortfolio, takes_every_kind_of_alternative_over_the_same_paths) {
  const Asked asked = with_alternatives(12);
  const Amounts amounts = amounts_of(asked);
  for (std::uint64_t path = 0; path < 12; ++path)
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

TEST(PathPortfolio, values_a_cap_less_a_floor_as_what_follows_the_index_less_what_is_fixed) {
  Asked asked = with_alternatives(2000);
  asked.scenario = scenario_of(R"(schema = 1
[scenario]
id = "s"
months = 24
[future.f]
[alternative.plain]
clause.c.limits = { cap = "none", floor = "none" }
[alternative.cap]
clause.c.limits = { cap = "2.5%", floor = "none" }
[alternative.floor]
clause.c.limits = { cap = "none", floor = "2.5%" }
[alternative.fixed]
clause.c.limits = { cap = "2.5%", floor = "2.5%" }
)");
  asked.scenario.futures.front().random = true;
  asked.scenario.random.paths.value = 2000;
  // The step of 2026 is 2.5% under every alternative, so that one step is drawn.
  const SourcePtr file = source("figures.toml", R"(schema = 1
[[series]]
id = "l"
unit = "index"
figures = [["2024-10", 112.0], ["2025-10", 115.5]]
)");
  asked.library = Library().with(*read_figures(file).value, {file});
  const PathAnswer answer = answer_of(asked, drawn_paths::one_by_one);
  const std::vector<PathTotals>& totals = answer.contracts.front().totals;
  const auto mean = [&](std::size_t alternative) { return totals[alternative].years[1].mean; };
  const std::int64_t value_of_cap = mean(1) - mean(2);
  const std::int64_t value_of_floor = mean(3) - mean(1);
  EXPECT_NEAR(static_cast<double>(value_of_cap - value_of_floor),
              static_cast<double>(mean(1) - mean(4)), 2.0)
      << "in cents; the means are rounded";
  EXPECT_GT(value_of_cap, 0);
  EXPECT_GT(value_of_floor, 0);
}

TEST(PathPortfolio, answers_the_same_for_every_order_and_number_of_threads) {
  const Asked asked = with_alternatives(300);
  const PathAnswer one = answer_of(asked, drawn_paths::one_by_one);
  const auto on_threads = [](std::size_t jobs) {
    return [jobs](std::size_t count, const std::function<void(std::size_t)>& work) {
      spread(jobs, count, work);
    };
  };
  const auto backwards = [](std::size_t count, const std::function<void(std::size_t)>& work) {
    for (std::size_t i = count; i-- > 0;) work(i);
  };
  for (const PathPortfolio::Spread& each :
       {PathPortfolio::Spread(on_threads(2)), PathPortfolio::Spread(on_threads(4)),
        PathPortfolio::Spread(backwards)}) {
    const PathAnswer other = answer_of(asked, each);
    EXPECT_EQ(paths_csv(other), paths_csv(one));
  }
}

TEST(PathPortfolio, adds_contracts_up_path_by_path) {
  Asked asked = with_alternatives(300);
  Contract other = asked.contracts.front();
  other.id = "U";
  asked.contracts.push_back(std::move(other));
  const PathAnswer answer = answer_of(asked, drawn_paths::one_by_one);
  ASSERT_EQ(answer.together.size(), 1U);
  EXPECT_EQ(answer.together.front().contracts, 2U);
  const Percentiles& one = answer.contracts.front().totals.front().all;
  EXPECT_EQ(answer.together.front().totals.front().all.p90, one.p90 * 2);
  EXPECT_EQ(answer.courses, 12U) << "two lines of six different clauses, whatever they cost";
}

TEST(PathPortfolio, refuses_more_sums_than_memory_holds_and_says_how_much_they_need) {
  const Asked asked = with_alternatives(1000);
  PathQuestion question{asked.scenario, asked.today, drawn_paths::fit(asked.drawn), {}};
  question.memory = 100'000;
  PathPortfolio portfolio(std::move(question));
  portfolio.add(asked.contracts.front(), asked.library, "", "");
  const auto refused = std::move(portfolio).answer(drawn_paths::one_by_one);
  EXPECT_FALSE(refused.value);
  EXPECT_EQ(problems(refused.diagnostics),
            (Texts{"S0401 1000 paths need 1 MB of memory for their sums; 1 MB is allowed"}));
}

TEST(PathPortfolio, counts_the_paths_that_pass_a_budget) {
  const Asked asked = with_alternatives(500);
  const PathAnswer plain = answer_of(asked, drawn_paths::one_by_one);
  PathQuestion question{asked.scenario, asked.today, drawn_paths::fit(asked.drawn),
                        Decimal(plain.contracts.front().totals.front().all.p90, 2)};
  PathPortfolio portfolio(std::move(question));
  portfolio.add(asked.contracts.front(), asked.library, "", "");
  const auto made = std::move(portfolio).answer(drawn_paths::one_by_one);
  ASSERT_TRUE(made.value);
  const auto over = made.value->contracts.front().totals.front().over_budget;
  ASSERT_TRUE(over);
  EXPECT_LE(*over, 50U) << "no more than a tenth lies above the ninetieth percentile";
  EXPECT_GE(*over, 30U);
}

}  // namespace path_portfolio_test
