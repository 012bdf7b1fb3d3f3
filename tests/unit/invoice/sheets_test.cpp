#include "invoice/sheets.hpp"

#include <gmock/gmock.h>

#include <memory>

#include "pricetalk/invoice/invoice.hpp"
#include "small_zip.hpp"

namespace pricetalk::invoices {
namespace sheets_test {

using testing::ElementsAre;
using testing::IsEmpty;

using Parts = std::vector<std::pair<std::string, std::string>>;

std::string text_cell(const std::string& at, const std::string& text) {
  return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

/// Sheets by name and rows, style 1 is a day.
Parts book(const std::vector<std::pair<std::string, std::string>>& sheets) {
  std::string list;
  std::string relations;
  Parts made;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    list += "<sheet name=\"" + sheets[i].first + "\" sheetId=\"" + number + "\" r:id=\"r" + number +
            "\"/>";
    relations += "<Relationship Id=\"r" + number + "\" Target=\"worksheets/s" + number + ".xml\"/>";
    made.emplace_back("xl/worksheets/s" + number + ".xml",
                      "<worksheet><sheetData>" + sheets[i].second + "</sheetData></worksheet>");
  }
  made.emplace_back("xl/workbook.xml", "<workbook><sheets>" + list + "</sheets></workbook>");
  made.emplace_back("xl/_rels/workbook.xml.rels",
                    "<Relationships>" + relations + "</Relationships>");
  made.emplace_back("xl/styles.xml",
                    "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
                    "</styleSheet>");
  return made;
}

SourcePtr packed(const Parts& parts) {
  return std::make_shared<const SourceText>("b.xlsx", small_zip(parts));
}

const std::string heading_row =
    "<row r=\"1\">" + text_cell("A1", "Factuur") + text_cell("B1", "Omschrijving") +
    text_cell("C1", "Van") + text_cell("D1", "T/m") + text_cell("E1", "Aantal") +
    text_cell("F1", "Prijs") + text_cell("G1", "Bedrag") + text_cell("H1", "Opmerking") + "</row>";

/// 45658 is 1 January 2025.
std::string row(int number, const std::string& quantity, const std::string& price,
                const std::string& amount) {
  const std::string n = std::to_string(number);
  return "<row r=\"" + n + "\">" + text_cell("A" + n, "F1") + text_cell("B" + n, "a; \"b\"") +
         "<c r=\"C" + n + "\" s=\"1\"><v>45658</v></c><c r=\"D" + n +
         "\" s=\"1\"><v>45688</v></c><c r=\"E" + n + "\"><v>" + quantity + "</v></c><c r=\"F" + n +
         "\"><v>" + price + "</v></c><c r=\"G" + n + "\"><v>" + amount + "</v></c></row>";
}

TEST(InvoiceSheets, gives_rows_with_numbers_and_days_as_they_are_stored) {
  Diagnostics problems;
  const InvoiceSheets found =
      invoice_sheets(packed(book({{"Uitleg", "<row r=\"1\">" + text_cell("A1", "Hallo") + "</row>"},
                                  {"Regels", heading_row + row(2, "1.234", "10", "12.34") +
                                                 row(4, "1234.5", "2", "2469")}})),
                     problems);
  EXPECT_TRUE(problems.empty());
  EXPECT_THAT(found.left_out, ElementsAre("b.xlsx, Uitleg"));
  ASSERT_EQ(found.texts.size(), 1U);
  InvoiceRows rows(found.texts.front(), nullptr, problems);
  std::vector<std::string> read;
  for (InvoiceLine each; rows.next(each);)
    read.push_back(each.where.place() + " " + each.line + " " + each.from.text() + " " +
                   each.quantity.text() + " " + each.amount.text());
  EXPECT_TRUE(problems.empty());
  EXPECT_THAT(read, ElementsAre("b.xlsx, Regels:2 a; \"b\" 2025-01-01 1.2340 12.34",
                                "b.xlsx, Regels:4 a; \"b\" 2025-01-01 1234.50 2469.00"));
  EXPECT_EQ(rows.read_as().en.substr(0, 9), "worksheet");
}

TEST(InvoiceSheets, a_number_that_was_typed_as_text_has_its_comma) {
  Diagnostics problems;
  std::string typed = row(3, "10", "35.2", "0");
  typed.replace(typed.find("<c r=\"G3\">"), typed.size(), text_cell("G3", "352,00-") + "</row>");
  std::string doubtful = row(4, "10", "35.2", "0");
  doubtful.replace(doubtful.find("<c r=\"G4\">"), doubtful.size(),
                   text_cell("G4", "7,500") + "</row>");
  const InvoiceSheets found = invoice_sheets(
      packed(book({{"Regels", heading_row + row(2, "10", "35.2", "352") + typed + doubtful}})),
      problems);
  InvoiceRows rows(found.texts.front(), nullptr, problems);
  InvoiceLine each;
  ASSERT_TRUE(rows.next(each));
  EXPECT_EQ(each.amount.text() + " " + each.unit_price->text(), "352 35.20");
  ASSERT_TRUE(rows.next(each));
  EXPECT_EQ(each.amount.text(), "-352.00");
  EXPECT_FALSE(rows.next(each));
  ASSERT_EQ(problems.list().size(), 1U);
  EXPECT_EQ(problems.list().front().code, "A0105");
}

std::vector<std::string> problem_codes(const Parts& parts) {
  Diagnostics problems;
  const InvoiceSheets found = invoice_sheets(packed(parts), problems);
  EXPECT_TRUE(found.texts.empty() || problems.empty());
  std::vector<std::string> made;
  for (const Diagnostic& each : problems.list()) made.push_back(each.code);
  return made;
}

TEST(InvoiceSheets, refuses_workbooks_with_macros_and_of_the_binary_kind) {
  Parts macros = book({{"Regels", heading_row}});
  macros.emplace_back("xl/vbaProject.bin", "x");
  EXPECT_THAT(problem_codes(macros), ElementsAre("I0334"));
  EXPECT_THAT(problem_codes({{"xl/workbook.bin", "x"}}), ElementsAre("I0334"));
}

TEST(InvoiceSheets, another_archive_is_left_for_the_reader_to_refuse) {
  Diagnostics problems;
  const InvoiceSheets found = invoice_sheets(packed({{"a.txt", "x"}}), problems);
  EXPECT_TRUE(problems.empty());
  ASSERT_EQ(found.texts.size(), 1U);
  EXPECT_FALSE(InvoiceRows(found.texts.front(), nullptr, problems).usable());
  EXPECT_EQ(problems.list().front().code, "A0122");
}

TEST(InvoiceSheets, without_a_heading_the_nearest_sheet_says_what_it_lacks) {
  Diagnostics problems;
  const InvoiceSheets found = invoice_sheets(
      packed(book({{"Leeg", ""},
                   {"Half", "<row r=\"1\">" + text_cell("A1", "Factuur") +
                                text_cell("B1", "Kleur") + text_cell("C1", "Vorm") + "</row>"}})),
      problems);
  ASSERT_EQ(found.texts.size(), 1U);
  EXPECT_EQ(found.texts.front()->name(), "b.xlsx, Half");
  EXPECT_FALSE(InvoiceRows(found.texts.front(), nullptr, problems).usable());
  EXPECT_EQ(problems.list().front().code, "A0101");
}

}  // namespace sheets_test
}  // namespace pricetalk::invoices
