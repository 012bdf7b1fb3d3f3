#include "priced.hpp"

// `parts` (CONTRACT-FORMAT section 3.2): shares of a price, each rounded at the start, moved by its
// own clause, rounded, then added. Expected figures by hand with python3 fractions.

namespace {
namespace parts {

using namespace priced;

std::string split(const std::string& parts, const std::string& price = "100.00",
                  const std::string& rest = "") {
  return R"(schema = 1
[contract]
id = "T"
currency = "EUR"
start = 2020-01-01
[price.p]
unit_price = )" +
         price + "\nprice_date = 2020-01-01\nparts = [" + parts + R"(]
[clause.c]
adjust = { every = "year", on = "01-01" }
formula = "change = X"
index.X = { series = "s", use = "year of adjustment" }
[clause.b]
adjust = { every = "year", on = "01-01" }
compounding = "base"
index.Y = { series = "t", use = "previous year" }
[[series]]
id = "s"
unit = "percent"
figures = [["2021", 3.33], ["2022", 2.5], ["2023", 1]]
[[series]]
id = "t"
figures = [["2019", 100], ["2020", 104], ["2022", 106.5]]
)" + rest;
}

const std::string fixed_and_c =
    R"({ name = "fixed", share = "30%" }, { name = "wages", share = "70%", clause = "c" })";
const std::string b_and_c = R"({ name = "goods", share = "40%", clause = "b" }, )"
                            R"({ name = "wages", share = "60%", clause = "c" })";

/// "30.00 72.33" of an entry.
std::string of_parts(const PriceEntry& entry) {
  std::string made;
  for (const auto& part : entry.parts) made += (made.empty() ? "" : " ") + text(part);
  return made;
}

TEST(Parts, move_by_their_own_clause_and_are_added) {
  const PriceSchedule schedule = Talk(split(fixed_and_c)).schedule("p", "2022-06-01");
  // 70*1.0333 = 72.331; 72.33*1.025 = 74.13825
  EXPECT_EQ(dated(schedule),
            (Texts{"2020-01-01 100.00", "2021-01-01 102.33", "2022-01-01 104.14"}));
  EXPECT_EQ(of_parts(schedule.entries.front()), "30.00 70.00");
  EXPECT_EQ(of_parts(schedule.entries.back()), "30.00 74.14");
}

TEST(Parts, are_rounded_at_the_start) {
  // 50.005 twice, half-up
  const std::string halves =
      R"({ name = "a", share = "50%" }, { name = "b", share = "50%", clause = "c" })";
  EXPECT_EQ(dated(Talk(split(halves, "100.01")).schedule("p", "2020-06-01")),
            (Texts{"2020-01-01 100.02"}));
}

TEST(Parts, tell_how_far_the_whole_price_moved) {
  const PriceSchedule schedule = Talk(split(fixed_and_c)).schedule("p", "2022-06-01");
  EXPECT_EQ(schedule.entries[1].change(), Outcome<Ratio>(Ratio(233) / Ratio(10000)));
  EXPECT_EQ(schedule.entries[2].change(), Outcome<Ratio>(Ratio(181) / Ratio(10233)));
}

TEST(Parts, keep_a_memory_each) {
  // goods: 40*104/100 = 41.60, then t of 2021 is missing, then 40*106.5/100 = 42.60.
  // wages: 60*1.0333 = 61.998 -> 62.00; 62*1.025 = 63.55; 63.55*1.01 = 64.1855
  const PriceSchedule schedule = Talk(split(b_and_c)).schedule("p", "2023-06-01");
  ASSERT_EQ(schedule.entries.size(), 7U);
  EXPECT_EQ(of_parts(schedule.entries[2]), "41.60 62.00");
  EXPECT_EQ(of_parts(schedule.entries[4]), "? t 2021 63.55");
  EXPECT_EQ(text(schedule.entries[4].price), "? t 2021");
  EXPECT_EQ(words(schedule.entries[4].verdict).en, words(Verdict::undetermined).en);
  EXPECT_EQ(of_parts(schedule.entries[6]), "42.60 64.19");
  EXPECT_EQ(text(schedule.entries[6].price), "106.79");
}

TEST(Parts, can_be_paid_in_another_currency_at_a_frozen_rate) {
  const std::string dollars =
      R"({ name = "a", share = "50%" }, )"
      R"({ name = "usd", share = "50%", clause = "c", currency = "USD", rate = 1.10 })";
  const PriceSchedule schedule = Talk(split(dollars)).schedule("p", "2021-06-01");
  // 50*1.10 = 55.00 dollars; 55*1.0333 = 56.8315; 56.83/1.10 = 51.663…
  EXPECT_EQ(of_parts(schedule.entries.back()), "50.00 56.83");
  EXPECT_EQ(text(schedule.entries.back().price), "101.66");
}

TEST(Parts, round_to_the_smallest_unit_of_their_currency) {
  const std::string yen =
      R"({ name = "a", share = "50%" }, )"
      R"({ name = "jpy", share = "50%", clause = "c", currency = "JPY", rate = 161.5 })";
  const PriceSchedule schedule = Talk(split(yen, "100")).schedule("p", "2021-06-01");
  // 50*161.5 = 8075; 8075*1.0333 = 8343.8975 -> 8344; 8344/161.5 = 51.6656…
  EXPECT_EQ(text(schedule.entries.back().parts[1]), "8344.00");
  EXPECT_EQ(text(schedule.entries.back().price), "101.67");
}

TEST(Parts, stay_where_a_threshold_holds_one_back) {
  std::string text = split(fixed_and_c);
  text.replace(text.find("formula = \"change = X\""), 22,
               "formula = \"change = X\"\nthreshold = { more_than = \"3%\" }");
  const PriceSchedule schedule = Talk(text).schedule("p", "2022-06-01");
  EXPECT_EQ(prices(schedule), (Texts{"102.33", "102.33"}));
  EXPECT_EQ(of_parts(schedule.entries.back()), "30.00 72.33");
  EXPECT_EQ(schedule.of_part(1, day("2022-06-01"))->date, day("2021-01-01"));
}

TEST(Parts, split_every_tier) {
  std::string text = split(fixed_and_c);
  text.replace(text.find("unit_price = 100.00"), 19,
               "tiers = [{ up_to = 10, unit_price = 100.00 }, { unit_price = 80.00 }]");
  // 24 + 56*1.0333 = 57.8648
  EXPECT_EQ(prices(Talk(text).schedule("p", "2021-06-01", 1)), (Texts{"81.86"}));
}

TEST(Parts, show_every_part_in_the_derivation_and_replay) {
  const Talk talk(split(b_and_c));
  const PriceSchedule schedule = talk.schedule("p", "2021-06-01");
  const PriceEntry& entry = schedule.entries.back();
  std::string labels;
  for (const OutlineRow& row : outline(entry.why, entry.answer)) labels += row.label.en + "|";
  EXPECT_NE(labels.find("part goods|"), std::string::npos) << labels;
  EXPECT_NE(labels.find("part wages|"), std::string::npos) << labels;
  EXPECT_NE(labels.find("all parts|"), std::string::npos) << labels;
}

}  // namespace parts
}  // namespace
