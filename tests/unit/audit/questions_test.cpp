#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "said.hpp"

// What is no accusation: a row that only looks like a line, a sum for a month, another unit, rows
// below zero beside a charge; and quantities that are not the contract's.
namespace questions_test {

using namespace pricetalk;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

using said::hundred;
using said::money_of;
using said::Row;
using said::Said;
using said::said;

TEST(LikenessAlone, is_a_question_where_the_price_is_another) {
  const Said made = said("", {{"1", "office", "2025-01-01", "2025-01-31", "1", "35.00", "35.00"},
                              {"1", "Cleaning of the town hall roof", "2025-01-01", "2025-01-31",
                               "100", "36.00", "3600.00"}});
  EXPECT_EQ(made.over, "0.00");
  ASSERT_EQ(made.asked, 1U);
  EXPECT_EQ(money_of(*made.audit.asked().front()->at_stake), "100.00");
  EXPECT_TRUE(made.audit.needs_attention());
}

TEST(LikenessAlone, is_enough_where_the_price_is_right_or_the_words_are_the_same) {
  EXPECT_EQ(said("", {{"1", "Cleaning of the town hall", "2025-01-01", "2025-01-31", "100", "35.00",
                       "3500.00"}})
                .asked,
            0U);
  const Said dear = said("", {{"1", "Town hall cleaning January 2025", "2025-01-01", "2025-01-31",
                               "100", "36.00", "3600.00"}});
  EXPECT_EQ(dear.asked, 0U);
  EXPECT_EQ(dear.over, "100.00");
}

TEST(LikenessAlone, is_a_question_at_the_right_price_where_a_letter_or_number_is_added) {
  const auto named = [](const char* name) {
    return said("", {{"1", name, "2025-01-01", "2025-01-31", "100", "35.00", "3500.00"}});
  };
  for (const char* const name : {"Cleaning town hall B", "Cleaning town hall 2"}) {
    const Said made = named(name);
    ASSERT_EQ(made.asked, 1U) << name;
    EXPECT_THAT(made.audit.asked().front()->question.en, HasSubstr("a number or letter"));
    EXPECT_TRUE(made.audit.needs_attention());
  }
  for (const char* const name :
       {"Cleaning town hall January 2025", "Cleaning town hall 100 hours", "Cleaning townhall"})
    EXPECT_EQ(named(name).asked, 0U) << name;
  // A sum for the month as well.
  EXPECT_EQ(said(hundred, {{"1", "Cleaning town hall B", "2025-01-01", "2025-01-31", "1", "3500.00",
                            "3500.00"}})
                .asked,
            1U);
}

TEST(CorrectedInvoice, is_a_question_where_it_is_not_what_was_agreed) {
  auto correction = std::make_shared<Correction>();
  correction->invoice = "2";
  correction->corrects = {"1"};
  correction->date = *Date::parse("2025-02-10");
  correction->head = std::make_shared<InvoiceHead>();
  std::vector<InvoiceLine> rows =
      said::rows_of({{"1", "office", "2025-01-01", "2025-01-31", "100", "36.00", "3600.00"},
                     {"1", "office", "2025-01-01", "2025-01-31", "10", "35.00", "350.00"}});
  for (InvoiceLine& row : rows) row.corrected_by = correction;
  const Said made = said("", rows);
  EXPECT_EQ(made.over, "0.00");
  ASSERT_EQ(made.asked, 1U);
  EXPECT_EQ(money_of(*made.audit.asked().front()->at_stake), "100.00");
  EXPECT_THAT(made.audit.asked().front()->question.en, HasSubstr("invoice 2 corrects this one"));
}

TEST(CorrectedInvoice, that_is_not_named_is_of_the_same_days_and_supplier) {
  InvoiceHead other;
  other.supplier.name = "Kwast B.V.";
  Correction correction;
  correction.invoice = "2";
  correction.date = *Date::parse("2025-02-10");
  correction.days = {{*Date::parse("2025-01-01"), *Date::parse("2025-01-31")}};
  correction.head = std::make_shared<InvoiceHead>(other);
  const Corrections all{std::make_shared<Correction>(correction)};
  const std::vector<InvoiceLine> rows =
      said::rows_of({{"1", "office", "2025-01-01", "2025-01-31", "100", "36.00", "3600.00"},
                     {"3", "office", "2025-02-01", "2025-02-28", "100", "36.00", "3600.00"}});
  EXPECT_NE(correction_of(rows.front(), all), nullptr);
  EXPECT_EQ(correction_of(rows.back(), all), nullptr);
  InvoiceLine of_another = rows.front();
  InvoiceHead ours;
  ours.supplier.name = "Dweil B.V.";
  of_another.head = std::make_shared<InvoiceHead>(ours);
  EXPECT_EQ(correction_of(of_another, all), nullptr);
}

TEST(CreditAtItsOwnPrice, pays_back_a_difference_where_it_is_far_below_what_was_charged) {
  const Row charged{"1", "office", "2025-01-01", "2025-01-31", "100", "37.00", "3700.00"};
  EXPECT_EQ(
      said("", {charged, {"2", "office", "2025-01-01", "2025-01-31", "-100", "2.00", "-200.00"}})
          .over,
      "0.00");
  const Said near =
      said("", {charged, {"2", "office", "2025-01-01", "2025-01-31", "-10", "35.00", "-350.00"}});
  EXPECT_EQ(near.asked, 1U);
  EXPECT_EQ(near.under, "0.00");
}

TEST(CreditWithoutAPrice, pays_back_a_difference_where_it_is_far_below_what_was_charged) {
  const Row charged{"1", "office", "2025-01-01", "2025-01-31", "100", "", "3560.00"};
  EXPECT_EQ(
      said("", {charged, {"2", "office", "2025-01-01", "2025-01-31", "-100", "", "-60.00"}}).over,
      "0.00");
  const Row right{"1", "office", "2025-01-01", "2025-01-31", "100", "", "3500.00"};
  const Said back =
      said("", {right, {"2", "office", "2025-01-01", "2025-01-31", "-40", "", "-1400.00"}});
  EXPECT_EQ(back.over + " " + back.under, "0.00 0.00");
  EXPECT_EQ(back.asked, 0U);
}

TEST(OneSum, for_a_month_or_a_quarter_is_what_the_contract_buys_in_it) {
  for (const Row& row :
       {Row{"1", "office", "2025-01-01", "2025-01-31", "1", "3500.00", "3500.00"},
        Row{"1", "office", "2025-01-01", "2025-03-31", "1", "10500.00", "10500.00"},
        Row{"1", "office", "2025-01-01", "2025-03-31", "3", "3500.00", "10500.00"},
        Row{"1", "office", "2025-01-01", "2025-01-31", "1", "", "3500.00"}}) {
    const Said made = said(hundred, {row});
    EXPECT_EQ(made.over + " " + made.under, "0.00 0.00") << row.amount;
    EXPECT_FALSE(made.audit.rows.front().lump_sum.empty()) << row.amount;
    EXPECT_EQ(made.asked, 0U);
    EXPECT_THAT(made.gaps, IsEmpty());
  }
}

TEST(OneSum, is_right_also_where_the_line_counts_months_and_the_invoice_hours) {
  const Said made = said("quantity = { per_month = 1 }\n",
                         {{"1", "office", "2025-01-01", "2025-01-31", "7", "5.00", "35.00"}});
  EXPECT_EQ(made.over + " " + made.under, "0.00 0.00");
  EXPECT_FALSE(made.audit.rows.front().lump_sum.empty());
}

TEST(OneSum, twice_for_one_month_is_charged_twice) {
  const Said made =
      said(hundred, {{"1", "office", "2025-01-01", "2025-01-31", "1", "3500.00", "3500.00"},
                     {"2", "office", "2025-01-01", "2025-01-31", "1", "3500.00", "3500.00"}});
  EXPECT_EQ(money_of(made.audit.charged_twice), "3500.00");
}

TEST(AnotherUnit, is_a_question_and_no_accusation) {
  const Said sum =
      said(hundred, {{"1", "office", "2025-01-01", "2025-01-31", "1", "3600.00", "3600.00"}});
  EXPECT_EQ(sum.over, "0.00");
  EXPECT_EQ(sum.asked, 1U);
  EXPECT_THAT(sum.audit.asked().front()->question.en, HasSubstr("cannot count in the unit"));
  EXPECT_EQ(
      said("", {{"1", "office", "2025-01-01", "2025-01-31", "6000", "0.5833", "3500.00"}}).under,
      "0.00");
}

TEST(AnotherUnit, is_not_what_a_price_is_that_is_only_too_high) {
  const Said made =
      said("", {{"1", "office", "2025-01-01", "2025-01-31", "10", "100.00", "1000.00"}});
  EXPECT_EQ(made.over, "650.00");
  EXPECT_EQ(made.asked, 0U);
  // The price is right, so the unit is: the amount is not.
  EXPECT_EQ(said("", {{"1", "office", "2025-01-01", "2025-01-31", "10", "35.00", "3500.00"}}).over,
            "3150.00");
}

TEST(AnotherUnit, by_a_word_that_the_contract_does_not_know_is_a_question) {
  for (const char* unit : {"dagdeel", "beurt", "pallet"}) {
    std::vector<InvoiceLine> rows =
        said::rows_of({{"1", "office", "2025-01-01", "2025-01-31", "10", "150.00", "1500.00"}});
    rows.front().unit = unit;
    const Said made = said("", rows);
    EXPECT_EQ(made.over, "0.00") << unit;
    EXPECT_EQ(made.asked, 1U) << unit;
    rows.front().unit_price = Decimal::parse("35.00");
    rows.front().amount = *Decimal::parse("350.00");
    EXPECT_EQ(said("", rows).asked, 0U) << unit;
  }
  std::vector<InvoiceLine> hours =
      said::rows_of({{"1", "office", "2025-01-01", "2025-01-31", "10", "36.00", "360.00"}});
  for (const char* unit : {"u", "Std.", "HUR", "C62", ""}) {
    hours.front().unit = unit;
    EXPECT_EQ(said("", hours).over, "10.00") << unit;
  }
}

TEST(RowsBelowZero, come_off_what_is_too_much_on_their_invoice_once) {
  const std::vector<Row> rows = {
      {"1", "office", "2025-01-01", "2025-01-31", "100", "36.00", "3600.00"},
      {"1", "Allowance", "2025-01-01", "2025-01-31", "1", "-69.70", "-69.70"},
      {"2", "office", "2025-02-01", "2025-02-28", "100", "36.00", "3600.00"}};
  EXPECT_EQ(said("", rows).over, "130.30");
  EXPECT_EQ(said("discount = { rate = \"2%\" }\n",
                 {{"1", "office", "2025-01-01", "2025-01-31", "100", "35.00", "3500.00"},
                  {"1", "Korting 2%", "2025-01-01", "2025-01-31", "1", "-70.00", "-70.00"}})
                .over,
            "0.00");
}

TEST(RowsBelowZero, never_make_a_charge_too_little) {
  const Said made =
      said("", {{"1", "office", "2025-01-01", "2025-01-31", "100", "35.10", "3510.00"},
                {"1", "Allowance", "2025-01-01", "2025-01-31", "1", "-69.70", "-69.70"}});
  EXPECT_EQ(made.over + " " + made.under, "0.00 0.00");
}

TEST(Quantities, more_and_less_than_the_contract_buys_are_told_with_their_money) {
  EXPECT_THAT(
      said(hundred, {{"1", "office", "2025-01-01", "2025-01-31", "120", "35.00", "4200.00"},
                     {"2", "office", "2025-02-01", "2025-02-28", "100", "35.00", "3500.00"}})
          .gaps,
      ElementsAre("2025 220.00 of 200.00: 700.00"));
  EXPECT_THAT(
      said(hundred, {{"1", "office", "2025-01-01", "2025-03-31", "270", "35.00", "9450.00"}}).gaps,
      ElementsAre("2025 270.00 of 300.00: 1050.00"));
}

TEST(Quantities, that_are_those_of_the_contract_are_no_finding) {
  const Said split =
      said(hundred, {{"1", "office", "2025-01-01", "2025-01-31", "60", "35.00", "2100.00"},
                     {"2", "office", "2025-01-01", "2025-01-31", "40", "35.00", "1400.00"}});
  EXPECT_THAT(split.gaps, IsEmpty());
  EXPECT_TRUE(split.audit.quantities_compared);
  EXPECT_FALSE(split.audit.needs_attention());
  // A third of a month, in hundredths.
  EXPECT_THAT(said("quantity = { per_month = 10 }\n",
                   {{"1", "office", "2025-01-01", "2025-01-10", "3.23", "35.00", "113.05"}})
                  .gaps,
              IsEmpty());
}

TEST(Quantities, of_a_month_charged_twice_are_asked_once) {
  const Said made =
      said(hundred, {{"1", "office", "2025-01-01", "2025-01-31", "100", "35.00", "3500.00"},
                     {"2", "office", "2025-01-01", "2025-01-31", "100", "35.00", "3500.00"}});
  EXPECT_EQ(made.audit.twice.size(), 1U);
  EXPECT_THAT(made.gaps, IsEmpty());
}

TEST(Quantities, count_after_what_was_taken_back) {
  EXPECT_THAT(
      said(hundred, {{"1", "office", "2025-01-01", "2025-01-31", "120", "35.00", "4200.00"},
                     {"2", "office", "2025-01-01", "2025-01-31", "-20", "35.00", "-700.00"}})
          .gaps,
      IsEmpty());
}

TEST(Quantities, of_a_line_with_tiers_differ_by_what_the_tiers_come_to) {
  const char* const waste =
      "[price.waste]\nunit = \"tonne\"\nprice_date = 2024-01-01\ntier_kind = \"graduated\"\n"
      "tiers = [{ up_to = 10, unit_price = 100.00 }, { up_to = 20, unit_price = 90.00 }, "
      "{ unit_price = 80.00 }]\nquantity = { per_month = 25 }\n";
  EXPECT_THAT(
      said("", {{"1", "waste", "2025-01-01", "2025-01-31", "20", "95.00", "1900.00"}}, waste).gaps,
      ElementsAre("2025 20.00 of 25.00: 400.00"));
  EXPECT_THAT(
      said("", {{"1", "waste", "2025-01-01", "2025-01-31", "30", "90.00", "2700.00"}}, waste).gaps,
      ElementsAre("2025 30.00 of 25.00: 400.00"));
  // A month that is full and one that is not fill their own tiers.
  EXPECT_THAT(said("",
                   {{"1", "waste", "2025-01-01", "2025-01-31", "25", "92.00", "2300.00"},
                    {"2", "waste", "2025-02-01", "2025-02-28", "15", "96.6667", "1450.00"}},
                   waste)
                  .gaps,
              ElementsAre("2025 40.00 of 50.00: 850.00"));
}

TEST(Quantities, are_not_compared_where_the_contract_states_none) {
  const Said made =
      said("", {{"1", "office", "2025-01-01", "2025-01-31", "120", "35.00", "4200.00"}});
  EXPECT_FALSE(made.audit.quantities_compared);
  EXPECT_FALSE(made.audit.needs_attention());
}

}  // namespace questions_test
