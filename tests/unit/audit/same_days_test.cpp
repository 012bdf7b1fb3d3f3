#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "said.hpp"

// Rows of one line for the same days are judged together, and once.
namespace same_days_test {

using namespace pricetalk;
using said::hundred;
using said::Row;
using said::Said;
using said::said;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string open_of(const Said& made) { return made.over + " " + made.under; }

Row january(const char* invoice, const char* quantity, const char* price, const char* amount) {
  return {invoice, "office", "2025-01-01", "2025-01-31", quantity, price, amount};
}

Row february(const char* invoice, const char* quantity, const char* price, const char* amount) {
  return {invoice, "office", "2025-02-01", "2025-02-28", quantity, price, amount};
}

TEST(RowsOfTheSameDays, are_right_where_together_they_are_what_the_contract_gives) {
  const Said made = said(
      hundred, {january("1", "50", "36.00", "1800.00"), january("1", "50", "34.00", "1700.00")});
  EXPECT_EQ(open_of(made), "0.00 0.00");
  EXPECT_EQ(made.asked, 0U);
  EXPECT_THAT(made.gaps, IsEmpty());
  for (const AuditedRow& row : made.audit.rows)
    EXPECT_THAT(row.lump_sum.en, HasSubstr("what the contract gives for 100, €3,500.00"));
}

TEST(RowsOfTheSameDays, of_one_invoice_are_judged_once) {
  EXPECT_EQ(open_of(said(hundred, {january("1", "50", "38.00", "1900.00"),
                                   january("1", "50", "34.00", "1700.00")})),
            "100.00 0.00");
  EXPECT_EQ(open_of(said(hundred, {january("1", "50", "36.00", "1800.00"),
                                   january("1", "50", "32.00", "1600.00")})),
            "0.00 100.00");
}

TEST(RowsOfTheSameDays, of_two_invoices_are_judged_apart_where_they_do_not_fit) {
  EXPECT_EQ(open_of(said(hundred, {january("1", "50", "38.00", "1900.00"),
                                   january("2", "50", "34.00", "1700.00")})),
            "150.00 50.00");
}

TEST(PriceTooLow, is_made_up_by_a_row_for_the_same_days) {
  for (const Row& more : {january("2", "100", "1.40", "140.00"), january("2", "1", "", "140.00")}) {
    const Said made = said(hundred, {january("1", "100", "33.60", "3360.00"), more});
    EXPECT_EQ(open_of(made), "0.00 0.00") << more.quantity;
    EXPECT_EQ(made.asked, 0U) << more.quantity;
    EXPECT_THAT(made.gaps, IsEmpty()) << more.quantity;
    EXPECT_THAT(made.audit.twice, IsEmpty()) << more.quantity;
  }
}

TEST(PriceTooLow, is_made_up_by_a_row_for_several_periods) {
  const Said made =
      said(hundred, {january("1", "100", "33.60", "3360.00"),
                     february("2", "100", "33.60", "3360.00"),
                     {"3", "office", "2025-01-01", "2025-02-28", "200", "1.40", "280.00"}});
  EXPECT_EQ(open_of(made), "0.00 0.00");
  EXPECT_EQ(made.asked, 0U);
  EXPECT_THAT(made.gaps, IsEmpty());
}

TEST(PriceTooLow, leaves_what_a_row_for_it_has_too_much_or_too_little) {
  EXPECT_EQ(open_of(said(hundred, {january("1", "100", "33.60", "3360.00"),
                                   january("2", "100", "1.00", "100.00")})),
            "0.00 40.00");
  EXPECT_EQ(open_of(said(hundred, {january("1", "100", "33.60", "3360.00"),
                                   january("2", "100", "2.00", "200.00")})),
            "60.00 0.00");
}

TEST(LessThanAgreed, is_not_what_a_row_that_waits_for_an_answer_would_make_up) {
  const Row rest{"1", "Cleaning town hall B", "2025-01-01", "2025-01-31", "45", "35.00", "1575.00"};
  const Said made = said(hundred, {january("1", "60", "35.00", "2100.00"), rest});
  EXPECT_EQ(made.asked, 1U);
  EXPECT_THAT(made.gaps, IsEmpty());
}

TEST(LessThanAgreed, is_what_rows_that_wait_leave_of_it) {
  const Row some{"1", "Cleaning town hall B", "2025-01-01", "2025-01-31", "20", "35.00", "700.00"};
  const Said made = said(hundred, {january("1", "60", "35.00", "2100.00"), some});
  EXPECT_EQ(made.asked, 1U);
  EXPECT_THAT(made.gaps, ElementsAre("2025 80.00 of 100.00: 700.00"));
}

}  // namespace same_days_test
