#include "billing/charge.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "../simulation/simulated.hpp"
#include "random_contract.hpp"

// Price x quantity over the days on which both hold, against a formulation that knows nothing of
// pieces: every day has its own price and its own part of the quantity.
namespace charge_test {

using namespace simulated;

struct Priced {
  explicit Priced(const std::string& text)
      : contract(contract_of(text)),
        library(library_of(contract)),
        coverage(library, std::nullopt),
        schedules(schedule(contract, coverage, day("2027-12-31"))) {}
  Contract contract;
  Library library;
  Coverage coverage;
  std::vector<PriceSchedule> schedules;

  std::string amount(const char* line, const char* first, const char* last) const {
    const Days invoice{day(first), day(last)};
    return text(*contract.find_line(line), invoice);
  }
  std::string text(const Line& line, const Days& invoice) const {
    const TierPrices prices = dated_prices(schedules, line, invoice);
    Worksheet sheet(contract.currency);
    const auto made = charge(
        sheet, {.contract = &contract, .line = &line, .prices = &prices, .invoice = invoice});
    if (!made) return "-";
    const Outcome<Ratio> value = sheet.value(made->amount);
    return value ? value->exact_decimal()->text() : "?";
  }
};

std::string line_of(const std::string& keys, const std::string& tables = "") {
  return line_contract("unit_price = 100.00\n" + keys, tables);
}

TEST(Charge, cuts_a_quarter_where_price_and_quantity_change) {
  const Priced made(line_contract(
      "unit_price = 35.00\nclause = \"feb\"\n"
      "quantity = [{ from = 2025-01-01, per_month = 1000 }, { from = 2026-02-01, per_month = 1500 "
      "}]",
      "[clause.feb]\nadjust = { dates = [2026-02-01] }\nformula = \"change = 4%\""));
  // 1,000 x 35.00 + 3,000 x 36.40
  EXPECT_EQ(made.amount("p", "2026-01-01", "2026-03-31"), "144200");
}

TEST(Charge, takes_the_price_of_the_billing_period_whatever_days_an_invoice_names) {
  const Priced made(
      line_contract("unit_price = 90.00\nquantity = { per_month = 30 }\nclause = \"k\"",
                    "[billing]\nperiod = \"quarter\"\nproration = \"next-period\"\n"
                    "[clause.k]\nadjust = { dates = [2025-05-10] }\n"
                    "formula = \"change = 10%\""));
  EXPECT_EQ(made.amount("p", "2025-06-01", "2025-06-30"), "2700");   // the new price waits for July
  EXPECT_EQ(made.amount("p", "2025-04-01", "2025-09-30"), "17010");  // 8,100 + 8,910
}

TEST(Charge, takes_an_invoice_of_whole_periods_of_its_own_as_its_period) {
  const Priced made(
      line_contract("unit_price = 100.00\nquantity = { per_month = 31 }\nclause = \"k\"",
                    "[billing]\nproration = \"next-period\"\n"
                    "[clause.k]\nadjust = { dates = [2026-01-01] }\n"
                    "formula = \"change = 4%\""));
  EXPECT_EQ(made.amount("p", "2025-12-16", "2026-01-15"), "3100");  // 16 and 15 days of a month
  EXPECT_EQ(made.amount("p", "2025-12-16", "2026-01-10"), "2640");  // 1,600 + 10 x 104
}

TEST(Charge, counts_weeks_from_the_start_of_the_contract) {
  const Priced made(
      line_contract("unit_price = 100.00\nquantity = { per_month = 31 }\nclause = \"k\"",
                    "[billing]\nperiod = \"4 weeks\"\nproration = \"next-period\"\n"
                    "[clause.k]\nadjust = { dates = [2025-02-10] }\n"
                    "formula = \"change = 4%\""));
  const Days second = billing_period(made.contract, day("2025-02-10"));
  EXPECT_EQ(second.first, day("2025-01-29"));
  EXPECT_EQ(second.last, day("2025-02-25"));
  // 3 of 31 and 25 of 28 days of a month at the price of 29 January
  EXPECT_EQ(made.amount("p", "2025-01-29", "2025-02-25"), "3067.86");
  // 3 of 28 and 25 of 31 days at 104.00
  EXPECT_EQ(made.amount("p", "2025-02-26", "2025-03-25"), "2945.43");
}

TEST(Charge, takes_the_price_of_the_month_also_for_the_rest_of_it) {
  const Priced made(
      line_contract("unit_price = 100.00\nquantity = { per_month = 31 }\nclause = \"k\"",
                    "[billing]\nproration = \"months\"\n"
                    "[clause.k]\nadjust = { dates = [2025-08-10] }\n"
                    "formula = \"change = 10%\""));
  EXPECT_EQ(made.amount("p", "2025-08-18", "2025-08-31"),
            "1400");  // the new price begins in September
}

TEST(Charge, gives_a_seasonal_quantity_to_its_months) {
  const Priced made(line_contract(
      "unit_price = 35.00\nclause = \"feb\"\n"
      "quantity = { per_month = [0, 0, 200, 300, 300, 300, 300, 300, 300, 200, 0, 0] }",
      "[clause.feb]\nadjust = { dates = [2026-02-01] }\nformula = \"change = 4%\""));
  EXPECT_EQ(made.amount("p", "2026-01-01", "2026-03-31"), "7280");  // 200 x 36.40
}

TEST(Charge, ends_a_discount_on_its_day) {
  const Priced made(
      line_of("quantity = { per_month = 10 }\ndiscount = { rate = \"10%\", until = 2025-02-14 }"));
  // 15 x 90 + 15 x 100: a month and a half of each
  EXPECT_EQ(made.amount("p", "2025-01-01", "2025-03-31"), "2850");
  for (const char* proration : {"months", "next-period"})
    EXPECT_EQ(Priced(line_of("quantity = { per_month = 10 }\n"
                             "discount = { rate = \"10%\", until = 2025-02-14 }",
                             std::string("[billing]\nproration = \"") + proration + "\""))
                  .amount("p", "2025-01-01", "2025-03-31"),
              "2850")
        << proration;
}

TEST(Charge, fills_graduated_tiers_in_the_order_of_the_days) {
  const std::string tiers =
      "tiers = [{ up_to = 100, unit_price = 10.00 }, { unit_price = 5.00 }]\n"
      "quantity = { per_month = 60 }\n";
  const Priced step(line_contract(tiers + "clause = \"feb\"",
                                  "[billing]\nperiod = \"quarter\"\n"
                                  "[clause.feb]\nadjust = { dates = [2025-02-01] }\n"
                                  "formula = \"change = 10%\""));
  // January 60 x 10.00, February 40 x 11.00 and 20 x 5.50, March 60 x 5.50
  EXPECT_EQ(step.amount("p", "2025-01-01", "2025-03-31"), "1480");
  const Line& line = *step.contract.find_line("p");
  const Days quarter{day("2025-01-01"), day("2025-03-31")};
  const TierPrices prices = dated_prices(step.schedules, line, quarter);
  const auto taken = [&](const Taken& quantity) {
    Worksheet sheet(step.contract.currency);
    const auto made = charge(sheet, {.contract = &step.contract,
                                     .line = &line,
                                     .prices = &prices,
                                     .invoice = quarter,
                                     .taken = quantity});
    return sheet.value(made->amount)->exact_decimal()->text();
  };
  EXPECT_EQ(taken({Ratio(180), Ratio(180)}), "1480");
  EXPECT_EQ(taken({Ratio(-180), Ratio(180), Ratio(180)}), "-1480");
  const Priced discount(line_contract(tiers + "discount = { rate = \"10%\", until = 2025-01-31 }",
                                      "[billing]\nperiod = \"quarter\""));
  // January 60 x 9.00, February 40 x 10.00 and 20 x 5.00, March 60 x 5.00
  EXPECT_EQ(discount.amount("p", "2025-01-01", "2025-03-31"), "1340");
}

TEST(Charge, adds_a_surcharge_from_the_first_day_of_a_line_that_begins_after_it) {
  const Priced made(
      line_of("quantity = { per_month = 31 }\nfrom = 2025-10-16\n"
              "surcharges = [\"s\"]",
              "[clause.s]\nformula = \"surcharge = 2\"\n"
              "adjust = { dates = [2025-04-01] }"));
  EXPECT_EQ(made.amount("p", "2025-10-01", "2025-10-31"), "1632");  // 16 x 102.00
}

TEST(Charge, counts_a_part_of_a_month_by_its_days_at_the_end_as_at_the_start) {
  const Priced made(line_of("quantity = { per_month = 62 }\nuntil = 2026-03-15\nclause = \"step\"",
                            "[billing]\nperiod = \"3 months\"\nproration = \"months\"\n"
                            "[clause.step]\nadjust = { dates = [2026-03-01] }\n"
                            "formula = \"change = 10%\""));
  // two months of 62 x 100.00 and 15/31 of 62 x 110.00
  EXPECT_EQ(made.amount("p", "2026-01-01", "2026-03-31"), "15700");
}

TEST(Charge, rounds_once_and_keeps_what_is_finer_than_a_cent) {
  const Priced made(line_contract("unit_price = 9.99\nquantity = { per_month = 1.111 }",
                                  "[billing]\namount = { decimals = 3 }"));
  EXPECT_EQ(made.amount("p", "2025-01-01", "2025-01-31"), "11.099");
}

TEST(Charge, rounds_a_net_price_as_written_to_the_decimals_of_the_price) {
  const Priced made(
      line_contract("unit_price = 0.2345\nquantity = { per_month = 10000 }\n"
                    "discount = { rate = \"5%\", rounding = { decimals = \"as "
                    "written\" } }"));
  EXPECT_EQ(made.amount("p", "2025-01-01", "2025-01-31"), "2228");  // 10,000 x 0.2228
}

TEST(Charge, gives_parts_of_an_invoice_that_add_up_to_it) {
  const Priced made(line_contract("unit_price = 0.3333\nquantity = { per_month = 1 }"));
  const Line& line = made.contract.lines.front();
  const Days invoice{day("2025-11-01"), day("2026-01-31")};
  const TierPrices prices = dated_prices(made.schedules, line, invoice);
  Worksheet sheet(made.contract.currency);
  Ratio sum(0);
  for (const Days part :
       {Days{day("2025-11-01"), day("2025-12-31")}, Days{day("2026-01-01"), day("2026-01-31")}})
    sum = sum + *sheet.value(charge(sheet, {.contract = &made.contract,
                                            .line = &line,
                                            .prices = &prices,
                                            .invoice = invoice,
                                            .part = part})
                                 ->amount);
  EXPECT_EQ(sum, Ratio::of(100, 100));  // 0.67 + 0.33
}

/// The price of a day without tiers, parts of the day's quantity, and the discount.
Outcome<Ratio> of_day(const Priced& made, const Line& line, const Days& alive, Date on) {
  Date price_day = on;
  if (made.contract.billing.proration.value == Proration::months)
    price_day = std::max(line.from.value, Period::containing(on, Unit::month).first_day());
  if (made.contract.billing.proration.value == Proration::next_period) price_day = alive.first;
  const PriceSchedule* schedule = nullptr;
  for (const PriceSchedule& each : made.schedules)
    if (each.line == &line) schedule = &each;
  const ChargedPrice charged = charged_on(*schedule, price_day);
  if (!charged.charged) return charged.charged;
  Ratio net = *charged.charged;
  if (line.discount && (!line.discount->until || on <= line.discount->until->value)) {
    net = net * (Ratio(1) - line.discount->rate.value.as_fraction());
    const auto& rule = line.discount->rounding;
    if (!rule)
      net = Ratio(round(net, Rounding::decimals(2)));
    else if (rule->value.kind == RoundingRule::Kind::as_written)
      net = Ratio(round(net, Rounding::decimals(line.price_decimals(made.contract.currency))));
  }
  const Ratio quantity = *quantity_of(line, {on, on});
  return net * quantity;
}

RC_GTEST_PROP(Charge, is_the_sum_of_its_days, ()) {
  const auto seed = static_cast<std::uint64_t>(*rc::gen::inRange(1, 1000000).as("seed"));
  const std::string text = random_contract::text(seed);
  const Priced made(text);
  const int month = *rc::gen::inRange(0, 36);
  const Days invoice =
      billing_period(made.contract, shift(day("2024-01-01"), {1, Unit::month}, month));
  for (const Line& line : made.contract.lines) {
    const auto alive = days_alive(line, invoice);
    if (line.prices.size() > 1 || !alive ||
        line.quantity->value.rates.front().rate.per == QuantityRate::Per::once)
      continue;
    Ratio sum(0);
    for (Date on = alive->first; on <= alive->last; on = on.plus_days(1))
      sum = sum + *of_day(made, line, *alive, on);
    const Rounding rounding = amount_rounding(made.contract);
    const std::string expected = Ratio(round(sum, rounding)).exact_decimal()->text();
    if (made.text(line, invoice) != expected)
      RC_LOG() << text << "\n" << line.id << " " << invoice.first.text();
    RC_ASSERT(made.text(line, invoice) == expected);
  }
}

}  // namespace charge_test
