#include <gmock/gmock.h>

#include "red_face_case.hpp"

namespace pricetalk {
namespace redface_invoices_test {

using red_face_case::Case;
using red_face_case::charged;
using red_face_case::contract;
using red_face_case::fixed;
using red_face_case::replaced;
using red_face_case::text;
using red_face_case::thresholds;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TEST(RedFaceInvoices, tell_a_charge_that_no_misreading_explains) {
  const Case found(contract(), "2021-06-01",
                   {charged("2021-04-01", "2021-04-30", "10", "110.00", "1100.00"),
                    charged("2021-05-01", "2021-05-31", "10", "111.11", "1111.10")});
  ASSERT_THAT(found.of("charged-above-allowed"), SizeIs(1));
  EXPECT_EQ(text(*found.of("charged-above-allowed")[0].total), "11.10");
  EXPECT_THAT(found.of("clause-misapplied"), IsEmpty());
  const Case right(contract(), "2021-06-01",
                   {charged("2021-04-01", "2021-04-30", "10", "110.00", "1100.00")});
  EXPECT_THAT(right.all(), IsEmpty());
}

TEST(RedFaceInvoices, see_a_row_that_stands_there_twice) {
  const InvoiceLine row = charged("2020-04-01", "2020-04-30", "10", "100.00", "1000.00", "210.00");
  const auto found = Case(fixed(), "2020-06-01", {row, row}).of("paid-twice");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(text(*found[0].total), "1000.00");
  EXPECT_EQ(text(*found[0].vat), "210.00");
  EXPECT_THAT(found[0].title.nl, HasSubstr("F2020-04-01"));
  InvoiceLine next = row;
  next.invoice = "F2";
  next.from = priced::day("2020-05-01");
  next.to = priced::day("2020-05-31");
  EXPECT_THAT(Case(fixed(), "2020-06-01", {row, next}).of("paid-twice"), IsEmpty());
}

TEST(RedFaceInvoices, see_vat_above_the_usual_rate) {
  const auto rows = [](const char* vat) {
    return std::vector<InvoiceLine>{
        charged("2020-02-01", "2020-02-29", "10", "100.00", "1000.00", "90.00"),
        charged("2020-03-01", "2020-03-31", "10", "100.00", "1000.00", "90.00"),
        charged("2020-04-01", "2020-04-30", "10", "100.00", "1000.00", vat)};
  };
  const auto found = Case(fixed(), "2020-06-01", rows("210.00")).of("vat-at-another-rate");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(text(*found[0].total), "120.00");
  EXPECT_THAT(found[0].title.nl, HasSubstr("21% btw in plaats van 9%"));
  EXPECT_THAT(Case(fixed(), "2020-06-01", rows("90.04")).of("vat-at-another-rate"), IsEmpty());
  EXPECT_THAT(Case(fixed(), "2020-06-01", rows("210.00"))
                  .of("vat-at-another-rate", thresholds("vat_amount = 120.01")),
              IsEmpty());
}

std::string tiers(const char* quantity) {
  return replaced(
      fixed("tier_kind = \"volume\"", "", std::string("{ per_month = ") + quantity + " }"),
      "unit_price = 100.00",
      "tiers = [{ up_to = 100, unit_price = 10.00 }, { unit_price = 9.00 }]");
}

TEST(RedFaceInvoices, see_that_a_little_more_would_cost_less) {
  // 101 x 9.00 = 909.00; 91 x 10.00 = 910.00 and 94 x 10.00 = 940.00.
  const auto found = Case(tiers("94"), "2020-06-01").of("lower-price-not-used");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(text(*found[0].per_year), "372.00");  // 31.00 x 12
  EXPECT_THAT(Case(tiers("91"), "2020-06-01").of("lower-price-not-used"),
              IsEmpty());  // 12.00 a year, under 25.00
  EXPECT_THAT(
      Case(tiers("91"), "2020-06-01").of("lower-price-not-used", thresholds("tier_amount = 12.00")),
      SizeIs(1));
  EXPECT_THAT(Case(tiers("101"), "2020-06-01").of("lower-price-not-used"), IsEmpty());
}

std::string announced(const char* change) {
  return contract("", std::string("[[announcement]]\ndate = 2020-10-01\nclause = \"c\"\nfor = "
                                  "2021-01-01\nchange = \"") +
                          change + "\"\n");
}

TEST(RedFaceInvoices, compare_the_first_invoice_with_the_letter) {
  const std::vector<InvoiceLine> right{
      charged("2021-01-01", "2021-01-31", "10", "110.00", "1100.00")};
  const auto found = Case(announced("9%"), "2021-06-01", right).of("not-as-in-the-letter");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].kind, FindingKind::blush);
  EXPECT_EQ(text(*found[0].per_year), "120.00");  // 1.00 x 120
  EXPECT_THAT(found[0].title.nl, HasSubstr("volgens de brief van 1 oktober 2020 is dat € 109,00"));
  EXPECT_THAT(Case(announced("10%"), "2021-06-01", right).of("not-as-in-the-letter"), IsEmpty());
  // Whole percents say 9.5 % to 10.5 %; more decimals say more.
  EXPECT_THAT(Case(announced("9.9%"), "2021-06-01", right).of("not-as-in-the-letter"), SizeIs(1));
  EXPECT_THAT(Case(announced("9.95%"), "2021-06-01", right).of("not-as-in-the-letter"), SizeIs(1));
}

