#include "priced.hpp"
#include "pricetalk/pricing/surcharge.hpp"
#include "pricing/true_up.hpp"
#include "simulation/settlement.hpp"

// Late figures that surcharges and parts read. All figures by hand; every January has 31 days and
// 310 units, so 10 a day.
namespace pricing_late_surcharge_test {

using namespace pricetalk;
using priced::day;
using priced::Talk;

std::string with_surcharge(const std::string& clause, const std::string& line,
                           const std::string& figures) {
  return R"(schema = 1
[contract]
id = "T"
currency = "EUR"
start = 2020-12-01
[price.p]
unit_price = 100.00
price_date = 2020-12-01
quantity = { per_month = 310 }
surcharges = ["s"]
)" + line +
         "\n[clause.s]\n" + clause +
         "\n[clause.s.index.D]\nseries = \"d\"\nuse = \"month of adjustment\"\n"
         "if_missing = \"latest-and-true-up\"\n[[series]]\nid = \"d\"\nunit = \"price\"\n"
         "figures = [" +
         figures + "]\n";
}

/// December 3.00, known on 1 December; January 5.00, known on 11 January.
constexpr const char* two_months =
    R"(["2020-12", 3, "definitive", 2020-12-01], ["2021-01", 5, "definitive", 2021-01-11])";

std::vector<Settlement> settled(const Talk& talk, const char* until) {
  return settlements(talk.contract(), *talk.context().line, talk.coverage(), day(until));
}

TEST(LateSurcharge, of_every_day_is_settled_for_the_days_before_the_figure_came) {
  const Talk talk(with_surcharge("formula = \"surcharge = D\"", "", two_months), day("2021-02-01"));
  const auto all = true_ups(talk.context(), day("2021-01-31"));
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].known, day("2021-01-11"));
  ASSERT_EQ(all[0].figures.size(), 1U);
  EXPECT_EQ(all[0].figures[0].asked.text(), "2021-01");
  ASSERT_EQ(all[0].parts.size(), 1U);
  EXPECT_EQ(all[0].parts[0].first, day("2021-01-01"));
  EXPECT_EQ(all[0].parts[0].last, day("2021-01-10"));
  EXPECT_EQ(priced::text(all[0].parts[0].charged), "103.00");
  EXPECT_EQ(priced::text(all[0].parts[0].due), "105.00");
  // Ten days of 10 units at 2.00 too little.
  const auto money = settled(talk, "2021-01-31");
  ASSERT_EQ(money.size(), 1U);
  ASSERT_TRUE(money[0].amount);
  EXPECT_EQ(money[0].amount->amount.text(), "200.00");
}

TEST(LateSurcharge, of_a_clause_with_dates_stands_until_the_figure_came) {
  // Fixed on 1 January for the quarter with December's 3.00; January's 5.00 comes on 11 February:
  // 31 days of 10 at 2.00, and in February (28 days of 310/28) ten days: 310 x 10/28 x 2.00 =
  // 221.43. February is 310 x 105.00 = 32,550.00 due and 310 x (10/28 x 103 + 18/28 x 105) =
  // 32,328.57 charged.
  const Talk talk(with_surcharge("adjust = { every = \"quarter\", first = 2021-01-01 }\n"
                                 "formula = \"surcharge = D\"",
                                 "",
                                 R"(["2020-12", 3, "definitive", 2020-12-01],
                        ["2021-01", 5, "definitive", 2021-02-11])"),
                  day("2021-04-01"));
  const auto money = settled(talk, "2021-03-31");
  ASSERT_EQ(money.size(), 1U);
  EXPECT_EQ(money[0].first, day("2021-01-01"));
  EXPECT_EQ(money[0].last, day("2021-02-10"));
  ASSERT_TRUE(money[0].amount);
  EXPECT_EQ(money[0].amount->amount.text(), "841.43");
}

TEST(LateSurcharge, in_time_settles_nothing) {
  const Talk talk(with_surcharge("formula = \"surcharge = D\"", "",
                                 R"(["2020-12", 3, "definitive", 2020-12-01],
                                    ["2021-01", 5, "definitive", 2021-01-01])"),
                  day("2021-02-01"));
  EXPECT_TRUE(settled(talk, "2021-01-31").empty());
}

