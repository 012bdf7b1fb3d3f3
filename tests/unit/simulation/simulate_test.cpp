#include "pricetalk/simulation/simulate.hpp"

#include <gmock/gmock.h>

#include <map>

#include "simulated.hpp"

namespace pricetalk {
namespace simulate_test {

using namespace simulated;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* yearly = R"(schema = 1
[contract]
id = "M"
currency = "EUR"
start = 2025-01-01
[price.p]
unit_price = 400000.00
price_date = 2025-01-01
quantity = { per_year = 1 }
clause = "c"
[clause.c]
adjust = { every = "year", on = "01-01", first = 2026-01-01 }
formula = "change = 3%"
[billing]
period = "year"
)";

TEST(Simulate, costs_187363_95_more_over_five_years_at_three_percent_than_a_freeze) {
  // The acceptance figure: 400,000 a year, 3 % a year, first step in year 1, cents each year.
  // python3: 412000.00 + 424360.00 + 437090.80 + 450203.52 + 463709.63 - 5 x 400000, and each
  // difference / 1.06^k for the present value.
  const std::string scenario =
      "schema = 1\n[scenario]\nid = \"s\"\nmonths = 60\ndiscount_rate = \"6%\"\n[future.f]\n"
      "[alternative.freeze]\nclause.c.formula = \"change = 0%\"\n";
  const Simulation made = simulation_of(yearly, scenario, "2025-06-01");
  const auto& as_is = *made.find("f", as_it_is);
  const auto& freeze = *made.find("f", "freeze");
  EXPECT_THAT(text(as_is.calendar_years),
              ElementsAre("2026 412000.00", "2027 424360.00", "2028 437090.80", "2029 450203.52",
                          "2030 463709.63"));
  EXPECT_EQ(text(freeze.total.with_renewal), "2000000.00");
  EXPECT_EQ(text(freeze.difference.with_renewal), "-187363.95");
  EXPECT_EQ(text(*freeze.present_value_difference), "-151516.65");
}

TEST(Simulate, sets_each_alternative_beside_itself_in_the_first_future) {
  std::string contract = yearly;
  contract.replace(contract.find("formula = \"change = 3%\""), 23,
                   "index.V = { series = \"v\", use = \"october of previous year\" }\n"
                   "formula = \"V/100\"");
  contract += R"([[series]]
id = "v"
unit = "index"
figures = [["2023-10", 100.0], ["2024-10", 101.0]]
)";
  const std::string scenario = R"(schema = 1
[scenario]
id = "s"
months = 24
discount_rate = "10%"
[[future.low.series]]
series = "v"
path = [["2025-10", 101.0], ["2026-10", 102.0]]
[[future.high.series]]
series = "v"
path = [["2025-10", 102.0], ["2026-10", 104.0]]
[alternative.freeze]
fixed = "0%"
)";
  const Simulation made = simulation_of(contract, scenario, "2025-06-01");
  const auto& high = *made.find("high", as_it_is);
  // 404,000.00 and 412,080.00 in the low future, 408,000.00 and 424,320.00 in the high one.
  EXPECT_EQ(text(high.difference_of_future.with_renewal), "16240.00");
  ASSERT_THAT(high.difference_of_future_by_calendar_year, SizeIs(2));
  EXPECT_EQ(text(high.difference_of_future_by_calendar_year[0].with_renewal), "4000.00");
  // 4,000 / 1.1 + 12,240 / 1.21
  EXPECT_EQ(text(*high.present_value_difference_of_future), "13752.07");
  EXPECT_EQ(text(made.find("high", "freeze")->difference_of_future.with_renewal), "0.00");
  EXPECT_EQ(text(made.find("low", as_it_is)->difference_of_future.with_renewal), "0.00");
}

