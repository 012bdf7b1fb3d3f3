#include "portfolio/portfolio.hpp"

#include <gmock/gmock.h>

#include "../simulation/simulated.hpp"
#include "billing/period.hpp"
#include "portfolio/known_prices.hpp"
#include "portfolio/totals.hpp"
#include "random_contract.hpp"
#include "simulation/beside.hpp"

// The portfolio against the simulation of each contract by itself.
namespace portfolio_test {

using namespace simulated;

struct Asked {
  std::vector<Contract> contracts;
  Library library;
  Scenario scenario;
  Date today;
  std::optional<std::pair<Date, Date>> days = {};
};

PortfolioAnswer answer_of(const Asked& asked, bool ledger = false) {
  Portfolio portfolio({asked.scenario, asked.today, asked.days, ledger},
                      [&](const std::string& path) {
                        return Portfolio::Read{asked.contracts[std::stoul(path)], asked.library};
                      });
  for (std::size_t i = 0; i < asked.contracts.size(); ++i)
    portfolio.add(asked.contracts[i], asked.library, std::to_string(i), "figures");
  Loaded<PortfolioAnswer> made = std::move(portfolio).answer();
  if (!made.value) throw std::runtime_error(render(made.diagnostics, Language::en));
  return std::move(*made.value);
}

std::int64_t units(const Total& total, int decimals) {
  return round(Ratio(std::get<Money>(total.known.value).amount), Rounding::decimals(decimals))
      .mantissa();
}

/// Holds every amount of a portfolio to the simulation of its contract.
void expect_as_by_itself(const Asked& asked, const PortfolioAnswer& answer) {
  ASSERT_EQ(answer.contracts.size(), asked.contracts.size());
  for (std::size_t i = 0; i < asked.contracts.size(); ++i) {
    const PortfolioContract& one = answer.contracts[i];
    const auto alone = simulate(asked.contracts[i], asked.library, asked.scenario,
                                Frame{asked.today, {}, asked.days, {}});
    ASSERT_TRUE(alone.value) << render(alone.diagnostics, Language::en);
    for (std::size_t f = 0; f < answer.futures.size(); ++f)
      for (std::size_t a = 0; a < answer.alternatives.size(); ++a) {
        const Run* run = alone.value->find(answer.futures[f], answer.alternatives[a]);
        if (run == nullptr) run = alone.value->find(answer.futures[f], as_it_is);
        for (const YearTotal& year : run->calendar_years) {
          const std::string where = one.path + " " + run->future + " " + run->alternative + " " +
                                    year.label + " " + one.by_itself.en;
          const int y = year.first.year();
          EXPECT_EQ(one.contracted(answer.run(f, a), y), units(year.total.contracted, one.decimals))
              << where;
          EXPECT_EQ(one.renewal(answer.run(f, a), y), units(year.total.renewal, one.decimals))
              << where;
        }
        for (std::size_t k = 0; k < run->running_years.size(); ++k)
          EXPECT_EQ(one.running(answer.run(f, a), static_cast<int>(k)),
                    units(run->running_years[k].total.with_renewal, one.decimals))
              << one.path << " " << run->alternative << " year " << k;
        if (run->present_value && run->present_value->open == 0)
          EXPECT_EQ(present_value(one, answer.run(f, a), *answer.discount_rate),
                    Ratio(std::get<Money>(run->present_value->known.value).amount))
              << one.path << " " << run->alternative;
        EXPECT_EQ(one.open[answer.run(f, a)], run->total.with_renewal.open);
      }
  }
}

/// "price p 2026-01-01 700.12 projected", of what is charged.
void add_amounts(Texts& found, const PlainRow& row) {
  for (std::size_t i = 0; i < row.amounts.size(); ++i) {
    const PlainAmount& amount = row.amounts[i];
    if (amount.is == PlainAmount::Is::nothing) continue;
    found.push_back(std::string(word(row.kind)) + " " + row.line + " " + (*row.periods)[i].text() +
                    " " + Decimal(amount.units, row.decimals).text() + " " +
                    std::string(status_word(amount)));
  }
}

/// Holds every row of a portfolio's ledger to the ledger of its contract.
void expect_rows_as_by_itself(const Asked& asked, const PortfolioAnswer& answer) {
  for (std::size_t i = 0; i < asked.contracts.size(); ++i) {
    const auto alone = simulate(asked.contracts[i], asked.library, asked.scenario,
                                Frame{asked.today, {}, asked.days, {}});
    ASSERT_TRUE(alone.value);
    for (std::size_t f = 0; f < answer.futures.size(); ++f)
      for (std::size_t a = 0; a < answer.alternatives.size(); ++a) {
        const Run* run = alone.value->find(answer.futures[f], answer.alternatives[a]);
        if (run == nullptr) run = alone.value->find(answer.futures[f], as_it_is);
        Texts expected;
        for (const PlainRow& row : plain_rows(*run, 0)) add_amounts(expected, row);
        Texts found;
        answer.each_row(i, answer.run(f, a), [&](const PlainRow& row) { add_amounts(found, row); });
        EXPECT_EQ(found, expected) << answer.contracts[i].path << " " << run->alternative;
      }
  }
}

TEST(Portfolio, gives_every_random_contract_what_it_costs_by_itself) {
  Asked asked{{}, {}, scenario_of(months(30)), day("2024-12-31")};
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const std::string text = random_contract::text(seed);
    for (std::uint64_t other = 0; other < 3; ++other)
      asked.contracts.push_back(
          contract_of(random_contract::with_other_numbers(text, seed * 10 + other)));
  }
  const PortfolioAnswer answer = answer_of(asked);
  expect_as_by_itself(asked, answer);
  EXPECT_GT(answer.route.lines, 60U);
  EXPECT_LT(answer.route.contents, answer.route.lines);
  std::size_t alone = 0;
  for (const auto& [why, count] : answer.route.by_itself) alone += count.second;
  EXPECT_LT(alone, asked.contracts.size());
  const PortfolioAnswer rows = answer_of(asked, true);
  expect_as_by_itself(asked, rows);
  expect_rows_as_by_itself(asked, rows);
}