TEST(LateSurcharge, is_provisional_until_then_and_says_what_stands_in) {
  const Talk talk(with_surcharge("formula = \"surcharge = D\"", "", two_months), day("2021-01-05"));
  const Surcharge made = surcharges_on(talk.schedule("p", "2021-01-05"), day("2021-01-05")).front();
  EXPECT_EQ(priced::text(made.amount), "3.00");
  EXPECT_EQ(made.fixity, Fixity::provisional);
  ASSERT_EQ(made.late.size(), 1U);
  EXPECT_EQ(made.late[0].read.text(), "2020-12");
  EXPECT_FALSE(made.late[0].came);
}

TEST(LateSurcharge, on_a_share_of_a_price_that_was_late_itself) {
  // The price follows the month before: 100 x 104/100 when January's figure (published on 14
  // January as 2020-12: 104) is known, 103 before. The surcharge is 10 % of the price in force:
  // charged 103.00 + 10.30, due 104.00 + 10.40. 13 days of 10 units at 1.10.
  const std::string text = R"(schema = 1
[contract]
id = "T"
currency = "EUR"
start = 2020-01-01
[price.p]
unit_price = 100.00
price_date = 2020-01-01
quantity = { per_month = 310 }
clause = "c"
surcharges = ["s"]
[clause.c]
adjust = { every = "year", on = "01-01" }
[clause.c.index.X]
series = "x"
use = "1 month before"
base = 100
if_missing = "latest-and-true-up"
[clause.s]
formula = "surcharge = 10% * P0"
[[series]]
id = "x"
figures = [["2020-11", 103, "definitive", 2020-12-10], ["2020-12", 104, "definitive", 2021-01-14]]
)";
  const Talk talk(text, day("2021-02-01"));
  const auto money = settled(talk, "2021-01-31");
  ASSERT_EQ(money.size(), 1U);
  ASSERT_EQ(money[0].front().parts.size(), 1U);
  EXPECT_EQ(priced::text(money[0].front().parts[0].charged), "113.30");
  EXPECT_EQ(priced::text(money[0].front().parts[0].due), "114.40");
  ASSERT_TRUE(money[0].amount);
  EXPECT_EQ(money[0].amount->amount.text(), "143.00");
}

/// 100.00, half of it following the December before (published on 14 January).
std::string with_parts(const std::string& second) {
  return R"(schema = 1
[contract]
id = "T"
currency = "EUR"
start = 2020-01-01
[price.p]
unit_price = 100.00
price_date = 2020-01-01
quantity = { per_month = 310 }
parts = [{ name = "a", share = "50%" }, { name = "b", share = "50%", clause = "c")" +
         second + R"( }]
[clause.c]
adjust = { every = "year", on = "01-01" }
[clause.c.index.X]
series = "x"
use = "1 month before"
base = 100
if_missing = "latest-and-true-up"
[[series]]
id = "x"
figures = [["2020-11", 103, "definitive", 2020-12-10], ["2020-12", 104, "definitive", 2021-01-14]]
)";
}

TEST(LatePart, is_settled_in_the_price_of_the_whole_line) {
  // 50 x 1.03 = 51.50, due 52.00: 13 days of 10 units at 0.50.
  const Talk talk(with_parts(""), day("2021-02-01"));
  const auto money = settled(talk, "2021-01-31");
  ASSERT_EQ(money.size(), 1U);
  EXPECT_EQ(priced::text(money[0].front().parts[0].charged), "101.50");
  EXPECT_EQ(priced::text(money[0].front().parts[0].due), "102.00");
  EXPECT_EQ(money[0].amount->amount.text(), "65.00");
}

TEST(LatePart, in_another_currency_is_settled_in_that_of_the_contract) {
  // 50 x 1.10 = 55.00 dollars; 56.65 charged, 57.20 due: 51.50 and 52.00 euros.
  const Talk talk(with_parts(", currency = \"USD\", rate = 1.10"), day("2021-02-01"));
  const auto money = settled(talk, "2021-01-31");
  ASSERT_EQ(money.size(), 1U);
  EXPECT_EQ(money[0].amount->amount.text(), "65.00");
}

}  // namespace pricing_late_surcharge_test
