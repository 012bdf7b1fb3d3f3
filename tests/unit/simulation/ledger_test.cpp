#include "simulation/ledger.hpp"

#include <gmock/gmock.h>

#include "simulated.hpp"

namespace pricetalk {
namespace ledger_test {

using namespace simulated;
using testing::Each;
using testing::ElementsAre;
using testing::SizeIs;

/// One clause `c` that adds 3.1 % on a day.
std::string step_on(const std::string& day_text) {
  return "[clause.c]\nadjust = { dates = [" + day_text + "] }\nformula = \"change = 3.1%\"\n";
}

Texts amounts_of(const std::string& contract, int count, const char* today,
                 const std::string& future = "") {
  const Simulation made = simulation_of(contract, months(count, future), today);
  return amounts(made.runs.front(), LedgerKind::price, "p");
}

TEST(Ledger, settles_what_a_late_figure_leaves_of_the_time_before) {
  // December 2024 comes on 9 February 2025, 40 days late as the others. January was invoiced at
  // 103.00 and should have been 104.00: 310 x 1.00. February is at its true price already.
  const char* contract = R"(schema = 1
[contract]
id = "T"
currency = "EUR"
start = 2024-01-01
[price.p]
unit_price = 100.00
price_date = 2024-01-01
quantity = { per_month = 310 }
clause = "c"
[clause.c]
adjust = { every = "year", on = "01-01" }
[clause.c.index.L]
series = "s"
use = "1 month before"
base = "12 months earlier"
if_missing = "latest-and-true-up"
[[series]]
id = "s"
decimals = 1
figures = [["2023-10", 100.0, "definitive", 2023-12-10], ["2023-12", 100.0, "definitive", 2024-02-09],
  ["2024-10", 103.0, "definitive", 2024-12-10]]
)";
  const char* scenario = R"(schema = 1
[scenario]
id = "two-months"
months = 2
[future.f]
[[future.f.series]]
series = "s"
path = [["2024-11", 103.5], ["2024-12", 104.0]]
)";
  const Simulation made = simulation_of(contract, scenario, "2025-01-10");
  EXPECT_THAT(amounts(made.runs.front(), LedgerKind::price, "p"),
              ElementsAre("32240.00", "32240.00"));
  EXPECT_THAT(amounts(made.runs.front(), LedgerKind::settlement, "p"),
              ElementsAre("310.00", "0.00"));
  EXPECT_EQ(text(made.runs.front().total.with_renewal), "64790.00");
}

TEST(Ledger, prorates_a_change_by_days_of_the_period) {
  // (15 x 1000.00 + 16 x 1031.00) / 31 = 1016.00
  const auto contract = line_contract(
      "unit_price = 1000.00\nquantity = { per_month = 1 }\nclause = \"c\"", step_on("2025-01-16"));
  EXPECT_THAT(amounts_of(contract, 2, "2024-12-15"), ElementsAre("1016.00", "1031.00"));
}

TEST(Ledger, prorates_a_change_by_months_or_from_the_next_period) {
  const std::string line = "unit_price = 1000.00\nquantity = { per_month = 1 }\nclause = \"c\"";
  const std::string quarter = "[billing]\nperiod = \"quarter\"\nproration = ";
  // Two months at 1000.00, one at 1031.00: what changes on 16 February holds from March on.
  EXPECT_THAT(amounts_of(line_contract(line, quarter + "\"months\"\n" + step_on("2025-02-16")), 3,
                         "2024-12-15"),
              ElementsAre("3031.00"));
  EXPECT_THAT(amounts_of(line_contract(line, quarter + "\"next-period\"\n" + step_on("2025-02-16")),
                         6, "2024-12-15"),
              ElementsAre("3000.00", "3093.00"));
  // By days: a month and 15/28 at 1000.00, 13/28 and a month at 1031.00: 3045.3928…
  EXPECT_THAT(amounts_of(line_contract(line, quarter + "\"days\"\n" + step_on("2025-02-16")), 3,
                         "2024-12-15"),
              ElementsAre("3045.39"));
}