TEST(RedFaceInvoices, compare_no_invoice_of_a_later_price_with_the_letter) {
  const Case found(announced("9%"), "2022-06-01",
                   {charged("2022-01-01", "2022-01-31", "10", "104.50", "1045.00")});
  EXPECT_THAT(found.all(), IsEmpty());
}

TEST(RedFaceInvoices, leave_to_the_audit_what_is_not_allowed_either) {
  const Case found(announced("9%"), "2021-06-01",
                   {charged("2021-01-01", "2021-01-31", "10", "112.00", "1120.00")});
  EXPECT_THAT(found.of("not-as-in-the-letter"), IsEmpty());
  EXPECT_THAT(found.of("charged-above-allowed"), SizeIs(1));
}

TEST(RedFaceInvoices, look_for_the_reduction_of_an_innovation) {
  const std::string lower = fixed("",
                                  "[innovation.i]\nwhat = \"sensors\"\nstart = 2021-03-01\n"
                                  "reduction_per_month = 75.00\n");
  const InvoiceLine march = charged("2021-03-01", "2021-03-31", "10", "100.00", "1000.00");
  const auto found = Case(lower, "2021-06-01", {march}).of("reduction-not-on-invoice");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(text(*found[0].per_year), "900.00");
  InvoiceLine reduction = charged("2021-03-01", "2021-03-31", "1", "", "-75.00");
  reduction.line = "Korting sensoren";
  EXPECT_THAT(Case(lower, "2021-06-01", {march, reduction}).of("reduction-not-on-invoice"),
              IsEmpty());
  EXPECT_THAT(Case(lower, "2021-02-28", {march}).of("reduction-not-on-invoice"), IsEmpty());
}

/// 10.00 too much in May 2021.
Case overcharged(const std::string& told, const char* today = "2021-08-01") {
  return Case(contract("", told), today,
              {charged("2021-05-01", "2021-05-31", "10", "111.00", "1110.00")});
}

TEST(RedFaceInvoices, say_when_a_mistake_was_not_told_yet) {
  const auto found = overcharged("").of("charged-above-allowed");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_FALSE(found[0].told);
  EXPECT_THAT(found[0].to_record, HasSubstr("[[disclosure]]\ndate = 2021-08-01\n"));
  EXPECT_THAT(found[0].to_record, HasSubstr("price = \"p\"\namount = 10.00\n"));
  // What it says to paste is read, and makes the mistake told.
  const auto again = overcharged(found[0].to_record).of("charged-above-allowed");
  ASSERT_THAT(again, SizeIs(1));
  ASSERT_TRUE(again[0].told);
  EXPECT_EQ(text(*again[0].told->open), "10.00");
}

TEST(RedFaceInvoices, say_when_the_customer_was_told_and_what_is_open) {
  const std::string told =
      "[[disclosure]]\ndate = 2021-07-01\nto = \"A\"\nwhat = \"price\"\nprice = \"p\"\namount = "
      "10.00\nrefund_on = 2021-07-15\n";
  const auto late = overcharged(told).of("charged-above-allowed");
  ASSERT_TRUE(late.at(0).told);
  EXPECT_TRUE(late[0].to_record.empty());
  EXPECT_EQ(late[0].told->sentence.nl,
            "verteld op 1 juli 2021 aan A, € 10,00; terug te betalen op 15 juli 2021");
  EXPECT_TRUE(late[0].told->overdue);
  EXPECT_FALSE(overcharged(told, "2021-07-15").of("charged-above-allowed").at(0).told->overdue);
  const auto paid = overcharged(told + "refunded_on = 2021-07-14\n").of("charged-above-allowed");
  ASSERT_TRUE(paid.at(0).told);
  EXPECT_EQ(text(*paid[0].told->open), "0.00");
  EXPECT_FALSE(paid[0].told->overdue);
  const auto part = overcharged(replaced(told, "10.00", "4.00") + "refunded_on = 2021-07-14\n")
                        .of("charged-above-allowed");
  EXPECT_EQ(text(*part.at(0).told->open), "6.00");
  EXPECT_FALSE(overcharged(told, "2021-06-30").of("charged-above-allowed").at(0).told);
}

TEST(RedFaceInvoices, keep_a_disclosure_of_another_rule_apart) {
  const auto found = overcharged(
                         "[[disclosure]]\ndate = 2021-07-01\nwhat = \"x\"\nrule = "
                         "\"clause-misapplied\"\n")
                         .of("charged-above-allowed");
  EXPECT_FALSE(found.at(0).told);
}

}  // namespace redface_invoices_test
}  // namespace pricetalk
