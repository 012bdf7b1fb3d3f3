#include "answer/deliveries.hpp"

#include <gmock/gmock.h>

#include <memory>

#include "answer/delivery_cost.hpp"

namespace pricetalk {
namespace delivery_tests {

using testing::Contains;
using testing::ElementsAre;

Date day(const char* text) { return *Date::parse(text); }

SourcePtr source(const char* name, const std::string& text) {
  return std::make_shared<const SourceText>(name, text);
}

Contract shop() {
  return *read_contract(
              source("contract.toml",
                     "schema = 1\n[contract]\nid = \"S\"\njurisdiction = \"NL\"\naudience = "
                     "\"b2c\"\ncurrency = \"EUR\"\nstart = 2025-01-01\n[price.kast]\ntitle = "
                     "\"Kast\"\nunit_price = 100.00\nprice_date = 2025-01-01\nquantity = { "
                     "per_month = 3 }\n[price.lamp]\nunit_price = 9.99\nprice_date = 2025-01-01\n"))
              .value;
}

const Law& law() {
  static const Law shipped = shipped_law();
  return shipped;
}

std::vector<std::string> codes(const Diagnostics& problems) {
  std::vector<std::string> made;
  for (const Diagnostic& each : problems.list()) made.push_back(each.code);
  return made;
}

TEST(Deliveries, are_read_in_dutch_and_english_with_the_days_as_people_write_them) {
  const Contract contract = shop();
  Diagnostics problems;
  const auto rows = read_deliveries(source("l.csv",
                                           "Levering;Product;Leverdatum;Geïnformeerd;Aantal\n"
                                           "A;Kast;25-3-2025;ja;2\nB;lamp;3-4-2025;nee;1,5\n"),
                                    contract, day("2025-06-01"), problems);
  EXPECT_TRUE(problems.empty());
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].facts.line, &contract.lines[0]);
  EXPECT_EQ(rows[0].facts.delivered, day("2025-03-25"));
  EXPECT_EQ(rows[0].facts.told->kind, ToldOfRight::Kind::yes);
  EXPECT_EQ(rows[1].facts.delivered, day("2025-04-03"));
  EXPECT_EQ(rows[1].facts.told->kind, ToldOfRight::Kind::no);
  EXPECT_EQ(rows[1].quantity->text(), "1.5");
}

TEST(Deliveries, stand_in_order_of_what_is_at_stake) {
  const Contract contract = shop();
  Diagnostics problems;
  const auto rows = read_deliveries(source("l.csv",
                                           "delivery,line,delivered,informed,quantity\n"
                                           "old,kast,2025-01-02,yes,50\n"
                                           "proof,kast,2025-09-01,yes,1\n"
                                           "fresh,lamp,2026-03-28,yes,2\n"
                                           "no value,,2026-03-28,yes,\n"),
                                    contract, day("2026-04-01"), problems);
  const JudgedDeliveries made =
      judge_deliveries(contract, Library(), law(), rows, day("2026-04-01"));
  std::vector<std::string> names;
  for (const JudgedDelivery& each : made.all) names.push_back(each.name);
  EXPECT_THAT(names, ElementsAre("proof", "fresh", "no value", "old"));
  EXPECT_EQ(amount_of(made.whole).text(), "19.98");
  EXPECT_EQ(amount_of(made.proof).text(), "100.00");
  EXPECT_EQ(made.without_value, 1U);
  EXPECT_NE(find(made.evidence, made.whole.address), nullptr);
}

TEST(Deliveries, that_cannot_be_read_are_named_and_leave_the_others) {
  const Contract contract = shop();
  Diagnostics problems;
  const auto rows =
      read_deliveries(source("l.csv",
                             "line,delivered,quantity\nkast,2025-02-30,1\nkast,2024-12-31,1\n"
                             "kast,2025-02-03,1\nstoel,2025-02-03,1\nkast,2025-02-03,-1\n"),
                      contract, day("2025-06-01"), problems);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_THAT(codes(problems), ElementsAre("L0313", "L0310", "L0313", "L0313"));
  Diagnostics other;
  EXPECT_TRUE(
      read_deliveries(source("l.csv", "a,b\n1,2\n"), contract, day("2025-06-01"), other).empty());
  EXPECT_THAT(codes(other), Contains("L0314"));
}

TEST(DeliveryCost, counts_months_to_the_day_of_the_same_number) {
  EXPECT_EQ(month_after(day("2025-01-31"), day("2025-02-01")), 1);
  EXPECT_EQ(month_after(day("2025-01-31"), day("2025-02-28")), 1);
  EXPECT_EQ(month_after(day("2025-01-31"), day("2025-03-01")), 2);
  EXPECT_EQ(month_after(day("2025-01-31"), day("2026-01-31")), 12);
  EXPECT_EQ(month_after(day("2025-01-31"), day("2026-02-01")), 13);
  EXPECT_EQ(month_after(day("2025-01-31"), day("2025-01-31")), 1);
}

TEST(DeliveryCost, adds_up_over_the_months_and_turns_with_the_burden_of_proof) {
  const Contract contract = shop();
  std::string shows;
  for (int i = 0; i < 13; ++i) shows += "\"7%\", ";
  const auto scenario = read_scenario(
      source("s.toml",
             "schema = 1\n[scenario]\nid = \"s\"\n[future.f]\nnon_conformity = [{ price = "
             "\"kast\", rate = \"10%\", cost_per_case = 33.33, shows = [" +
                 shows + "] }]\n"));
  ASSERT_TRUE(scenario.value);
  DeliveryFacts facts;
  facts.line = &contract.lines.front();
  facts.delivered = day("2025-02-03");
  const DeliveryPeriods periods = delivery_periods(contract, law(), facts, day("2025-03-01"));
  const DeliveryCost cost =
      delivery_cost(contract, Library(), periods, scenario.value->futures.front());
  ASSERT_EQ(cost.spans.size(), 14U);  // 9% shows after thirteen months
  // 3 x 10% x 33.33 = 9.999.
  EXPECT_EQ(amount_of(**cost.supplier).text(), "8.40");  // 84%, twelve months
  EXPECT_EQ(amount_of(**cost.customer).text(), "1.60");  // the rest of 10.00
  EXPECT_FALSE(cost.either);
  EXPECT_EQ(cost.spans[11].bearer, Side::supplier);
  EXPECT_EQ(cost.spans[12].bearer, Side::customer);
  EXPECT_EQ(cost.spans[11].until, day("2026-02-03"));
}

}  // namespace delivery_tests
}  // namespace pricetalk