TEST(Ledger, gives_every_part_of_a_graduated_scale_its_own_price) {
  // 100 x 2.00 + 50 x 1.50 = 275.00; the volume scale takes 150 x 1.50 = 225.00
  const std::string tiers = "tiers = [{ up_to = 100, unit_price = 2.00 }, { unit_price = 1.50 }]\n";
  EXPECT_THAT(amounts_of(line_contract(tiers + "quantity = { per_month = 150 }"), 1, "2024-12-15"),
              ElementsAre("275.00"));
  EXPECT_THAT(
      amounts_of(line_contract(tiers + "tier_kind = \"volume\"\nquantity = { per_month = 150 }"), 1,
                 "2024-12-15"),
      ElementsAre("225.00"));
  // Up to and including 100 belongs to the first tier.
  EXPECT_THAT(
      amounts_of(line_contract(tiers + "tier_kind = \"volume\"\nquantity = { per_month = 100 }"), 1,
                 "2024-12-15"),
      ElementsAre("200.00"));
}

TEST(Ledger, takes_the_discount_off_until_its_last_day) {
  // 33.33 less 5 % is 31.6635, rounded 31.66; in February 14 of 28 days have it:
  // 10 x (14 x 31.66 + 14 x 33.33) / 28 = 324.95
  const auto contract = line_contract(
      "unit_price = 33.33\nquantity = { per_month = 10 }\ndiscount = { rate = \"5%\", until = "
      "2025-02-14 }");
  EXPECT_THAT(amounts_of(contract, 3, "2024-12-15"), ElementsAre("316.60", "324.95", "333.30"));
}

TEST(Ledger, knows_seasons_dated_rates_and_what_is_bought_once) {
  EXPECT_THAT(
      amounts_of(line_contract(
                     "unit_price = 1.00\nquantity = { per_month = [1,2,3,4,5,6,7,8,9,10,11,12] }"),
                 14, "2024-12-15"),
      ElementsAre("1.00", "2.00", "3.00", "4.00", "5.00", "6.00", "7.00", "8.00", "9.00", "10.00",
                  "11.00", "12.00", "1.00", "2.00"));
  // April: 10 of 30 days at 30, 20 days at 60 a month: 10 + 40
  EXPECT_THAT(amounts_of(line_contract("unit_price = 1.00\nquantity = [{ per_month = 30 }, { from "
                                       "= 2025-04-11, per_month = 60 }]"),
                         3, "2025-02-15"),
              ElementsAre("30.00", "50.00", "60.00"));
  EXPECT_THAT(amounts_of(line_contract(
                             "unit_price = 25.00\nquantity = { once = 2 }\ndelivered = 2025-03-05"),
                         4, "2024-12-15"),
              ElementsAre("0.00", "0.00", "50.00", "0.00"));
  // 100 a year is a twelfth of it each month: 8.333… x 12.00 = 100.00
  EXPECT_THAT(amounts_of(line_contract("unit_price = 12.00\nquantity = { per_year = 100 }"), 1,
                         "2024-12-15"),
              ElementsAre("100.00"));
}

TEST(Ledger, counts_a_line_only_while_it_lives) {
  // 16 of 31 days in May, then nothing: 31 x 16/31 = 16
  const auto contract =
      line_contract("unit_price = 1.00\nquantity = { per_month = 31 }\nuntil = 2025-05-16");
  EXPECT_THAT(amounts_of(contract, 3, "2025-03-15"), ElementsAre("31.00", "16.00", "0.00"));
}

TEST(Ledger, rounds_each_amount_as_billing_says) {
  const std::string line = "unit_price = 1.115\nquantity = { per_month = 1 }\n";
  EXPECT_THAT(amounts_of(line_contract(line), 1, "2024-12-15"), ElementsAre("1.12"));
  EXPECT_THAT(
      amounts_of(line_contract(line, "[billing]\namount = { decimals = 2, mode = \"down\" }\n"), 1,
                 "2024-12-15"),
      ElementsAre("1.11"));
  EXPECT_THAT(
      amounts_of(line_contract(line, "[billing]\namount = { to = 0.05 }\n"), 1, "2024-12-15"),
      ElementsAre("1.10"));
}

TEST(Ledger, changes_the_volume_from_the_thirteenth_month_on) {
  // 1000 x 0.99 = 990.00, then 1000 x 0.9801 = 980.10
  const auto found = amounts_of(line_contract("unit_price = 1.00\nquantity = { per_month = 1000 }"),
                                25, "2024-12-15", "volume = [{ price = \"p\", growth = \"-1%\" }]");
  EXPECT_THAT(found, SizeIs(25));
  EXPECT_THAT(Texts(found.begin(), found.begin() + 12), Each("1000.00"));
  EXPECT_THAT(Texts(found.begin() + 12, found.begin() + 24), Each("990.00"));
  EXPECT_EQ(found.back(), "980.10");
}

