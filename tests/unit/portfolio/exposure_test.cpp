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

ExposureAnswer exposure_of(const std::vector<Asked>& all, int decimals = 2) {
  const auto texts = std::make_shared<SharedTexts>();
  const auto again = [&](const std::string& path) -> std::optional<Portfolio::Read> {
    const Asked& asked = all[std::stoul(path)];
    return Portfolio::Read{asked.contract, asked.library};
  };
  Exposure exposure({all.front().scenario, {}, day("2025-12-31"), decimals}, again, texts);
  for (std::size_t i = 0; i < all.size(); ++i)
    exposure.add(
        TakenApart(all[i].contract, std::to_string(i), "figures").entry(*texts, all[i].library));
  Loaded<ExposureAnswer> made = std::move(exposure).answer();
  if (!made.value) throw std::runtime_error(render(made.diagnostics, Language::en));
  return std::move(*made.value);
}

ExposureAnswer exposure_of(const Asked& asked, int decimals = 2) {
  return exposure_of(std::vector<Asked>{asked}, decimals);
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

TEST(Exposure, of_a_limit_in_money_is_the_cost_without_it) {
  std::string text = contract_of_half;
  text.replace(text.find("{ cap = \"2%\", floor = \"0%\" }"), 28,
               "{ highest_price = 107.50, lowest_price = 99.00 }");
  const char* const steep = R"([["2026-10", 120.0], ["2027-10", 70.0]])";
  const Asked asked{
      contract_of(text), of_l(),
      scenario_of(future_of(steep) + "[alternative.no-cap]\nfrom = 2026-01-01\n"
                                     "clause.c.limits.highest_price = \"none\"\n"
                                     "[alternative.no-floor]\nfrom = 2026-01-01\n"
                                     "clause.\"*\".limits.lowest_price = \"none\"\n")};
  const ExposureAnswer made = exposure_of(asked);
  EXPECT_EQ(*made.contracts[0].cap, cost_of(asked, "no-cap") - cost_of(asked));
  EXPECT_EQ(*made.contracts[0].floor, cost_of(asked, "no-floor") - cost_of(asked));
  EXPECT_FALSE(made.contracts[0].cap->is_zero());
  EXPECT_FALSE(made.contracts[0].floor->is_zero());
  EXPECT_FALSE(made.contracts[0].ratchet);
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

std::string fixed_at(const char* id, const char* percent) {
  std::string text = contract_of_half;
  text.replace(text.find("\"H\""), 3, '"' + std::string(id) + '"');
  text.replace(text.find("formula = \"0.5 + 0.5*L/L0\""), 26,
               "formula = \"change = " + std::string(percent) + "\"");
  const auto index = text.find("index.L = ");
  text.erase(index, text.find('\n', index) - index);
  text.erase(text.find("limits"));
  return text;
}

TEST(Exposure, finds_the_fixed_rise_of_each_contract_and_of_all) {
  const auto asked = [](const char* id, const char* percent) {
    return Asked{contract_of(fixed_at(id, percent)), of_l(), scenario_of(future_of(low))};
  };
  const ExposureAnswer made = exposure_of({asked("A", "2%"), asked("B", "7.25%")});
  ASSERT_TRUE(made.contracts[0].break_even && made.contracts[1].break_even);
  // From 100.00 in whole cents each percentage is another price.
  EXPECT_EQ(made.contracts[0].break_even->percent, Decimal(200, 2));
  EXPECT_EQ(made.contracts[1].break_even->percent, Decimal(725, 2));
  ASSERT_TRUE(made.totals[0].break_even);
  const BreakEven& all = *made.totals[0].break_even;
  EXPECT_GT(all.percent, Decimal(200, 2));
  EXPECT_LT(all.percent, Decimal(725, 2));
  EXPECT_LE(all.cost, all.target);
  EXPECT_LT(all.target, all.next_cost);
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