TEST(Simulate, adds_up_all_that_it_costs_the_customer) {
  const std::string contract = R"(schema = 1
[contract]
id = "W"
jurisdiction = "NL"
audience = "b2c"
currency = "EUR"
vat_rate = "21%"
vat_deductible = "50%"
start = 2025-01-01
[price.p]
unit_price = 121.00
price_date = 2025-01-01
quantity = { per_month = 1 }
[innovation.i]
what = "Less."
saving_per_year = { cautious = 1200.00 }
lowers_costs_of = "customer"
start = 2026-02-01
ramp_up = "1 month"
)";
  const Simulation made =
      simulation_of(contract, months(4) + "[alternative.a]\ninnovation = \"i\"\n", "2025-12-31");
  const auto& run = *made.find("f", "a");
  // The prices hold VAT: of 121.00 it is 21.00, of which half is deducted.
  EXPECT_THAT(amounts(run, LedgerKind::vat, "vat"),
              ElementsAre("-10.50", "-10.50", "-10.50", "-10.50"));
  // Nothing in February, while it ramps up.
  EXPECT_THAT(amounts(run, LedgerKind::saving, "i"),
              ElementsAre("0.00", "0.00", "-100.00", "-100.00"));
  EXPECT_EQ(text(run.total.with_renewal), "484.00");
  EXPECT_EQ(text(run.whole_cost.with_renewal), "242.00");
  EXPECT_EQ(text(run.whole_cost_difference.with_renewal), "-200.00");
}

/// The specimen of the letter models, with invented figures. Its growth gives the
/// coefficients 1.02, 1.03 and 1.05: 0.85 x 2.352941 % = 2 %, and so on; six decimals keep the
/// coefficient exact.
constexpr const char* specimen = R"toml(schema = 1
[contract]
id = "FM-2021"
title = "Schoonmaak stadskantoor"
jurisdiction = "NL"
currency = "EUR"
start = 2021-01-01
end = 2030-12-31
[price.cleaning]
unit = "hour"
unit_price = 36.40
price_date = 2025-01-01
quantity = { per_month = 1250 }
clause = "mix"
[clause.mix]
adjust = { every = "year", on = "01-01", first = 2022-01-01 }
formula = "P = P0 * (0.15 + 0.70*L/L0 + 0.15*C/C0)"
[clause.mix.index.L]
series = "wages"
use = "july of previous year"
[clause.mix.index.C]
series = "prices"
use = "july of previous year"
[clause.mix.limits]
cap = "4%"
[clause.mix.rounding]
coefficient = { decimals = 4 }
price = { decimals = 2 }
[innovation.used-rooms]
what = "clean where people worked"
reduction_per_month = 1250.00
start = 2026-04-01
[[series]]
id = "wages"
decimals = 6
figures = [["2024-07", 113.9], ["2025-07", 118.7]]
[[series]]
id = "prices"
decimals = 6
figures = [["2024-07", 100.6], ["2025-07", 103.4]]
)toml";
constexpr const char* three_futures = R"(schema = 1
[scenario]
id = "s"
months = 12
discount_rate = "5%"
[future.low]
series = [{ series = "*", growth = "2.352941%" }]
[future.expected]
series = [{ series = "*", growth = "3.529412%" }]
[future.high]
series = [{ series = "*", growth = "5.882353%" }]
)";

Simulation specimen_talk() {
  const Contract contract = contract_of(specimen);
  Contract offered = contract;
  DecisionTerms waived;
  waived.date.value = day("2026-01-01");
  waived.kind.value = DecisionKind::waived;
  offered.terms.decision.push_back(waived);
  return *five_years({{std::string(as_it_is), contract, {}}, {"offer", offered, "used-rooms"}},
                     library_of(contract), scenario_of(three_futures), day("2025-10-14"),
                     day("2026-01-01"))
              .value;
}