TEST(Ledger, sets_expected_costs_beside_the_price) {
  // Amount 1000.00: 2 % comes back, 10 % of that is kept; 0.5 % of 100 pieces at 85.00 a case.
  const auto contract = line_contract("unit_price = 10.00\nquantity = { per_month = 100 }",
                                      "[returns]\nperiod = \"14 days\"\nrestocking = \"10%\"\n"
                                      "[non_conformity]\nremedies = [\"repair\"]\n");
  const Simulation made = simulation_of(
      contract,
      months(1,
             "returns = [{ price = \"p\", rate = \"2%\" }]\n"
             "non_conformity = [{ price = \"p\", rate = \"0.5%\", cost_per_case = 85.00 }]"),
      "2024-12-15");
  const auto& run = made.runs.front();
  EXPECT_THAT(amounts(run, LedgerKind::refund, "p"), ElementsAre("18.00"));
  EXPECT_THAT(amounts(run, LedgerKind::restocking, "p"), ElementsAre("2.00"));
  EXPECT_THAT(amounts(run, LedgerKind::non_conformity, "p"), ElementsAre("42.50"));
  EXPECT_EQ(run.ledger.find(LedgerKind::refund, "p")->bearer, Side::supplier);
  EXPECT_EQ(run.ledger.find(LedgerKind::restocking, "p")->bearer, Side::customer);
  EXPECT_EQ(run.ledger.find(LedgerKind::non_conformity, "p")->bearer, Side::supplier);
  EXPECT_EQ(text(run.total.with_renewal), "1000.00");
}

TEST(Ledger, leaves_the_cost_of_faults_with_the_customer_when_no_remedy_is_agreed) {
  const Simulation made = simulation_of(
      line_contract("unit_price = 10.00\nquantity = { per_month = 100 }"),
      months(1, "non_conformity = [{ price = \"p\", rate = \"0.5%\", cost_per_case = 85.00 }]"),
      "2024-12-15");
  EXPECT_EQ(made.runs.front().ledger.find(LedgerKind::non_conformity, "p")->bearer, Side::customer);
}

/// The market row of December 2025 to February 2026: a hundred a month, 20.00 each on `as_of`.
LedgerRow market(const std::string& as_of, const std::string& figures, const std::string& growth,
                 const std::string& more = "") {
  const auto contract = line_contract(
      "unit_price = 21.00\nquantity = { per_month = 100 }",
      "[[price_level]]\nprice = \"p\"\nnormal = 20.00\nas_of = " + as_of + "\nmoved_by = \"w\"\n" +
          more + "[[series]]\nid = \"w\"\ndecimals = 2\nfigures = [" + figures + "]\n");
  const std::string future =
      growth.empty() ? "" : "series = [{ series = \"w\", growth = \"" + growth + "\" }]";
  const Simulation made = simulation_of(contract, months(3, future), "2025-11-15");
  EXPECT_EQ(text(made.runs.front().total.with_renewal), "6300.00");
  return *made.runs.front().ledger.find(LedgerKind::market, "p");
}

Texts amounts(const LedgerRow& row) {
  Texts found;
  for (const LedgerCell& cell : row.cells) found.push_back(Decimal(*cell.units, 2).text());
  return found;
}

TEST(Ledger, moves_the_market_level_with_the_series_that_it_names) {
  // 20.00 in January 2025 at 10.00 an hour; January 2026: 10.30, so 20.60, known from 1 February.
  const LedgerRow grown = market("2025-01-15", "[\"2025-01\", 10.00]", "3%");
  EXPECT_THAT(amounts(grown), ElementsAre("2000.00", "2000.00", "2060.00"));
  EXPECT_EQ(grown.remark.en, "moves with w");
  // What is published moves it also where the future says nothing about the series.
  EXPECT_THAT(amounts(market("2025-01-15", "[\"2025-01\", 10.00], [\"2025-10\", 10.50]", "")),
              ElementsAre("2100.00", "2100.00", "2100.00"));
}

TEST(Ledger, leaves_the_market_level_where_its_own_period_has_no_figure) {
  const LedgerRow still = market("2025-02-01", "[\"2025-01\", 10.00], [\"2025-10\", 10.50]", "3%");
  EXPECT_THAT(amounts(still), ElementsAre("2000.00", "2000.00", "2000.00"));
  EXPECT_EQ(still.remark.en, "the level of 1 February 2025, not moved");
  EXPECT_EQ(still.remark.nl, "het peil van 1 februari 2025, niet bijgesteld");
}

