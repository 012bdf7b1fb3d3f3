#include <gmock/gmock.h>

#include <algorithm>
#include <memory>

#include "pricetalk/invoice/invoice.hpp"

namespace pricetalk {
namespace layout_test {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

SourcePtr source(std::string bytes) {
  return std::make_shared<const SourceText>("f.csv", std::move(bytes));
}

struct Read {
  std::vector<InvoiceLine> rows;
  Diagnostics problems;
  std::string layout;
  bool usable = false;
};

Read read(std::string bytes, const std::string& columns = "") {
  Read made;
  std::shared_ptr<const ColumnTerms> terms;
  if (!columns.empty()) {
    auto loaded = read_columns(source("schema = 1\n" + columns));
    made.problems.append(loaded.diagnostics);
    terms = loaded.value.value_or(nullptr);
  }
  InvoiceRows rows(source(std::move(bytes)), terms.get(), made.problems);
  made.usable = rows.usable();
  if (!made.usable) return made;
  made.layout = rows.read_as().en;
  for (InvoiceLine line; rows.next(line);) made.rows.push_back(line);
  return made;
}

/// "2:5 A0105" of every problem, in order of position.
std::vector<std::string> problems(const Read& read) {
  std::vector<std::string> made;
  for (const Diagnostic& each : read.problems.sorted()) {
    const auto at = each.span.source->position(each.span.begin);
    made.push_back(std::to_string(at.line) + ":" + std::to_string(at.column) + " " + each.code);
  }
  return made;
}

const std::string dutch =
    "Factuurnr;Factuurdatum;Omschrijving;Van;T/m;Aantal;Prijs;Bedrag excl. btw;Btw;Project\r\n"
    "F1;31-1-25;Raadhuis;1-1-25;31-1-25;1.250;34,85;43.562,50;9.148,13;X\r\n"
    "F2;1-2-25;Raadhuis;1-1-25;31-1-25;10-;34,85;348,50-;73,19-;X\r\n";

TEST(InvoiceLayout, of_a_dutch_bookkeeping_program_is_told_from_the_file) {
  const Read found = read(dutch);
  EXPECT_THAT(problems(found), IsEmpty());
  EXPECT_EQ(found.layout,
            "UTF-8, ; between columns, decimal comma, day-month-year; not used: Project");
  ASSERT_EQ(found.rows.size(), 2U);
  const InvoiceLine& first = found.rows[0];
  EXPECT_EQ(first.invoice + first.line, "F1Raadhuis");
  EXPECT_EQ(first.from.text() + first.to.text() + first.date.text(),
            "2025-01-012025-01-312025-01-31");
  EXPECT_EQ(first.quantity.text(), "1250");
  EXPECT_EQ(first.unit_price->text(), "34.85");
  EXPECT_EQ(first.amount.text() + " " + first.vat->text(), "43562.50 9148.13");
  EXPECT_EQ(first.kind, InvoiceKind::invoice);
  EXPECT_EQ(first.where.place(), "f.csv:2");
  const InvoiceLine& second = found.rows[1];
  EXPECT_EQ(second.kind, InvoiceKind::credit);
  EXPECT_EQ(second.quantity.text() + second.amount.text(), "-10-348.50");
}

TEST(InvoiceLayout, of_a_german_and_of_a_french_bookkeeping_program_is_told_as_well) {
  const Read german = read(
      "Belegdatum;Belegnummer;Leistungszeitraum;Text;Menge;BME;Einzelpreis;Betrag;S/H;MwSt\n"
      "31.01.2025;RE-1;01.01.2025 - 31.01.2025;Reinigung;100,00;STD;35,02;3.502,00;S;19\n");
  EXPECT_THAT(problems(german), IsEmpty());
  ASSERT_EQ(german.rows.size(), 1U);
  EXPECT_EQ(german.rows[0].invoice + german.rows[0].line + german.rows[0].unit, "RE-1ReinigungSTD");
  EXPECT_EQ(german.rows[0].to.text() + " " + german.rows[0].amount.text(), "2025-01-31 3502.00");
  const Read french = read(
      "N\xC2\xB0 de facture;Date de facture;P\xC3\xA9riode;D\xC3\xA9signation;Quantit\xC3\xA9;"
      "Unit\xC3\xA9;Prix unitaire HT;Montant HT\n"
      "FA-1;31/01/2025;janvier 2025;Nettoyage;100,00;heure;35,02;3 502,00\n");
  EXPECT_THAT(problems(french), IsEmpty());
  ASSERT_EQ(french.rows.size(), 1U);
  EXPECT_EQ(french.rows[0].invoice + french.rows[0].line + french.rows[0].unit,
            "FA-1Nettoyageheure");
  EXPECT_EQ(french.rows[0].to.text() + " " + french.rows[0].amount.text(), "2025-01-31 3502.00");
}

TEST(InvoiceLayout, of_a_heading_with_other_meanings_gives_way_to_one_without) {
  const Read found = read(
      "Rechnungsnr;Belegnummer;Rechnungsdatum;Buchungsdatum;Bezeichnung;Text;Zeitraum;Menge;"
      "Betrag\nRE-1;51;31.01.2025;03.02.2025;Reinigung;ok;01.2025;100;3502,00\n");
  EXPECT_THAT(problems(found), IsEmpty());
  ASSERT_EQ(found.rows.size(), 1U);
  EXPECT_EQ(found.rows[0].invoice + found.rows[0].line + found.rows[0].date.text(),
            "RE-1Reinigung2025-01-31");
  EXPECT_THAT(found.layout, HasSubstr("not used: Belegnummer, Buchungsdatum, Text"));
}

TEST(InvoiceLayout, holds_in_every_encoding) {
  const std::string head = "Rechnungsnr;Bezeichnung;Zeitraum;Menge;Betrag\n";
  const auto lines = [&](const std::string& name) {
    return head + "R1;" + name + ";M" + "\xC3\xA4" + "rz 2025;1;10,00\n";
  };
  const std::string utf8 = lines("Caf\xC3\xA9");
  std::string windows;
  std::string little = "\xFF\xFE";
  std::string big = "\xFE\xFF";
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    unsigned char byte = static_cast<unsigned char>(utf8[i]);
    if (byte == 0xC3)  // é and ä lie at 0xC3 0xA9 and 0xC3 0xA4: U+00E9 and U+00E4
      byte = static_cast<unsigned char>(static_cast<unsigned char>(utf8[++i]) + 0x40);
    windows += static_cast<char>(byte);
    little += static_cast<char>(byte);
    little += '\0';
    big += '\0';
    big += static_cast<char>(byte);
  }
  const std::pair<std::string, std::string> all[] = {
      {utf8, "UTF-8"},           {"\xEF\xBB\xBF" + utf8, "UTF-8"},
      {windows, "Windows-1252"}, {little, "UTF-16"},
      {big, "UTF-16"},           {little.substr(2), "UTF-16"}};
  for (const auto& [bytes, name] : all) {
    const Read found = read(bytes);
    EXPECT_THAT(problems(found), IsEmpty()) << name;
    EXPECT_THAT(found.layout, HasSubstr(name));
    ASSERT_EQ(found.rows.size(), 1U) << name;
    EXPECT_EQ(found.rows[0].line, "Caf\xC3\xA9");
    EXPECT_EQ(found.rows[0].from.text(), "2025-03-01");
  }
}

TEST(InvoiceLayout, has_comma_semicolon_tab_or_bar_between_columns) {
  for (const char mark : {',', ';', '\t', '|'}) {
    std::string bytes = "Invoice number;Description;Period;Qty;Net amount\nF1;a;2025-01;1;10.50\n";
    std::replace(bytes.begin(), bytes.end(), ';', mark);
    const Read found = read(bytes);
    ASSERT_EQ(found.rows.size(), 1U) << mark;
    EXPECT_EQ(found.rows[0].amount.text(), "10.50");
  }
  EXPECT_EQ(read("sep=|\nInvoice|Description|Period|Qty|Amount\nF1|a|2025-01|1|2\n").rows.size(),
            1U);
}

TEST(InvoiceLayout, is_never_guessed_where_day_and_month_can_change_places) {
  const std::string bytes =
      "Factuur;Omschrijving;Van;T/m;Aantal;Bedrag\nF1;a;1-2-25;5-3-25;1;10,00\n";
  const Read found = read(bytes);
  EXPECT_FALSE(found.usable);
  EXPECT_THAT(problems(found), ElementsAre("2:6 A0113"));
  EXPECT_THAT(found.problems.list().front().hint.en, HasSubstr("dates = \"day-month-year\""));
  EXPECT_EQ(read(bytes, "dates = \"day-month-year\"\n").rows.at(0).from.text(), "2025-02-01");
  EXPECT_EQ(read(bytes, "dates = \"month-day-year\"\n").rows.at(0).from.text(), "2025-01-02");
}

TEST(InvoiceLayout, is_never_guessed_where_a_mark_can_be_decimal_or_thousands) {
  const std::string bytes = "Factuur;Omschrijving;Periode;Aantal;Bedrag\nF1;a;2025-01;1;1.234\n";
  const Read found = read(bytes);
  EXPECT_FALSE(found.usable);
  EXPECT_THAT(problems(found), ElementsAre("2:16 A0114"));
  EXPECT_EQ(read(bytes, "decimal = \",\"\n").rows.at(0).amount.text(), "1234");
  EXPECT_EQ(read(bytes, "decimal = \".\"\n").rows.at(0).amount.text(), "1.234");
  // One other number is enough.
  EXPECT_EQ(read(bytes + "F2;a;2025-01;1;0,50\n").rows.at(0).amount.text(), "1234");
}

TEST(InvoiceLayout, is_not_settled_by_rows_that_say_the_opposite) {
  const Read found = read(
      "Factuur;Omschrijving;Periode;Aantal;Bedrag\n"
      "F1;a;2025-01;1;1,50\nF2;a;2025-01;1;1,75\nF3;a;2025-01;1;1.5\n");
  EXPECT_EQ(found.rows.size(), 2U);
  EXPECT_THAT(problems(found), ElementsAre("4:16 A0105"));
}

TEST(InvoiceLayout, follows_a_column_file) {
  const Read found = read(
      "Export van vandaag\n"
      "Nr;Klant;Dag;Hoeveel;Som\n"
      "17;W;20251001;3;1.234,50\n",
      "skip = 1\n"
      "period_of = \"month-before-date\"\n"
      "[columns]\n"
      "invoice = \"Nr\"\n"
      "date = \"Dag\"\n"
      "quantity = \"hoeveel\"\n"
      "amount = \"Som\"\n"
      "[fixed]\n"
      "line = \"cleaning\"\n"
      "currency = \"EUR\"\n"
      "order = \"4500\"\n");
  EXPECT_THAT(problems(found), IsEmpty());
  ASSERT_EQ(found.rows.size(), 1U);
  const InvoiceLine& row = found.rows[0];
  EXPECT_EQ(row.line + row.amount.text(), "cleaning1234.50");
  EXPECT_EQ(row.from.text() + row.to.text(), "2025-09-012025-09-30");
  EXPECT_EQ(row.head->currency->code(), "EUR");
  EXPECT_THAT(row.head->orders, ElementsAre("4500"));
}

TEST(InvoiceLayout, names_the_column_that_a_column_file_means) {
  const Read found = read(dutch, "[columns]\namount = \"Bedrag exclu\"\n");
  EXPECT_FALSE(found.usable);
  EXPECT_THAT(problems(found), ElementsAre("3:10 A0112"));
}

TEST(InvoiceLayout, asks_which_of_two_columns_is_meant) {
  const Read found =
      read("Factuur;Omschrijving;Periode;Aantal;Bedrag;Nettobedrag\nF1;a;2025-01;1;2,00;3,00\n");
  EXPECT_THAT(problems(found), ElementsAre("1:44 A0115"));
  EXPECT_EQ(
      read("Factuur;Omschrijving;Periode;Aantal;Bedrag;Nettobedrag\nF1;a;2025-01;1;2,00;3,00\n",
           "[columns]\namount = \"Nettobedrag\"\n")
          .rows.at(0)
          .amount.text(),
      "3.00");
}

TEST(InvoiceLayout, leaves_out_a_vat_column_of_words) {
  const Read found =
      read("Factuur;Omschrijving;Periode;Aantal;Bedrag;Btw\nF1;a;2025-01;1;2,00;Hoog\n");
  ASSERT_EQ(found.rows.size(), 1U);
  EXPECT_FALSE(found.rows[0].vat);
  EXPECT_THAT(found.layout, HasSubstr("not used: Btw"));
}

TEST(InvoiceLayout, asks_whether_an_amount_beside_a_rate_holds_vat_where_nothing_tells) {
  for (const char* cell : {"Hoog 21%", "21"})
    EXPECT_THAT(problems(read(std::string("Factuur;Omschrijving;Periode;Aantal;Bedrag;Btw\n"
                                          "F1;a;2025-01;1;2,00;") +
                              cell + "\n")),
                ElementsAre("2:1 A0163"))
        << cell;
}

TEST(InvoiceLayout, takes_the_vat_of_a_rate_where_the_amount_is_without_it) {
  const Read found = read(
      "Factuur;Omschrijving;Periode;Aantal;Bedrag excl. btw;Btw\nF1;a;2025-01;1;2,00;Hoog 21%\n");
  ASSERT_EQ(found.rows.size(), 1U);
  EXPECT_EQ(found.rows[0].vat->text(), "0.42");
  EXPECT_THAT(found.layout, HasSubstr("Btw is a rate"));
}

TEST(InvoiceLayout, refuses_what_is_no_text) {
  EXPECT_THAT(problems(read(std::string("PK\x03\x04rest", 8))), ElementsAre("1:1 A0122"));
  EXPECT_THAT(problems(read("%PDF-1.7\n")), ElementsAre("1:1 A0122"));
  EXPECT_THAT(problems(read(std::string("a,b\0\0\0,c\n", 10))), ElementsAre("1:1 A0122"));
  EXPECT_THAT(problems(read("\xEF\xBB\xBF"
                            "a\xE9"
                            "b\n")),
              ElementsAre("1:2 A0123"));
  EXPECT_THAT(problems(read("Naam;Adres\nx;y\n")), ElementsAre("1:1 A0101"));
}

TEST(InvoiceLayout, numbers_beyond_any_invoice_are_reported_and_not_added_up) {
  const std::string heading = "Factuur;Omschrijving;Periode;Aantal;Prijs;Bedrag\n";
  EXPECT_THAT(problems(read(heading + "F1;a;2025-01;1;;9999999999999999,00\n")),
              ElementsAre("2:1 A0105"));
  EXPECT_THAT(problems(read(heading + "F1;a;2025-01;999999999;9999999,5;1,00\n")),
              ElementsAre("2:1 A0105"));
  EXPECT_THAT(problems(read(heading + "F1;a;2025-01;1;;1,00000000001\n")),
              ElementsAre("2:1 A0105"));
}

TEST(InvoiceLayout, keeps_its_text_alive_with_the_rows) {
  std::vector<InvoiceLine> rows;
  {
    Diagnostics unused;
    InvoiceRows reader(
        source("Factuur;Omschrijving;Periode;Aantal;Bedrag\nF1;caf\xE9;2025-01;1;2\n"), nullptr,
        unused);
    for (InvoiceLine line; reader.next(line);) rows.push_back(line);
  }
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_THAT(std::string(rows[0].where.text()), HasSubstr("caf\xC3\xA9"));
}

TEST(ColumnFile, reports_marks_that_cannot_be) {
  const auto codes = [](const std::string& text) {
    const auto read = read_columns(source("schema = 1\n" + text));
    std::vector<std::string> made;
    for (const Diagnostic& each : read.diagnostics.list()) made.push_back(each.code);
    return made;
  };
  EXPECT_THAT(codes("delimiter = \"x\"\n"), ElementsAre("A0110"));
  EXPECT_THAT(codes("decimal = \";\"\n"), ElementsAre("A0110"));
  EXPECT_THAT(codes("decimal = \",\"\nthousands = \",\"\n"), ElementsAre("A0111"));
  EXPECT_THAT(codes("[fixed]\nperiod = \"ooit\"\n"), ElementsAre("A0116"));
  EXPECT_THAT(codes("delimiter = \"tab\"\ndecimal = \",\"\nthousands = \"\"\n"), IsEmpty());
}

TEST(InvoiceLayout, a_code_of_vat_is_no_rate_of_it) {
  const Read found = read(
      "Factuurnummer;Factuurdatum;Omschrijving;Van;T/m;Aantal;Prijs;Bedrag excl. btw;Btw-code\n"
      "F1;31-01-2025;Raadhuis;01-01-2025;31-01-2025;100;37,40;3740,00;4\n"
      "F2;28-02-2025;Raadhuis;01-02-2025;28-02-2025;100;37,40;3740,00;5\n");
  EXPECT_THAT(problems(found), IsEmpty());
  ASSERT_EQ(found.rows.size(), 2U);
  EXPECT_EQ(found.rows.front().amount.text(), "3740.00");
  EXPECT_FALSE(found.rows.front().vat);
}

TEST(InvoiceLayout, a_column_of_units_is_handed_over_as_it_is_written) {
  const Read found = read(
      "Factuur;Datum;Omschrijving;Van;T/m;Aantal;Eenheid;Prijs;Bedrag;Unit\n"
      "F1;31-1-2025;a;1-1-2025;31-1-2025;10;uur;35,00;350,00;Noord\n");
  EXPECT_THAT(problems(found), IsEmpty());
  ASSERT_EQ(found.rows.size(), 1U);
  EXPECT_EQ(found.rows.front().unit, "uur");
}

}  // namespace layout_test
}  // namespace pricetalk