TEST(FiveYears, gives_the_table_of_the_letter_models) {
  // Prices and sums as printed there; python3 fractions give the same.
  const Simulation made = specimen_talk();
  const auto prices = [&](const char* future, std::string_view alternative) {
    Texts found;
    const PriceSchedule& schedule = made.find(future, alternative)->schedules.front();
    for (int year = 2026; year <= 2030; ++year)
      found.push_back(as_decimal(*schedule.on(*Date::make(year, 6, 1))->price, 2).text());
    return found;
  };
  EXPECT_THAT(prices("low", as_it_is), ElementsAre("37.63", "38.38", "39.15", "39.93", "40.73"));
  EXPECT_THAT(prices("low", "offer"), ElementsAre("36.40", "37.13", "37.87", "38.63", "39.40"));
  EXPECT_THAT(prices("expected", as_it_is),
              ElementsAre("37.63", "38.76", "39.92", "41.12", "42.35"));
  EXPECT_THAT(prices("expected", "offer"),
              ElementsAre("36.40", "37.49", "38.61", "39.77", "40.96"));
  EXPECT_THAT(prices("high", as_it_is), ElementsAre("37.63", "39.14", "40.71", "42.34", "44.03"));
  EXPECT_THAT(prices("high", "offer"), ElementsAre("36.40", "37.86", "39.37", "40.94", "42.58"));
  const auto sum = [&](const char* future, std::string_view alternative) {
    return text(made.find(future, alternative)->total.contracted);
  };
  EXPECT_EQ(sum("low", as_it_is), "2937300.00");
  EXPECT_EQ(sum("low", "offer"), "2770200.00");
  EXPECT_EQ(sum("expected", as_it_is), "2996700.00");
  EXPECT_EQ(sum("expected", "offer"), "2827200.00");
  EXPECT_EQ(sum("high", as_it_is), "3057750.00");
  EXPECT_EQ(sum("high", "offer"), "2886000.00");
  const auto& offer = *made.find("expected", "offer");
  EXPECT_EQ(text(offer.difference_by_calendar_year.front().contracted), "-29700.00");  // first year
  EXPECT_EQ(text(*offer.present_value_difference), "-146191.72");
  EXPECT_THAT(offer.calendar_years, SizeIs(5));
}

TEST(FiveYears, explains_every_figure_by_the_calculation_that_made_it) {
  const Simulation made = specimen_talk();
  for (const auto& run : made.runs) {
    const auto same_value = [&](const Figure& figure) {
      const auto why = run.explain(figure.address);
      ASSERT_TRUE(why) << figure.address.text;
      EXPECT_EQ(why->derivation->tape.value(why->node), Ratio(std::get<Money>(figure.value).amount))
          << figure.address.text;
    };
    for (const YearTotal& year : run.calendar_years) same_value(*year.total.with_renewal.figure);
    same_value(*run.difference.contracted.figure);
    same_value(*run.present_value->figure);
    for (const LedgerRow& row : run.ledger.rows)
      for (const LedgerCell& cell : row.cells)
        if (!cell.nothing) same_value({run.ledger.money(*cell.units), cell.address, cell.fixity});
  }
  // A month's amount names the price that it rests on, and that price the figures behind it.
  const auto& run = *made.find("expected", as_it_is);
  const LedgerCell& march = run.ledger.rows.front().cells[14];
  EXPECT_EQ(march.address.text, "FM-2021/expected/contract/cleaning/2027-03/amount");
  EXPECT_EQ(march.fixity, Fixity::projected);
  const auto price = run.explain({run.explain(march.address)->derivation->inputs[1].address});
  ASSERT_TRUE(price);
  EXPECT_EQ(price->derivation->tape.value(price->node), Ratio(Decimal(3876, 2)));
  EXPECT_EQ(price->derivation->inputs.front().figure->remark.en,
            "scenario s, future expected: 3.529412% a year");
}

