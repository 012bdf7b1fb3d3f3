#include "portfolio/exposure.hpp"

#include <gmock/gmock.h>

#include "../simulation/simulated.hpp"

// What the money hangs on, against simulations in which the same thing is moved by hand.
namespace exposure_test {

using namespace simulated;
using testing::SizeIs;

constexpr const char* contract_of_half = R"(schema = 1
[contract]
id = "H"
currency = "EUR"
start = 2025-01-01
end = 2027-12-31
[renewal]
notice = "6 months"
[price.p]
unit_price = 100.00
price_date = 2025-01-01
quantity = { per_month = 100 }
clause = "c"
[clause.c]
adjust = { every = "year", on = "01-01" }
formula = "0.5 + 0.5*L/L0"
index.L = { series = "l", use = "october of previous year" }
limits = { cap = "2%", floor = "0%" }
)";

Library of_l() {
  const SourcePtr file = source("figures.toml", R"(schema = 1
[[series]]
id = "l"
unit = "index"
figures = [["2023-10", 90.0], ["2024-10", 100.0], ["2025-10", 101.0]]
)");
  return Library().with(*read_figures(file).value, {file});
}

std::string future_of(const char* figures) {
  return std::string(R"(schema = 1
[scenario]
id = "s"
months = 36
[future.f]
[[future.f.series]]
series = "l"
path = )") +
         figures + "\n";
}

struct Asked {
  Contract contract;
  Library library;
  Scenario scenario;
};

ExposureAnswer exposure_of(const Asked& asked, int decimals = 2) {
  const std::vector<ExposedContract> contracts = {
      {&asked.contract, &asked.library, "one.toml", "figures"}};
  Loaded<ExposureAnswer> made =
      exposure(contracts, {asked.scenario, {}, day("2025-12-31"), decimals});
  if (!made.value) throw std::runtime_error(render(made.diagnostics, Language::en));
  return std::move(*made.value);
}

Ratio cost_of(const Asked& asked, const char* alternative = "contract") {
  const Simulation made =
      simulation_of(asked.contract, asked.library, asked.scenario, "2025-12-31");
  return Ratio(
      std::get<Money>(made.find("f", alternative)->total.with_renewal.figure->value).amount);
}

const char* const low = R"([["2026-10", 102.0], ["2027-10", 103.0]])";

TEST(Exposure, of_an_index_is_the_cost_with_its_figures_moved_by_hand) {
  const Asked asked{contract_of(contract_of_half), of_l(), scenario_of(future_of(low))};
  const Asked higher{
      contract_of(contract_of_half), of_l(),
      scenario_of(future_of(R"([["2026-10", 103.0], ["2027-10", 104.0]])"))};  // 103.02, 104.03
  const ExposureAnswer made = exposure_of(asked);
  ASSERT_THAT(made.series, SizeIs(1));
  EXPECT_EQ(made.contracts[0].indices[0].total, cost_of(higher) - cost_of(asked));
  EXPECT_FALSE(made.contracts[0].indices[0].total.is_zero());
}

TEST(Exposure, says_which_share_hangs_on_an_index) {
  const Asked asked{contract_of(contract_of_half), of_l(), scenario_of(future_of(low))};
  const ExposureAnswer made = exposure_of(asked);
  // Half of the price follows L; cents and one decimal of the index make it a little more or less.
  EXPECT_GT(made.totals[0].indices[0].share, Ratio::of(46, 100));
  EXPECT_LT(made.totals[0].indices[0].share, Ratio::of(54, 100));
}

TEST(Exposure, of_a_cap_is_the_cost_without_it_from_now_on) {
  const char* const steep = R"([["2026-10", 110.0], ["2027-10", 111.0]])";
  const Asked asked{contract_of(contract_of_half), of_l(),
                    scenario_of(future_of(steep) + "[alternative.no-cap]\nfrom = 2026-01-01\n"
                                                   "clause.c.limits.cap = \"none\"\n")};
  const ExposureAnswer made = exposure_of(asked);
  EXPECT_EQ(*made.contracts[0].cap, cost_of(asked, "no-cap") - cost_of(asked));
  EXPECT_EQ(*made.contracts[0].floor, Ratio(0));
  EXPECT_TRUE(made.contracts[0].ratchet);
  ASSERT_THAT(made.contracts[0].bites, SizeIs(1));
  EXPECT_EQ(made.contracts[0].bites[0].date, day("2027-01-01"));
  EXPECT_EQ(made.totals[0].bites.at(2027), 1U);
}

TEST(Exposure, finds_the_fixed_rise_that_costs_the_same) {
  std::string text = contract_of_half;
  text.replace(text.find("formula = \"0.5 + 0.5*L/L0\""), 26, "formula = \"change = 1.75%\"");
  const auto index = text.find("index.L = ");
  text.erase(index, text.find('\n', index) - index);
  const Asked asked{contract_of(text), of_l(), scenario_of(future_of(low))};
  const ExposureAnswer made = exposure_of(asked, 3);
  ASSERT_TRUE(made.totals[0].break_even);
  const BreakEven& found = *made.totals[0].break_even;
  EXPECT_LE(found.cost, found.target);
  EXPECT_LT(found.target, found.next_cost);
  EXPECT_EQ(Ratio(found.next) - Ratio(found.percent), Ratio::of(1, 1000));
  // Prices are in cents: 1.75 % and a little more cost the same.
  EXPECT_EQ(found.cost, found.target);
  EXPECT_GE(found.percent, Decimal(1750, 3));
  EXPECT_LT(Ratio(found.percent), Ratio::of(177, 100));
}

TEST(Exposure, ranks_what_moves_it_and_names_the_days) {
  const Asked asked{contract_of(contract_of_half), of_l(), scenario_of(future_of(low))};
  const ExposureAnswer made = exposure_of(asked);
  const std::vector<Swing>& swings = made.totals[0].swings;
  ASSERT_THAT(swings, SizeIs(2));
  EXPECT_GE(swings[0].size(), swings[1].size());
  EXPECT_EQ(*made.contracts[0].end, day("2027-12-31"));
  EXPECT_EQ(*made.contracts[0].notice, day("2027-06-30"));
  EXPECT_EQ(made.totals[0].dearest_from->text(), "2028-01");
}

}  // namespace exposure_test
