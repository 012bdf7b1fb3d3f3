#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "said.hpp"

// One credit for what was too much on several lines, rows at no charge, and prices in the decimals
// in which an invoice prints them.
namespace across_lines_test {

using namespace pricetalk;
using said::money_of;
using said::Said;
using said::said;
using ::testing::HasSubstr;

const char* const glass =
    "[price.glass]\ntitle = \"Washing windows\"\nunit = \"hour\"\nunit_price = 40.00\n"
    "price_date = 2024-01-01\n";

/// Cleaning 100.00 too much and windows 200.00, in January 2025, and a credit.
Said with_credit(const char* line, const char* amount) {
  return said(glass, {{"1", "office", "2025-01-01", "2025-01-31", "100", "36.00", "3600.00"},
                      {"2", "glass", "2025-01-01", "2025-01-31", "100", "42.00", "4200.00"},
                      {"C", line, "2025-03-01", "2025-03-31", "0", "0", amount}});
}

TEST(CreditOverSeveralLines, is_set_off_against_all_where_it_is_their_sum) {
  const Said made = with_credit("office", "-300.00");
  EXPECT_EQ(made.over, "0.00");
  EXPECT_EQ(made.under, "0.00");
  EXPECT_EQ(made.asked, 0U);
}

TEST(CreditOverSeveralLines, is_a_question_where_it_is_not_their_sum) {
  const Said made = with_credit("office", "-260.00");
  EXPECT_EQ(made.under, "0.00");
  EXPECT_EQ(made.asked, 1U);
}

TEST(CreditOverSeveralLines, is_asked_first_where_it_was_not_recognised) {
  const Said made = with_credit("Correction of last year", "-300.00");
  EXPECT_EQ(made.over, "0.00");
  ASSERT_EQ(made.asked, 2U);
  EXPECT_THAT(made.audit.asked().front()->question.en, HasSubstr("exactly what is too much"));
}

TEST(RowAtNoCharge, is_a_question_and_sets_nothing_off) {
  for (const char* const price : {"0", "0.00"}) {
    const Said made =
        said("", {{"1", "office", "2025-01-01", "2025-01-31", "100", "36.00", "3600.00"},
                  {"1", "office", "2025-01-01", "2025-01-31", "8", price, "0.00"}});
    EXPECT_EQ(made.over, "100.00");
    EXPECT_EQ(made.under, "0.00");
    ASSERT_EQ(made.asked, 1U);
    EXPECT_THAT(made.audit.asked().front()->question.en, HasSubstr("at no charge"));
    EXPECT_EQ(money_of(*made.audit.asked().front()->at_stake), "-280.00");
  }
}

TEST(PriceAsPrinted, is_a_question_with_its_money) {
  const char* const fine =
      "[price.kwh]\ntitle = \"Electricity\"\nunit_price = 12.3456\nprice_date = 2024-01-01\n";
  const Said made =
      said(fine, {{"1", "kwh", "2025-01-01", "2025-01-31", "100", "12.35", "1235.00"}});
  EXPECT_EQ(made.over, "0.00");
  ASSERT_EQ(made.asked, 1U);
  EXPECT_THAT(made.audit.asked().front()->question.en, HasSubstr("as it is printed"));
  EXPECT_EQ(money_of(*made.audit.asked().front()->at_stake), "0.44");
  // The price is printed so, and the amount is right.
  EXPECT_EQ(said(fine, {{"1", "kwh", "2025-01-01", "2025-01-31", "100", "12.35", "1234.56"}}).asked,
            0U);
  EXPECT_EQ(said(fine, {{"1", "kwh", "2025-01-01", "2025-01-31", "100", "12.36", "1236.00"}}).over,
            "1.44");
}

}  // namespace across_lines_test