TEST(Simulate, computes_the_whole_ledger_of_the_cleaning_example) {
  // Recomputed with python3 fractions from indices/*.toml: 2026 known, later years 2.5 % prices and
  // 3 % wages rounded to cents; a month is price x hours, so one figure stands for each year's
  // months.
  const Contract contract = contract_of(read_file("contracts/schoonmaak-gemeente.toml"));
  const Scenario scenario = scenario_of(read_file("scenarios/vergelijking.toml"));
  const Library library =
      examples({"szw-minimumuurloon-21", "cbs-cpi-alle-bestedingen-2025", "cbs-ppi-afzet-2021"});
  const Simulation made = simulation_of(contract, library, scenario, "2025-10-14");
  const auto& run = *made.find("verwacht", as_it_is);
  struct Building {
    const char* id;
    int hours;
    std::map<int, int> cents;
  };
  const std::vector<Building> buildings = {
      {"stadskantoor",
       780,
       {{2025, 3485}, {2026, 3624}, {2027, 3714}, {2028, 3805}, {2029, 3899}, {2030, 3995}}},
      {"raadhuis",
       120,
       {{2025, 3520}, {2026, 3661}, {2027, 3751}, {2028, 3843}, {2029, 3938}, {2030, 4035}}},
      {"gemeentewerf",
       90,
       {{2025, 3395}, {2026, 3531}, {2027, 3618}, {2028, 3707}, {2029, 3799}, {2030, 3893}}},
      {"sporthal",
       260,
       {{2025, 3420}, {2026, 3557}, {2027, 3645}, {2028, 3734}, {2029, 3827}, {2030, 3922}}}};
  ASSERT_THAT(run.ledger.periods, SizeIs(60));
  for (const Building& building : buildings)
    for (std::size_t i = 0; i < 60; ++i) {
      const int year = run.ledger.periods[i].first.year();
      EXPECT_EQ(*run.ledger.find(LedgerKind::price, building.id)->cells[i].units,
                building.hours * building.cents.at(year))
          << building.id << " " << run.ledger.periods[i].text();
    }
  EXPECT_THAT(text(run.calendar_years),
              ElementsAre("2025 86709.00", "2026 541038.00", "2027 554443.20", "2028 568023.60",
                          "2029 582085.20", "2030 497039.00"));
  EXPECT_EQ(text(run.total.contracted), "2829338.00");
  EXPECT_EQ(text(*run.present_value), "2443981.09");
  const auto& offer = *made.find("verwacht", "zonder-indexatie-met-innovatie");
  EXPECT_THAT(text(offer.calendar_years),
              ElementsAre("2025 86709.00", "2026 513504.00", "2027 524084.40", "2028 537096.00",
                          "2029 550665.60", "2030 470446.00"));
  EXPECT_EQ(text(offer.difference.contracted), "-146833.00");
  EXPECT_EQ(text(*offer.present_value), "2317681.04");
  EXPECT_EQ(text(made.find("verwacht", "zonder-maximum")->total.contracted), "2832745.60");
}

TEST(Simulate, computes_tiers_seasons_shock_and_returns_of_the_coffee_example) {
  // Recomputed with python3 fractions: volume tiers on 0.97^year times the season's kilos; the food
  // index ends, so the price follows the CPI from 2027, moved once by 1.4541; 2.5 % a year, with 4 %
  // on top from March 2027, gone after twelve months.
  const Contract contract = contract_of(read_file("contracts/koffie.toml"));
  const Library library =
      examples({"eurostat-hicp-nl-voeding-2015", "cbs-cpi-alle-bestedingen-2025"});
  const Simulation expected = simulation_of(
      contract, library, scenario_of(read_file("scenarios/verwacht.toml")), "2025-10-14");
  const auto& plain = expected.runs.front();
  const Texts beans = amounts(plain, LedgerKind::price, "bonen");
  EXPECT_THAT(Texts(beans.begin() + 2, beans.begin() + 14),
              ElementsAre("1177.38", "1146.66", "1186.20", "1028.04", "948.96", "909.42", "579.04",
                          "537.68", "1107.12", "1177.38", "1215.36", "988.50"));
  EXPECT_EQ(text(plain.total.contracted), "54321.80");
  EXPECT_EQ(text(plain.total.with_renewal), "128853.42");
  const Simulation made = simulation_of(
      contract, library, scenario_of(read_file("scenarios/koffie.toml")), "2025-10-14");
  const auto& run = made.runs.front();
  EXPECT_EQ(text(run.total.contracted), "53824.04");
  EXPECT_EQ(text(run.total.with_renewal), "126226.29");
  ASSERT_THAT(run.beside, SizeIs(2));
  EXPECT_EQ(text(run.beside[0].total.with_renewal), "883.53");
  EXPECT_EQ(text(run.beside[1].total.with_renewal), "816.00");
}

constexpr const char* indexed = R"(schema = 1
[contract]
id = "X"
currency = "EUR"
start = 2025-01-01
end = 2027-06-30
[price.p]
unit_price = 100.00
price_date = 2025-01-01
quantity = { per_month = 1 }
clause = "c"
[clause.c]
adjust = { every = "year", on = "07-01" }
[clause.c.index.S]
series = "s"
use = "january of same year"
[[series]]
id = "s"
decimals = 1
figures = [["2024-01", 100.0], ["2025-01", 102.0]]
)";