TEST(Ledger, takes_the_market_level_of_each_period) {
  const LedgerRow two =
      market("2025-01-15", "[\"2025-01\", 10.00]", "3%",
             "[[price_level]]\nprice = \"p\"\nnormal = 25.00\nas_of = 2026-01-01\n");
  EXPECT_THAT(amounts(two), ElementsAre("2000.00", "2500.00", "2500.00"));
  EXPECT_EQ(two.remark.en, "moves with w; the level of 1 January 2026, not moved");
}

TEST(Ledger, splits_what_is_contracted_from_what_assumes_renewal) {
  const Contract contract =
      contract_of(line_contract("unit_price = 10.00\nquantity = { per_month = 1 }"));
  const auto periods = ledger_periods(contract, day("2026-11-15"), 3);
  ASSERT_THAT(periods, SizeIs(3));
  EXPECT_EQ(periods[0].text(), "2026-12");
  EXPECT_TRUE(periods[0].contracted);
  EXPECT_FALSE(periods[1].contracted);
}

TEST(Ledger, counts_invoice_periods_from_the_month_of_the_start) {
  std::string text = line_contract("unit_price = 10.00\nquantity = { per_quarter = 1 }",
                                   "[billing]\nperiod = \"quarter\"\n");
  text.replace(text.find("start = 2025-01-01"), 18, "start = 2025-03-01");
  const Contract contract = contract_of(text);
  const auto periods = ledger_periods(contract, day("2025-10-15"), 5);
  std::vector<std::string> texts;  // 5 months need two quarters; one runs over New Year
  for (const LedgerPeriod& period : periods) texts.push_back(period.text());
  EXPECT_THAT(texts, ElementsAre("2025-12", "2026-01 to 2026-02", "2026-03 to 2026-05"));
  EXPECT_EQ(periods[1].invoice_first, day("2025-12-01"));
}

TEST(Ledger, counts_invoice_periods_from_January_when_aligned_with_the_calendar) {
  std::string text = line_contract("unit_price = 10.00\nquantity = { per_quarter = 1 }",
                                   "[billing]\nperiod = \"quarter\"\naligned = \"calendar\"\n");
  text.replace(text.find("start = 2025-01-01"), 18, "start = 2025-02-01");
  const auto periods = ledger_periods(contract_of(text), day("2025-03-15"), 6);
  std::vector<std::string> texts;
  for (const LedgerPeriod& period : periods) texts.push_back(period.text());
  EXPECT_THAT(texts, ElementsAre("2025-04 to 2025-06", "2025-07 to 2025-09"));
}

TEST(Ledger, cuts_a_period_on_the_last_day_of_the_contract) {
  std::string text = line_contract("unit_price = 31.00\nquantity = { per_month = 1 }",
                                   "[billing]\nperiod = \"quarter\"\n");
  text.replace(text.find("end = 2026-12-31"), 16, "end = 2026-05-15");
  const Contract contract = contract_of(text);
  const auto periods = ledger_periods(contract, day("2026-04-01"), 3);
  ASSERT_THAT(periods, SizeIs(2));
  EXPECT_EQ(periods[0].text(), "2026-04-01 to 2026-05-15");
  EXPECT_EQ(periods[1].text(), "2026-05-16 to 2026-06-30");
  EXPECT_FALSE(periods[1].contracted);
  const Simulation made = simulation_of(text, months(3), "2026-03-31");
  EXPECT_EQ(simulated::text(made.runs.front().total.contracted), "46.00");  // 31 + 15
  EXPECT_EQ(simulated::text(made.runs.front().total.renewal), "47.00");     // 16 + 31
}

TEST(Ledger, says_which_amounts_are_not_known_and_why) {
  const Simulation made =
      simulation_of(line_contract("unit_price = 10.00\nquantity = { per_month = 3 }\n[price.q]\n"
                                  "unit_price = 5.00\nprice_date = 2025-01-01"),
                    months(2), "2025-01-15");
  const Total& total = made.runs.front().total.with_renewal;
  EXPECT_EQ(text(total), "? 2 missing, known 60.00");
  EXPECT_EQ(total.figure.why().reasons().front().text.en,
            "the contract states no quantity for 'q'");
}

}  // namespace ledger_test
}  // namespace pricetalk
