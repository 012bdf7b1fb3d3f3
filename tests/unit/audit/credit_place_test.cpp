#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "said.hpp"

// A credit that is dated in other days than what it pays back.
namespace credit_place_test {

using namespace pricetalk;
using said::hundred;
using said::Row;
using said::Said;
using said::said;
using ::testing::HasSubstr;

const Row dear_january{"1", "office", "2025-01-01", "2025-01-31", "100", "37.00", "3700.00"};
const Row march{"3", "office", "2025-03-01", "2025-03-31", "100", "35.00", "3500.00"};

std::string open_of(const Said& made) { return made.over + " " + made.under; }

TEST(CreditOfOtherDays, pays_back_what_was_too_much_before_it) {
  EXPECT_EQ(
      open_of(said("", {dear_january,
                        march,
                        {"C", "office", "2025-03-01", "2025-03-31", "1", "-200.00", "-200.00"}})),
      "0.00 0.00");
}

TEST(CreditOfOtherDays, pays_back_all_that_was_too_much_in_several_periods) {
  EXPECT_EQ(
      open_of(said("", {dear_january,
                        {"2", "office", "2025-02-01", "2025-02-28", "100", "36.00", "3600.00"},
                        march,
                        {"C", "office", "2025-03-01", "2025-03-31", "1", "", "-300.00"}})),
      "0.00 0.00");
}

TEST(CreditOfOtherDays, undoes_a_whole_charge_of_before) {
  const Said made =
      said(hundred, {dear_january,
                     {"1b", "office", "2025-01-01", "2025-01-31", "100", "35.00", "3500.00"},
                     march,
                     {"C", "office", "2025-03-01", "2025-03-31", "-100", "37.00", "-3700.00"}});
  EXPECT_EQ(open_of(made), "0.00 0.00");
  EXPECT_EQ(made.audit.twice.size(), 0U);
  EXPECT_EQ(made.asked, 0U);
}

TEST(CreditOfOtherDays, undoes_the_second_charge_of_a_month) {
  for (const Row& credit :
       {Row{"C", "office", "2025-03-01", "2025-03-31", "-100", "35.00", "-3500.00"},
        Row{"C", "office", "2025-03-01", "2025-03-31", "1", "", "-3500.00"}}) {
    const Said made =
        said(hundred, {{"1", "office", "2025-01-01", "2025-01-31", "100", "35.00", "3500.00"},
                       {"2", "office", "2025-01-01", "2025-01-31", "100", "35.00", "3500.00"},
                       march,
                       credit});
    EXPECT_EQ(open_of(made), "0.00 0.00") << credit.quantity;
    EXPECT_EQ(made.audit.twice.size(), 0U) << credit.quantity;
  }
}

TEST(CreditOfOtherDays, stays_where_its_own_days_were_charged_so) {
  const Said made =
      said(hundred, {{"1", "office", "2025-01-01", "2025-01-31", "100", "35.00", "3500.00"},
                     march,
                     {"C", "office", "2025-03-01", "2025-03-31", "-100", "35.00", "-3500.00"}});
  EXPECT_EQ(open_of(made), "0.00 0.00");
  EXPECT_EQ(made.audit.rows.back().charged.from, *Date::parse("2025-03-01"));
}

TEST(CreditOfOtherDays, that_fits_nothing_is_asked_and_not_claimed_either_way) {
  const Said made = said(
      "", {dear_january, march, {"C", "office", "2025-03-01", "2025-03-31", "1", "", "-150.00"}});
  EXPECT_EQ(open_of(made), "50.00 0.00");
  ASSERT_EQ(made.asked, 1U);
  EXPECT_THAT(made.audit.asked().front()->question.en, HasSubstr("credit of €150.00"));
}

TEST(CreditOfOtherDays, for_days_without_a_charge_is_a_question) {
  const Said made =
      said("", {march, {"C", "office", "2025-06-01", "2025-06-30", "1", "", "-80.00"}});
  EXPECT_EQ(open_of(made), "0.00 0.00");
  EXPECT_EQ(made.asked, 1U);
}

TEST(CreditOfOtherDays, is_placed_by_the_invoice_that_it_names) {
  std::vector<InvoiceLine> rows =
      said::rows_of({{"F-101", "office", "2025-01-01", "2025-01-31", "100", "37.00", "3700.00"},
                     {"F-102", "office", "2025-02-01", "2025-02-28", "100", "37.00", "3700.00"},
                     {"C-1", "office", "2025-06-12", "2025-06-12", "1", "", "-120.00"}});
  rows.back().no_period = true;
  rows.back().corrects = "F-102\n";
  const Said made = said("", rows);
  EXPECT_EQ(open_of(made), "280.00 0.00");
  EXPECT_EQ(made.asked, 0U);
  EXPECT_EQ(made.audit.rows.back().charged.from, *Date::parse("2025-02-01"));
}

TEST(CreditOfOtherDays, without_days_belongs_to_the_invoice_that_it_stands_on) {
  std::vector<InvoiceLine> rows =
      said::rows_of({{"F-101", "office", "2025-01-01", "2025-01-31", "100", "37.00", "3700.00"},
                     {"F-101", "office", "2025-02-05", "2025-02-05", "1", "", "-120.00"}});
  rows.back().no_period = true;
  const Said made = said("", rows);
  EXPECT_EQ(open_of(made), "80.00 0.00");
  EXPECT_EQ(made.asked, 0U);
}

TEST(CreditOfOtherDays, after_the_end_of_the_contract_still_pays_back) {
  const Said made =
      said("",
           said::rows_of(
               {dear_january, {"C", "office", "2025-08-01", "2025-08-31", "1", "", "-200.00"}}),
           "end = 2025-06-30\n");
  EXPECT_EQ(open_of(made), "0.00 0.00");
}

Said with_credit(const char* charged, const char* amount, const Row& credit) {
  return said(hundred,
              {{"F1", "office", "2025-01-01", "2025-01-31", "100", charged, amount}, credit});
}

TEST(CreditAtAPriceBelowZero, takes_back_the_quantity_that_was_charged_at_it) {
  const Said part = with_credit(
      "35.00", "3500.00", {"C", "office", "2025-01-01", "2025-01-31", "10", "-35.00", "-350.00"});
  EXPECT_EQ(open_of(part), "0.00 0.00");
  EXPECT_THAT(part.gaps, ::testing::ElementsAre("2025 90.00 of 100.00: 350.00"));
  const Said again =
      said(hundred, {{"1", "office", "2025-01-01", "2025-01-31", "100", "35.00", "3500.00"},
                     {"C", "office", "2025-01-01", "2025-01-31", "100", "-35.00", "-3500.00"},
                     {"2", "office", "2025-01-01", "2025-01-31", "100", "35.00", "3500.00"}});
  EXPECT_EQ(open_of(again), "0.00 0.00");
  EXPECT_TRUE(again.gaps.empty());
  EXPECT_FALSE(again.audit.needs_attention());
}

TEST(CreditOfExactlyWhatWasTooMuch, leaves_nothing_open_however_its_sum_is_written) {
  for (const Row& credit :
       {Row{"C", "office", "2025-01-01", "2025-01-31", "-1", "200.00", "-200.00"},
        Row{"C", "office", "2025-01-01", "2025-01-31", "-5", "40.00", "-200.00"},
        Row{"C", "office", "2025-01-01", "2025-01-31", "5", "-40.00", "-200.00"},
        Row{"C", "office", "2025-01-01", "2025-01-31", "-5", "", "-200.00"}}) {
    const Said made = with_credit("37.00", "3700.00", credit);
    EXPECT_EQ(open_of(made), "0.00 0.00") << credit.quantity << credit.price;
    EXPECT_EQ(made.asked, 0U) << credit.quantity << credit.price;
    EXPECT_TRUE(made.gaps.empty()) << credit.quantity << credit.price;
  }
}

TEST(CreditAtANearPrice, is_asked_and_as_much_is_not_claimed) {
  const auto near = [](const char* charged, const char* amount) {
    return with_credit(charged, amount,
                       {"C", "office", "2025-01-01", "2025-01-31", "-10", "36.00", "-360.00"});
  };
  const Said right = near("35.00", "3500.00");
  EXPECT_EQ(open_of(right), "0.00 0.00");
  ASSERT_EQ(right.asked, 1U);
  EXPECT_THAT(right.audit.asked().front()->question.en, HasSubstr("at another price"));
  const Said dear = near("37.00", "3700.00");
  EXPECT_EQ(open_of(dear), "0.00 0.00");
  EXPECT_EQ(dear.asked, 1U);
  const Said dearer = near("40.00", "4000.00");
  EXPECT_EQ(open_of(dearer), "140.00 0.00");
  EXPECT_EQ(dearer.asked, 1U);
}

TEST(CreditThatIsNotRecognised, comes_off_an_invoice_with_a_number_of_two_signs) {
  EXPECT_EQ(open_of(with_credit(
                "37.00", "3700.00",
                {"C1", "Creditnota op F1", "2025-02-01", "2025-02-28", "1", "-60.00", "-60.00"})),
            "140.00 0.00");
}

TEST(CreditThatIsNotRecognised, comes_off_the_invoice_that_it_names) {
  EXPECT_EQ(
      open_of(said("", {{"F-101", "office", "2025-01-01", "2025-01-31", "100", "37.00", "3700.00"},
                        {"C-1", "Correctie factuur F-101", "2025-02-01", "2025-02-28", "1",
                         "-150.00", "-150.00"}})),
      "50.00 0.00");
}

/// Rows, and a credit that names the contract and no line of it.
Said with_credit(const std::vector<Row>& rows, const char* text, const char* amount) {
  std::vector<InvoiceLine> made = said::rows_of(rows);
  made.push_back(said::rows_of({{"C", text, "2025-04-01", "2025-04-30", "1", amount, amount}})[0]);
  auto head = std::make_shared<InvoiceHead>();
  head->contracts = {"T"};
  made.back().head = head;
  return said(hundred, made);
}

TEST(CreditOfNoLine, that_is_exactly_what_is_too_much_makes_it_a_question) {
  const Row february{"2", "office", "2025-02-01", "2025-02-28", "100", "37.00", "3700.00"};
  const Said all = with_credit({dear_january, february}, "settlement", "-400.00");
  EXPECT_EQ(open_of(all), "0.00 0.00");
  EXPECT_EQ(all.asked, 2U);
  const Said one = with_credit({dear_january, february}, "settlement", "-200.00");
  EXPECT_EQ(open_of(one), "200.00 0.00");
  EXPECT_EQ(one.asked, 1U);
}

TEST(CreditOfNoLine, of_another_amount_is_asked_about_beside_the_claim) {
  const Said made = with_credit({dear_january, march}, "settlement", "-150.00");
  EXPECT_EQ(open_of(made), "200.00 0.00");
  EXPECT_EQ(made.asked, 0U);
}

TEST(CreditOfNoLine, comes_off_an_invoice_with_a_number_of_two_signs) {
  Row dear = dear_january;
  dear.invoice = "F1";
  EXPECT_EQ(open_of(with_credit({dear}, "credit for F1", "-200.00")), "0.00 0.00");
}

}  // namespace credit_place_test