TEST(Simulate, never_adds_contracted_and_renewed_months_unmarked) {
  const Simulation made = simulation_of(
      indexed, months(36, "series = [{ series = \"s\", growth = \"2%\" }]"), "2025-12-15");
  const auto& run = made.runs.front();
  // 102.00 until June 2026; S 104.0/102.0 = 1.0196…: 104.00; 106.1/104.0 from July 2027: 106.10
  EXPECT_EQ(text(run.total.contracted), "1860.00");  // 6 x 102 + 12 x 104
  EXPECT_EQ(text(run.total.renewal), "1922.40");     // 12 x 106.10 + 6 x 108.20
  EXPECT_EQ(run.total.months_contracted, 18);
  EXPECT_EQ(run.total.months_renewal, 18);
}

TEST(Simulate, names_the_series_that_a_future_forgets) {
  const Contract contract = contract_of(indexed);
  const auto loaded =
      simulate(contract, library_of(contract), scenario_of(months(36)), day("2025-12-15"));
  EXPECT_FALSE(loaded.value);
  EXPECT_THAT(problems(loaded.diagnostics),
              ElementsAre("S0201 future 'f' does not say how series 's' goes on"));
}

TEST(Simulate, does_not_ask_for_a_series_that_nothing_needs) {
  const Contract contract = contract_of(indexed);
  EXPECT_TRUE(
      simulate(contract, library_of(contract), scenario_of(months(6)), day("2025-12-15")).value);
}

TEST(Simulate, refuses_to_read_the_latest_figure_of_a_series_without_a_future) {
  // Nothing would be undetermined: today's figure would simply stay.
  std::string latest = indexed;
  latest.replace(latest.find("january of same year"), 20, "latest published");
  const Contract contract = contract_of(latest);
  const auto loaded =
      simulate(contract, library_of(contract), scenario_of(months(36)), day("2025-12-15"));
  EXPECT_THAT(problems(loaded.diagnostics),
              ElementsAre("S0201 future 'f' does not say how series 's' goes on"));
}

TEST(Simulate, reads_the_latest_projected_figure_of_its_day) {
  std::string latest = indexed;
  latest.replace(latest.find("january of same year"), 20, "latest published");
  const Simulation made = simulation_of(
      latest, months(24, "series = [{ series = \"s\", growth = \"2%\" }]"), "2025-12-15");
  // July 2026 reads January 2026 (104.0), not the last projected one.
  EXPECT_EQ(as_decimal(*made.runs.front().schedules.front().on(day("2026-07-01"))->price, 2).text(),
            "104.00");
}

TEST(Simulate, leaves_out_an_alternative_that_is_about_another_contract) {
  const Contract contract = contract_of(indexed);
  const Scenario scenario =
      scenario_of(months(6) + "[alternative.other]\nclause.labour.limits.cap = \"4%\"\n");
  const auto made = simulate(contract, library_of(contract), scenario, day("2025-12-15"));
  ASSERT_TRUE(made.value);
  EXPECT_THAT(made.value->left_out, ElementsAre("other"));
  EXPECT_THAT(made.value->runs, SizeIs(1));
}

TEST(Simulate, counts_invoices_of_weeks_from_the_start_of_the_contract) {
  const Contract contract = contract_of(
      "schema = 1\n[contract]\nid = \"W\"\ncurrency = \"EUR\"\nstart = 2025-01-06\n[price.p]\n"
      "unit_price = 100.00\nprice_date = 2025-01-06\nquantity = { per_month = 10 }\n"
      "[billing]\nperiod = \"4 weeks\"\n");
  const Simulation made =
      simulation_of(contract, library_of(contract), scenario_of(months(14)), "2025-02-02");
  const pricetalk::Run& run = made.runs.front();
  ASSERT_GE(run.ledger.periods.size(), 13U);
  EXPECT_EQ(run.ledger.periods[0].first, day("2025-02-03"));
  EXPECT_EQ(run.ledger.periods[0].last, day("2025-03-02"));
  // 26 of 28 days of February and 2 of 31 of March: 10 x 100.00 x (26/28 + 2/31)
  EXPECT_EQ(run.ledger.rows.front().cells[0].units, Outcome<std::int64_t>(99309));
  // A year from the first invoice ends on the day before its date: thirteen invoices, each rounded,
  // and 2 February of the next.
  EXPECT_THAT(text(run.running_years).front(), "1 12000.01");
  EXPECT_THAT(text(run.contract_years)[1], HasSubstr("2026"));
}

