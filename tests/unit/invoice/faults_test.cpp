#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>
#include <sstream>

#include "pricetalk/invoice/invoice.hpp"

// Files of bookkeeping programs that were once read wrongly (tests/unit/invoice/faults), and files
// of the same kinds, each with its right answer.

namespace pricetalk {
namespace faults_test {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

SourcePtr text_source(std::string bytes) {
  return std::make_shared<const SourceText>("f.csv", std::move(bytes));
}

std::string file(const std::string& name) {
  std::ifstream stream(PRICETALK_ROOT "/tests/unit/invoice/faults/" + name, std::ios::binary);
  EXPECT_TRUE(stream) << name;
  return {std::istreambuf_iterator<char>(stream), {}};
}

struct Outcome {
  std::vector<std::string> rows;  ///< "F1 invoice 100 3485.00 731.85"
  std::vector<std::string> codes;
  std::string read_as;
};

Outcome outcome(const std::string& bytes, const std::string& columns = "") {
  Outcome made;
  Diagnostics problems;
  std::shared_ptr<const ColumnTerms> terms;
  if (!columns.empty()) {
    const auto loaded = read_columns(text_source(columns));
    for (const Diagnostic& each : loaded.diagnostics.list()) made.codes.push_back(each.code);
    terms = loaded.value.value_or(nullptr);
  }
  InvoiceRows rows(text_source(bytes), terms.get(), problems);
  if (rows.usable()) {
    for (InvoiceLine row; rows.next(row);)
      made.rows.push_back(row.invoice + (row.kind == InvoiceKind::credit ? " credit " : " ") +
                          row.quantity.text() + " " + row.amount.text() +
                          (row.vat ? " " + row.vat->text() : ""));
    made.read_as = rows.read_as().en;
  }
  for (const Diagnostic& each : problems.list()) made.codes.push_back(each.code);
  return made;
}

Outcome outcome_of(const std::string& name) { return outcome(file(name)); }

const std::string heading = "Factuurnr;Factuurdatum;Omschrijving;Van;T/m;Aantal;Prijs;Bedrag";
std::string row_of(const std::string& invoice, const std::string& rest) {
  return invoice + ";31-01-25;a;01-01-25;31-01-25;" + rest + "\n";
}

TEST(ReadingFaults, a_negative_amount_in_our_own_layout_is_a_credit) {
  EXPECT_THAT(outcome_of("01-own-layout-credit.csv").rows,
              ElementsAre("F1 100 3685.00", "C1 credit 0 -200.00"));
}

TEST(ReadingFaults, a_column_of_percents_is_no_column_of_vat) {
  const Outcome found = outcome_of("05-vat-percent-column.csv");
  EXPECT_THAT(found.rows, ElementsAre("F1 100 3685.00 773.85", "F2 100 3685.00 773.85"));
  EXPECT_THAT(found.read_as, HasSubstr("Btw % is a rate"));
  // Without the sign in the heading as well.
  EXPECT_THAT(outcome(heading + ";Btw\n" + row_of("F1", "2;50,00;100,00;21") +
                      row_of("F2", "4;50,00;200,00;9"))
                  .rows,
              ElementsAre("F1 2 100.00 21.00", "F2 4 200.00 18.00"));
}

TEST(ReadingFaults, a_rate_that_says_reverse_charge_or_exempt_is_zero) {
  for (const char* const word : {"verlegd", "Btw verlegd", "Vrijgesteld", "reverse charge",
                                 "exempt", "n.v.t.", "steuerfrei", "Autoliquidation"})
    EXPECT_THAT(outcome(heading + ";Btw %\n" + row_of("F1", "2;50,00;100,00;21") +
                        row_of("F2", "4;50,00;200,00;" + std::string(word)))
                    .rows,
                ElementsAre("F1 2 100.00 21.00", "F2 4 200.00 0.00"))
        << word;
}

TEST(ReadingFaults, debit_and_credit_of_one_column_or_of_two_are_a_question) {
  const Outcome found = outcome_of("07-debit-credit-column.csv");
  EXPECT_THAT(found.rows, IsEmpty());
  EXPECT_THAT(found.codes, ElementsAre("A0162"));
  const std::string seller = "schema = 1\n[columns]\nkind = \"D/C\"\n";
  EXPECT_THAT(outcome(file("07-debit-credit-column.csv"), seller).rows,
              ElementsAre("F1 100 3485.00", "F3 credit 10 348.50"));
  EXPECT_THAT(outcome(file("07-debit-credit-column.csv"),
                      "schema = 1\ncredit_word = \"D\"\n[columns]\nkind = \"D/C\"\n")
                  .rows,
              ElementsAre("F1 credit 100 3485.00", "F3 10 348.50"));
  EXPECT_THAT(outcome(file("07-debit-credit-column.csv"), "schema = 1\nignore = [\"D/C\"]\n").rows,
              ElementsAre("F1 100 3485.00", "F3 10 348.50"));
  for (const std::string words : {"Af;Bij", "+;-", "Debet;Credit", "S;H", "DR;CR"}) {
    const auto at = words.find(';');
    EXPECT_THAT(
        outcome(heading + ";Soort\n" + row_of("F1", "2;50,00;100,00;" + words.substr(0, at)) +
                row_of("F2", "1;50,00;50,00;" + words.substr(at + 1)))
            .codes,
        ElementsAre("A0162"))
        << words;
  }
  const std::string two =
      "Factuurnr;Omschrijving;Periode;Aantal;Debet;Credit\n"
      "F1;a;2025-01;1;100,00;\nF2;a;2025-01;1;;40,00\n";
  EXPECT_THAT(outcome(two).codes, ElementsAre("A0162"));
  EXPECT_THAT(outcome(two, "schema = 1\n[columns]\namount = \"Debet\"\ncredit = \"Credit\"\n").rows,
              ElementsAre("F1 1 100.00", "F2 credit 1 -40.00"));
}

TEST(ReadingFaults, words_that_can_mean_a_credit_only_are_taken) {
  EXPECT_THAT(outcome(heading + ";Type\n" + row_of("F1", "2;50,00;100,00;Factuur") +
                      row_of("C1", "1;50,00;50,00;Creditnota"))
                  .rows,
              ElementsAre("F1 2 100.00", "C1 credit 1 50.00"));
}

TEST(ReadingFaults, words_that_say_what_the_signs_say_are_no_question) {
  EXPECT_THAT(outcome(heading + ";D/C\n" + row_of("F1", "2;50,00;100,00;D") +
                      row_of("C1", "1;50,00;-50,00;C"))
                  .rows,
              ElementsAre("F1 2 100.00", "C1 credit 1 -50.00"));
}

TEST(ReadingFaults, hours_with_a_point_beside_amounts_with_a_comma_are_no_thousands) {
  EXPECT_THAT(outcome_of("09-hours-with-point.csv").rows,
              ElementsAre("F1 7.500 261.38 54.89", "F2 8.250 287.51 60.38"));
  // Where no price tells, it is a question.
  EXPECT_THAT(
      outcome("Factuurnr;Omschrijving;Periode;Aantal;Bedrag\nF1;a;2025-01;7.500;261,38\n").codes,
      ElementsAre("A0163"));
}

TEST(ReadingFaults, amounts_with_vat_lose_it_where_the_rows_prove_it) {
  const Outcome found = outcome(heading + ";Btw\n" + row_of("F1", "2;50,00;121,00;21,00") +
                                row_of("F2", "4;50,00;242,00;42,00"));
  EXPECT_THAT(found.rows, ElementsAre("F1 2 100.00 21.00", "F2 4 200.00 42.00"));
  EXPECT_THAT(found.read_as,
              HasSubstr("Bedrag is with VAT, which is taken off: 2 of 2 rows add up so"));
  // With a rate instead of an amount.
  EXPECT_THAT(outcome(heading + ";Btw %\n" + row_of("F1", "2;50,00;121,00;21") +
                      row_of("F2", "4;50,00;242,00;21"))
                  .rows,
              ElementsAre("F1 2 100.00 21.00", "F2 4 200.00 42.00"));
}

TEST(ReadingFaults, prices_with_vat_are_not_held_against_those_of_the_contract) {
  const Outcome found = outcome(heading + ";Btw\n" + row_of("F1", "2;60,50;121,00;21,00") +
                                row_of("F2", "4;60,50;242,00;42,00"));
  EXPECT_THAT(found.rows, ElementsAre("F1 2 100.00 21.00", "F2 4 200.00 42.00"));
  EXPECT_THAT(found.read_as, HasSubstr("Prijs is with VAT, and is not judged by itself"));
}

TEST(ReadingFaults, a_discount_is_part_of_what_a_row_adds_up_to) {
  const std::string with_discount =
      "Factuurnr;Omschrijving;Periode;Aantal;Prijs;Korting %;Bedrag\n"
      "F1;a;2025-01;2;50,00;10;90,00\nF2;a;2025-02;2;50,00;;100,00\nF3;a;2025-03;4;50,00;5;190,"
      "00\n";
  EXPECT_THAT(outcome(with_discount).rows, ElementsAre("F1 2 90.00", "F2 2 100.00", "F3 4 190.00"));
  Diagnostics problems;
  InvoiceRows rows(text_source(with_discount), nullptr, problems);
  InvoiceLine row;
  ASSERT_TRUE(rows.next(row));
  EXPECT_EQ(row.unit_price->text(), "45") << "the price that is charged";
  EXPECT_THAT(rows.read_as().en, HasSubstr("1 of 1 rows"));
}

TEST(ReadingFaults, a_column_of_credits_beside_an_amount_without_a_sign_is_a_question) {
  const std::string with_amount = "Factuurnr;Omschrijving;Periode;Aantal;Debet;Credit;Bedrag\n";
  EXPECT_THAT(
      outcome(with_amount + "F1;a;2025-01;1;100,00;;121,00\nF2;a;2025-01;1;;40,00;48,40\n").codes,
      ElementsAre("A0162"));
  EXPECT_THAT(
      outcome(with_amount + "F1;a;2025-01;1;100,00;;121,00\nF2;a;2025-01;1;;40,00;-48,40\n").codes,
      IsEmpty());
}

TEST(ReadingFaults, amounts_with_vat_of_which_no_column_tells_how_much_are_a_question) {
  const std::string said =
      "Factuurnr;Omschrijving;Periode;Aantal;Bedrag incl. btw\nF1;a;2025-01;100;4.216,85\n";
  EXPECT_THAT(outcome(said).codes, ElementsAre("A0163"));
  EXPECT_THAT(outcome(said, "schema = 1\namount_is = \"with-vat\"\n").codes, ElementsAre("A0163"));
  EXPECT_THAT(outcome(said, "schema = 1\namount_is = \"without-vat\"\n").rows,
              ElementsAre("F1 100 4216.85"));
  EXPECT_THAT(outcome("Factuurnr;Omschrijving;Periode;Aantal;Prijs;Netto;Bruto\n"
                      "F1;a;2025-01;100;34,85;3.485,00;4.216,85\n")
                  .rows,
              ElementsAre("F1 100 3485.00"));
}

TEST(ReadingFaults, quantity_times_price_with_a_rate_on_top_shows_the_vat_of_a_file) {
  const std::string columns = "Factuurnr;Omschrijving;Periode;Aantal;Prijs;Bedrag\n";
  const std::string high = "F1;a;2025-01;100;34,85;4.216,85\n";
  // One row is too little to tell.
  EXPECT_THAT(outcome(columns + high).codes, ElementsAre("A0163"));
  EXPECT_THAT(outcome(columns + high + "F2;a;2025-02;10;34,85;421,69\n").rows,
              ElementsAre("F1 100 3485.00 731.85", "F2 10 348.50 73.19"));
  // Two rates, one row without, and one that shows none.
  EXPECT_THAT(outcome(columns + high + "F2;a;2025-02;10;34,85;379,87\n").rows,
              ElementsAre("F1 100 3485.00 731.85", "F2 10 348.50 31.37"));
  EXPECT_THAT(
      outcome(columns + high + "F2;a;2025-02;10;34,85;421,69\nF3;a;2025-03;10;34,85;348,50\n").rows,
      ElementsAre("F1 100 3485.00 731.85", "F2 10 348.50 73.19", "F3 10 348.50"));
  EXPECT_THAT(
      outcome(columns + high + "F2;a;2025-02;10;34,85;421,69\nF3;b;2025-03;1;;121,00\n").rows,
      ElementsAre("F1 100 3485.00 731.85", "F2 10 348.50 73.19", "F3 1 100.00 21.00"));
  EXPECT_THAT(
      outcome(columns + high + "F2;a;2025-02;10;34,85;379,87\nF3;b;2025-03;1;;121,00\n").codes,
      ElementsAre("A0163"));
  // A heading that says that it is without VAT is asked about.
  EXPECT_THAT(outcome("Factuurnr;Omschrijving;Periode;Aantal;Prijs;Bedrag excl. btw\n" + high +
                      "F2;a;2025-02;10;34,85;421,69\n")
                  .codes,
              ElementsAre("A0163"));
}

TEST(ReadingFaults, a_price_that_is_rounded_as_it_is_printed_makes_no_row_wrong) {
  EXPECT_THAT(outcome("Factuurnr;Omschrijving;Periode;Aantal;Prijs;Bedrag\n"
                      "F1;a;2025-01;1000;12,35;12.345,60\nF2;a;2025-02;2000;12,35;24.691,20\n"
                      "F3;a;2025-03;1500;12,35;18.518,40\n")
                  .rows,
              ElementsAre("F1 1000 12345.60", "F2 2000 24691.20", "F3 1500 18518.40"));
}

TEST(ReadingFaults, nothing_and_at_no_charge_are_understood_in_words) {
  EXPECT_THAT(outcome("Factuurnr;Omschrijving;Periode;Aantal;Prijs;Bedrag;Valuta;Bestelling\n"
                      "F1;a;2025-01;2;50,00;100,00;Euro;n.v.t.\nF2;a;2025-02;1;gratis;0,00;€;-\n"
                      "F3;a;2025-03;1;-;n/c;eur;N/A\n")
                  .rows,
              ElementsAre("F1 2 100.00", "F2 1 0.00", "F3 1 0"));
}

TEST(ReadingFaults, a_minus_row_of_kind_invoice_in_our_own_layout_gives_back) {
  const Outcome found = outcome(
      "invoice,date,line,from,to,quantity,unit_price,amount,vat,kind\n"
      "F1,2025-01-31,a,2025-01-01,2025-01-31,100,36.85,3685.00,,invoice\n"
      "C1,2025-02-28,a,2025-01-01,2025-01-31,-100,36.85,-3685.00,,invoice\n");
  EXPECT_THAT(found.rows, ElementsAre("F1 100 3685.00", "C1 credit -100 -3685.00"));
}

TEST(ReadingFaults, what_is_not_charged_is_known_for_what_it_is) {
  const Outcome found = outcome_of("20-empty-rows.csv");
  EXPECT_THAT(found.codes, IsEmpty());
  EXPECT_EQ(found.rows.size(), 3U);
  EXPECT_THAT(found.read_as, HasSubstr("empty rows: 4"));
  const Outcome junk =
      outcome(heading + "\n" + row_of("F1", "2;50,00;100,00") + heading + "\n" +
              row_of("F2", "1;50,00;50,00") + ";;Totaal;;;;;150,00\n" + "Pagina 1 van 2\n");
  EXPECT_THAT(junk.codes, IsEmpty());
  EXPECT_THAT(junk.rows, ElementsAre("F1 2 100.00", "F2 1 50.00"));
  EXPECT_THAT(junk.read_as, HasSubstr("headings repeated: 1 (line 3); totals, not charged: 1 "
                                      "(line 5); rows of text alone: 1 (line 6)"));
}

TEST(ReadingFaults, a_thing_whose_name_begins_as_a_total_is_charged) {
  const Outcome found = outcome(
      "Factuurnr;Factuurdatum;Omschrijving;Van;T/m;Aantal;Prijs;Bedrag\n"
      "F1;31-01-25;Totaalonderhoud lift;01-01-25;31-01-25;;;250,00\n" +
      row_of("F2", "1;50,00;50,00"));
  EXPECT_EQ(found.rows.size() + found.codes.size(), 2U);
  EXPECT_THAT(found.read_as, testing::Not(HasSubstr("totals")));
}

TEST(ReadingFaults, a_row_without_a_number_is_not_taken_for_a_total) {
  const Outcome found = outcome_of("14-row-not-read.csv");
  EXPECT_EQ(found.rows.size(), 2U);
  EXPECT_THAT(found.codes, testing::Contains("A0104"));
}

TEST(ReadingFaults, a_column_that_means_nothing_stands_in_no_way) {
  EXPECT_EQ(outcome_of("16-column-contact.csv").rows.size(), 1U);
  EXPECT_EQ(outcome(file("16-column-contact.csv"), file("16-columns.toml")).rows.size(), 1U);
  EXPECT_EQ(outcome_of("17-paid-yes-no.csv").rows.size(), 2U);
}

TEST(ReadingFaults, the_heading_is_found_below_what_stands_above_it) {
  const std::string name = "19-preamble-with-blank-lines.csv";
  EXPECT_EQ(outcome_of(name).rows.size(), 3U);
  EXPECT_EQ(outcome(file(name), file("skip2.toml")).rows.size(), 3U);
  EXPECT_EQ(outcome(file(name), file("skip4.toml")).rows.size(), 3U);
}

TEST(ReadingFaults, periods_that_nobody_can_tell_are_a_question) {
  EXPECT_THAT(outcome_of("22-no-period.csv").codes, ElementsAre("A0101"));
  EXPECT_THAT(outcome(file("22-no-period.csv"), "schema = 1\nperiod_of = \"month-of-date\"\n").rows,
              ElementsAre("F1 100 3485.00 731.85"));
  EXPECT_THAT(outcome_of("23-period-3-of-13.csv").codes, ElementsAre("A0165"));
  const auto days = [](const std::string& periods) {
    const auto loaded = read_columns(text_source("schema = 1\nperiods = \"" + periods + "\"\n"));
    Diagnostics problems;
    InvoiceRows rows(text_source(file("23-period-3-of-13.csv")), loaded.value->get(), problems);
    InvoiceLine row;
    EXPECT_TRUE(rows.next(row));
    return row.from.text() + " " + row.to.text();
  };
  EXPECT_EQ(days("months"), "2025-03-01 2025-03-31");
  EXPECT_EQ(days("four-weeks"), "2025-02-24 2025-03-23");  // week 1 began on 30 December 2024
}

TEST(ReadingFaults, cells_that_stand_once_count_for_the_rows_below) {
  EXPECT_THAT(outcome("Factuurnr;Omschrijving;Periode;Aantal;Bedrag\nF1;a;2025-01;1;2,00\n"
                      ";b;;3;4,00\n",
                      "schema = 1\nfill_down = [\"invoice\", \"period\"]\n")
                  .rows,
              ElementsAre("F1 1 2.00", "F1 3 4.00"));
}

TEST(InvoiceFaults, e_invoices_that_were_once_read_wrongly_have_their_right_rows) {
  struct Right {
    const char* file;
    std::vector<std::string> rows;
    std::vector<std::string> codes;
  };
  const std::vector<Right> all{
      {"a0-plain.xml", {"B0 100 3485.00 731.85", "B0 2 2400.00 504.00"}, {}},
      {"a-cash-discount.xml", {"B1 100 3485.00 717.21", "B1 2 2400.00 493.92"}, {}},
      {"b3-creditnote-negative.xml", {}, {"A0162"}},
      {"b4-381-storno.xml", {"C4 credit -10 -348.50 -73.19"}, {}},
      {"d-float-quantity.xml", {"D1 2.66666667 92.93", "D1 2 2400.00"}, {}},
      {"e-no-lines.xml", {}, {"A0128"}},
      {"m20-month-for-hours.xml", {"M20 1 3485.00 731.85"}, {}},
      {"p-no-doc-currency-usd.xml", {"P1 100 3485.00"}, {}}};
  for (const Right& right : all) {
    const Outcome found = outcome_of(right.file);
    EXPECT_EQ(found.rows, right.rows) << right.file;
    EXPECT_EQ(found.codes, right.codes) << right.file;
  }
}

}  // namespace faults_test
}  // namespace pricetalk
