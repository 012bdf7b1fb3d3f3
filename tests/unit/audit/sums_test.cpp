#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "said.hpp"

// Sums for days that are cut otherwise than the contract cuts them, tiers that are filled in each
// period anew, and discounts that came as a credit: no accusation.
namespace sums_test {

using namespace pricetalk;
using ::testing::IsEmpty;

using said::money_of;
using said::Row;
using said::Said;
using said::said;

const char* const support =
    "[price.support]\ntitle = \"Support\"\nunit = \"month\"\nunit_price = 500.00\n"
    "price_date = 2024-01-01\n";

TEST(FeeByTime, for_a_quarter_a_half_year_or_a_year_is_so_many_times_that_of_its_unit) {
  for (const Row& row : {Row{"1", "support", "2025-01-01", "2025-03-31", "1", "1500.00", "1500.00"},
                         Row{"1", "support", "2025-01-01", "2025-06-30", "2", "1500.00", "3000.00"},
                         Row{"1", "support", "2025-01-01", "2025-12-31", "1", "", "6000.00"}}) {
    const Said made = said("", {row}, support);
    EXPECT_EQ(made.over + " " + made.under, "0.00 0.00") << row.amount;
    EXPECT_FALSE(made.audit.rows.front().lump_sum.empty()) << row.amount;
    EXPECT_EQ(made.asked, 0U);
  }
}

TEST(FeeByTime, is_a_question_where_one_is_for_days_that_are_not_one_unit) {
  for (const Row& row :
       {Row{"1", "support", "2025-01-01", "2025-03-31", "1", "1530.00", "1530.00"},
        Row{"1", "support", "2025-01-01", "2025-01-28", "1", "461.54", "461.54"},
        Row{"1", "support", "2025-01-01", "2025-01-15", "1", "250.00", "250.00"}}) {
    const Said made = said("", {row}, support);
    EXPECT_EQ(made.over + " " + made.under, "0.00 0.00") << row.amount;
    EXPECT_EQ(made.asked, 1U) << row.amount;
  }
}

TEST(FeeByTime, is_too_much_for_one_unit_at_another_price) {
  EXPECT_EQ(
      said("", {Row{"1", "support", "2025-01-16", "2025-02-15", "1", "510.00", "510.00"}}, support)
          .over,
      "10.00");
}

TEST(HalvesOfAMonth, that_add_up_to_it_are_right_also_where_the_contract_would_cut_by_days) {
  const std::vector<Row> halves{{"1", "office", "2025-01-01", "2025-01-15", "1", "17.50", "17.50"},
                                {"2", "office", "2025-01-16", "2025-01-31", "1", "17.50", "17.50"}};
  const Said made = said("quantity = { per_month = 1 }\n", halves);
  EXPECT_EQ(made.over + " " + made.under, "0.00 0.00");
  EXPECT_EQ(made.asked, 0U);
  EXPECT_THAT(made.gaps, IsEmpty());
  EXPECT_FALSE(made.audit.rows.front().lump_sum.empty());
  const Said of_fee = said("",
                           {{"1", "support", "2025-01-01", "2025-01-15", "1", "250.00", "250.00"},
                            {"2", "support", "2025-01-16", "2025-01-31", "1", "250.00", "250.00"}},
                           support);
  EXPECT_EQ(of_fee.over + " " + of_fee.under, "0.00 0.00");
  EXPECT_EQ(of_fee.asked, 0U);
}

TEST(HalvesOfAMonth, that_come_to_more_are_too_much) {
  const Said made = said("quantity = { per_month = 1 }\n",
                         {{"1", "office", "2025-01-01", "2025-01-15", "1", "17.50", "17.50"},
                          {"2", "office", "2025-01-16", "2025-01-31", "1", "27.50", "27.50"}});
  EXPECT_NE(made.over, "0.00");
}

TEST(SameQuantityForTheSameDays, on_another_invoice_is_a_question_at_any_price) {
  const Said made =
      said("", {{"1", "office", "2025-01-01", "2025-01-31", "40", "40.00", "1600.00"},
                {"2", "office", "2025-01-01", "2025-01-31", "40", "35.00", "1400.00"}});
  EXPECT_EQ(made.over, "200.00");
  EXPECT_EQ(money_of(made.audit.charged_twice), "1400.00");
}

TEST(SameQuantityForTheSameDays, of_one_piece_at_another_price_is_another_piece) {
  const Said made = said("", {{"1", "office", "2025-01-01", "2025-01-31", "1", "35.00", "35.00"},
                              {"2", "office", "2025-01-01", "2025-01-31", "1", "20.00", "20.00"}});
  EXPECT_EQ(money_of(made.audit.charged_twice), "0.00");
}

const char* const waste =
    "[price.waste]\ntitle = \"Waste\"\nunit = \"tonne\"\nprice_date = 2024-01-01\n"
    "tier_kind = \"graduated\"\nquantity = { per_month = 25 }\n"
    "tiers = [ { up_to = 10, unit_price = 100.00 }, { up_to = 20, unit_price = 90.00 }, "
    "{ unit_price = 80.00 } ]\n";

TEST(Tiers, of_what_is_charged_twice_are_filled_once) {
  const Said made = said("",
                         {{"1", "waste", "2025-01-01", "2025-01-31", "25", "92.00", "2300.00"},
                          {"2", "waste", "2025-01-01", "2025-01-31", "25", "92.00", "2300.00"}},
                         waste);
  EXPECT_EQ(made.over, "0.00");
  EXPECT_EQ(money_of(made.audit.charged_twice), "2300.00");
}

TEST(Tiers, of_two_parts_of_a_month_are_filled_one_after_the_other) {
  const Said made = said("",
                         {{"1", "waste", "2025-01-01", "2025-01-31", "10", "100.00", "1000.00"},
                          {"2", "waste", "2025-01-01", "2025-01-31", "10", "100.00", "1000.00"}},
                         waste);
  EXPECT_EQ(made.over, "100.00");
}

TEST(Tiers, of_a_quarter_are_filled_every_month_anew) {
  const Said made =
      said("", {{"1", "waste", "2025-01-01", "2025-03-31", "75", "92.00", "6900.00"}}, waste);
  EXPECT_EQ(made.over + " " + made.under, "0.00 0.00");
  EXPECT_EQ(made.asked, 0U);
  const Said other =
      said("", {{"1", "waste", "2025-01-01", "2025-03-31", "75", "94.00", "7050.00"}}, waste);
  EXPECT_EQ(other.over, "0.00");
  EXPECT_EQ(other.asked, 1U);
}

/// Four hours a month less a tenth, charged in full; and what a row below zero of another invoice
/// credits.
std::string over_beside_credit(const char* credit, std::size_t& asked) {
  const Said made =
      said("quantity = { per_month = 4 }\ndiscount = { rate = \"10%\" }\n",
           {{"1", "office", "2025-01-01", "2025-01-31", "4", "35.00", "140.00"},
            {"K", "quarterly bonus", "2025-03-31", "2025-03-31", "1", credit, credit}});
  asked = made.asked;
  return made.over;
}

TEST(DiscountLeftOut, is_a_question_where_a_credit_that_was_not_recognised_may_hold_it) {
  std::size_t asked = 0;
  EXPECT_EQ(over_beside_credit("-14.00", asked), "0.00");
  EXPECT_EQ(asked, 1U);
}

TEST(DiscountLeftOut, is_too_much_where_the_credit_is_smaller) {
  std::size_t asked = 0;
  EXPECT_EQ(over_beside_credit("-10.00", asked), "14.00");
  EXPECT_EQ(asked, 0U);
}

}  // namespace sums_test