TEST(Simulate, gives_every_alternative_its_own_end_and_its_own_invoices) {
  // 12,000.00 a year, invoiced by the year, up to and including March 2027.
  const Contract contract = contract_of(
      "schema = 1\n[contract]\nid = \"T\"\ncurrency = \"EUR\"\nstart = 2025-01-01\n"
      "end = 2027-03-31\n[billing]\nperiod = \"year\"\n[price.p]\nunit_price = 12000.00\n"
      "price_date = 2025-01-01\nquantity = { per_year = 1 }\n");
  const Scenario scenario =
      scenario_of(months(36) + "[alternative.shorter]\ncontract.end = 2026-06-30\n" +
                  "[alternative.longer]\ncontract.end = 2028-12-31\n" +
                  "[alternative.by-quarter]\nbilling.period = \"quarter\"\n" +
                  "[alternative.line-ends]\nprice.p.until = 2026-09-30\n");
  const Simulation made = simulation_of(contract, library_of(contract), scenario, "2025-12-31");
  const auto contracted = [&](const char* id) {
    const SplitTotal& total = made.find("f", id)->total;
    return text(total.contracted) + " and " + text(total.renewal);
  };
  EXPECT_EQ(contracted("contract"), "15000.00 and 21000.00");
  EXPECT_EQ(contracted("shorter"), "6000.00 and 30000.00");
  EXPECT_EQ(contracted("longer"), "36000.00 and 0.00");
  EXPECT_EQ(contracted("by-quarter"), "15000.00 and 21000.00");
  EXPECT_EQ(contracted("line-ends"), "9000.00 and 0.00");
  const pricetalk::Run& quarters = *made.find("f", "by-quarter");
  EXPECT_THAT(quarters.ledger.periods, SizeIs(12));
  EXPECT_EQ(text(quarters.calendar_years),
            (Texts{"2026 12000.00", "2027 12000.00", "2028 12000.00"}));
  ASSERT_THAT(quarters.difference_by_calendar_year, SizeIs(3));
  EXPECT_EQ(text(quarters.difference_by_calendar_year.front().with_renewal), "0.00");
  EXPECT_EQ(text(made.find("f", "shorter")->difference.contracted), "-9000.00");
}

TEST(Simulate, cuts_an_invoice_of_an_alternative_that_began_before) {
  // From 1 July on: the second half of the yearly invoice of 2026, and all of 2027's first half.
  const Contract contract = contract_of(
      "schema = 1\n[contract]\nid = \"T\"\ncurrency = \"EUR\"\nstart = 2025-01-01\n"
      "[price.p]\nunit_price = 12000.00\nprice_date = 2025-01-01\nquantity = { per_year = 1 }\n");
  const Scenario scenario =
      scenario_of(months(12) + "[alternative.by-year]\nbilling.period = \"year\"\n");
  const Simulation made = simulation_of(contract, library_of(contract), scenario, "2026-06-30");
  EXPECT_EQ(text(made.find("f", "by-year")->calendar_years),
            (Texts{"2026 6000.00", "2027 6000.00"}));
}

TEST(Simulate, adds_several_contracts_up_by_currency_and_vat) {
  std::string other = indexed;
  other.replace(other.find("id = \"X\""), 8, "id = \"Y\"");
  std::string with_vat = indexed;
  with_vat.replace(with_vat.find("currency = \"EUR\""), 16,
                   "currency = \"EUR\"\nvat = \"included\"");
  std::vector<Simulation> all;
  for (const std::string& text : {std::string(indexed), other, with_vat})
    all.push_back(simulation_of(text, months(6), "2025-12-15"));
  const auto joint = joint_totals(all);
  ASSERT_THAT(joint, SizeIs(2));
  EXPECT_EQ(joint[0].contracts, 2);
  EXPECT_EQ(text(joint[0].total.contracted), "1224.00");  // twice 6 x 102.00
  EXPECT_EQ(joint[1].vat, Vat::included);
  EXPECT_EQ(text(joint[1].total.contracted), "612.00");
}

}  // namespace simulate_test
}  // namespace pricetalk
