#include "pricing/day_step.hpp"

#include "priced.hpp"

// What people call "the step" is that of the price of a day against the day before.
namespace pricing_day_step_test {

using namespace pricetalk;
using priced::day;
using priced::Talk;
using priced::text;

std::string contract(const std::string& clauses, const std::string& decisions = "") {
  return "schema = 1\n[contract]\nid = \"T\"\ncurrency = \"EUR\"\nstart = 2024-01-01\n[price.p]\n"
         "unit_price = 100.00\nprice_date = 2024-01-01\nclause = " +
         clauses +
         "\n[clause.a]\nadjust = { every = \"year\" }\nformula = \"change = 3%\"\n"
         "[clause.b]\nadjust = { every = \"year\" }\nformula = \"change = 2%\"\n" +
         decisions;
}

DayStep step_on(const PriceSchedule& prices, const char* date) {
  return step_of_day(prices, *prices.on(day(date)));
}

TEST(DayStep, counts_all_clauses_of_the_day_from_the_price_of_the_day_before) {
  const Talk talk(contract("[\"a\", \"b\"]"));
  const PriceSchedule prices = talk.schedule("p", "2025-06-01");
  const DayStep step = step_on(prices, "2025-06-01");
  EXPECT_EQ(step.causes.size(), 2U);
  EXPECT_EQ(text(step.before), "100.00");
  EXPECT_EQ(*step.change, Ratio::of(506, 10000));  // 105.06
}

TEST(DayStep, is_the_clauses_own_where_only_one_moved_the_price) {
  const Talk talk(contract("[\"a\", \"b\"]",
                           "[[decision]]\ndate = 2025-01-01\nkind = \"waived\"\nclause = \"b\"\n"));
  const PriceSchedule prices = talk.schedule("p", "2025-06-01");
  const DayStep step = step_on(prices, "2025-06-01");
  EXPECT_EQ(text(step.before), "100.00");
  EXPECT_EQ(*step.change, Ratio::of(3, 100));
  EXPECT_EQ(step.shown->verdict, Verdict::adjusted);
}

TEST(DayStep, holds_a_step_that_was_put_off_until_the_day) {
  const Talk talk(
      contract("\"a\"", "[[decision]]\ndate = 2025-01-01\nkind = \"deferred\"\nto = 2026-01-01\n"));
  const PriceSchedule prices = talk.schedule("p", "2026-06-01");
  const DayStep step = step_on(prices, "2026-06-01");
  EXPECT_EQ(text(step.before), "100.00");
  EXPECT_EQ(*step.change, Ratio::of(609, 10000));
}

TEST(DayStep, of_a_price_agreed_on_the_day_of_a_deferred_step_starts_before_both) {
  const Talk talk(
      contract("\"a\"",
               "[[decision]]\ndate = 2025-01-01\nkind = \"deferred\"\nto = 2025-05-15\n"
               "[[decision]]\ndate = 2025-05-15\nkind = \"agreed-price\"\nunit_price = 101.00\n"));
  const PriceSchedule prices = talk.schedule("p", "2025-06-01");
  const DayStep step = step_on(prices, "2025-06-01");
  EXPECT_EQ(text(step.before), "100.00");
  EXPECT_EQ(step.shown->verdict, Verdict::agreed);
  EXPECT_EQ(*step.change, Ratio::of(1, 100));
}

TEST(DayStep, of_the_start_is_none) {
  const Talk talk(contract("\"a\""));
  const PriceSchedule prices = talk.schedule("p", "2024-06-01");
  const DayStep step = step_on(prices, "2024-06-01");
  EXPECT_EQ(step.causes.size(), 1U);
  EXPECT_TRUE(step.change->is_zero());
}

}  // namespace pricing_day_step_test