TEST(Portfolio, gives_at_known_prices_what_every_random_contract_costs_by_itself) {
  std::vector<Contract> contracts;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const std::string text = random_contract::text(seed);
    for (std::uint64_t other = 0; other < 3; ++other)
      contracts.push_back(
          contract_of(random_contract::with_other_numbers(text, seed * 10 + other)));
  }
  const Library library;
  const Date today = day("2026-06-30");
  Scenario known;
  known.months.value = 12;
  known.futures.emplace_back();
  Portfolio portfolio({.scenario = known, .today = today, .at_known_prices = true},
                      [&](const std::string& path) {
                        return Portfolio::Read{contracts[std::stoul(path)], library};
                      });
  for (std::size_t i = 0; i < contracts.size(); ++i)
    portfolio.add(contracts[i], library, std::to_string(i), "figures");
  const Loaded<PortfolioAnswer> answer = std::move(portfolio).answer();
  ASSERT_TRUE(answer.value) << render(answer.diagnostics, Language::en);
  std::size_t together = 0;
  for (std::size_t i = 0; i < contracts.size(); ++i) {
    const PortfolioContract& one = answer.value->contracts[i];
    together += one.by_itself.empty() ? 1U : 0U;
    PortfolioContract alone = one;
    charge_known_prices(contracts[i], library, today,
                        ledger_periods(contracts[i], today.plus_days(1), 12), alone);
    EXPECT_EQ(Decimal(one.total(0), one.decimals), Decimal(alone.total(0), alone.decimals)) << i;
    EXPECT_EQ(one.open.front(), alone.open.front()) << i;
  }
  EXPECT_GT(together, 20U);
}

TEST(Portfolio, covers_the_same_days_of_every_contract_where_they_are_stated) {
  Asked asked{
      {}, {}, scenario_of(months(30)), day("2024-12-31"), {{day("2025-07-10"), day("2026-03-20")}}};
  for (std::uint64_t seed = 1; seed <= 40; ++seed)
    asked.contracts.push_back(contract_of(random_contract::text(seed)));
  const PortfolioAnswer answer = answer_of(asked, true);
  expect_as_by_itself(asked, answer);
  expect_rows_as_by_itself(asked, answer);
}

const char* const indexed = R"x(schema = 1
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
[clause.c]
adjust = { every = "year", on = "01-01" }
formula = "P = P0 * (0.2 + 0.8*L/L0)"
index.L = { series = "l", use = "october of previous year" }
limits = { cap = "4%", floor = "0%" }
rounding = { coefficient = { decimals = 4 } }
)x";

Library figures() {
  const SourcePtr file = source("figures.toml", R"(schema = 1
[[series]]
id = "l"
unit = "index"
figures = [["2023-10", 100.0], ["2024-10", 103.7], ["2025-10", 105.1]]
)");
  const auto series = read_figures(file);
  if (!series.ok()) throw std::runtime_error(render(series.diagnostics, Language::en));
  return Library().with(*series.value, {file});
}

const char* const scenario_text = R"(schema = 1
[scenario]
id = "s"
months = 48
discount_rate = "5%"
[future.low]
[[future.low.series]]
series = "l"
growth = "1%"
[future.high]
[[future.high.series]]
series = "l"
growth = "7%"
[alternative.no-cap]
clause.c.limits.cap = "none"
[alternative.no-cap-from-now]
from = 2026-01-01
clause."*".limits.cap = "none"
[alternative.fixed]
fixed = { 2026 = "3%", then = "2%" }
[alternative.other]
clause.c.formula = "0.5 + 0.5*X/X0"
clause.c.index.X = { series = "l", use = "october of previous year" }
[alternative.follows]
from = 2027-01-01
index = "l"
[alternative.waived]
waived = 2027
[alternative.new]
from = 2026-06-01
clause.n = { adjust = { every = "6 months", on = "07-01" }, formula = "change = 1%" }
price."*".clause = "n"
[alternative.calendar]
billing = { period = "quarter", proration = "next-period" }
)";

TEST(Portfolio, takes_an_alternative_to_every_line_of_a_content) {
  Asked asked{{}, figures(), scenario_of(scenario_text), day("2025-12-31")};
  for (std::uint64_t seed = 1; seed <= 20; ++seed)
    asked.contracts.push_back(contract_of(random_contract::with_other_numbers(indexed, seed)));
  const PortfolioAnswer answer = answer_of(asked);
  expect_as_by_itself(asked, answer);
  EXPECT_EQ(answer.route.contents, 1U);
  EXPECT_EQ(answer.route.by_itself.size(), 0U);
  expect_rows_as_by_itself(asked, answer_of(asked, true));
}

TEST(Portfolio, computes_one_by_one_what_an_alternative_gives_another_price) {
  const std::string dear =
      std::string(scenario_text) + "[alternative.dear]\nprice.p.unit_price = 20.00\n";
  Asked asked{{}, figures(), scenario_of(dear), day("2025-12-31")};
  for (std::uint64_t seed = 1; seed <= 5; ++seed)
    asked.contracts.push_back(contract_of(random_contract::with_other_numbers(indexed, seed)));
  const PortfolioAnswer answer = answer_of(asked);
  expect_as_by_itself(asked, answer);
  EXPECT_EQ(answer.route.by_itself.at("an alternative of price or quantity").second, 5U);
}

}  // namespace portfolio_test
