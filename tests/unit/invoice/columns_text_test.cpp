#include "invoice/columns_text.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

#include "pricetalk/invoice/invoice.hpp"

namespace pricetalk::invoices {
namespace columns_text_test {

SourcePtr file(std::string bytes) {
  return std::make_shared<const SourceText>("f.csv", std::move(bytes));
}

std::string figures(const Loaded<std::vector<InvoiceLine>>& loaded) {
  std::string made;
  if (!loaded.value) return "nothing";
  for (const InvoiceLine& row : *loaded.value)
    made += row.invoice + " " + row.date.text() + " " + row.line + " " + row.from.text() + " " +
            row.to.text() + " " + row.quantity.text() + " " +
            (row.unit_price ? row.unit_price->text() : "-") + " " + row.amount.text() + " " +
            (row.vat ? row.vat->text() : "-") + "\n";
  return made;
}

/// The column file that says how a file is read, and the rows that both ways give.
std::string written(const std::string& bytes, const std::string& told = "") {
  Diagnostics problems;
  std::shared_ptr<const ColumnTerms> terms;
  if (!told.empty()) terms = *read_columns(file("schema = 1\n" + told)).value;
  const auto text = reading_as_columns(file(bytes), terms.get(), problems);
  if (!text) return "nothing";
  const auto again = read_columns(file(*text));
  EXPECT_TRUE(again.ok()) << *text;
  if (!again.ok()) return *text;
  EXPECT_EQ(figures(read_invoices(file(bytes), again.value->get())),
            figures(read_invoices(file(bytes), terms.get())))
      << *text;
  return *text;
}

TEST(ColumnsText, says_how_a_file_of_a_bookkeeping_program_is_read) {
  EXPECT_EQ(written("Export\n\n"
                    "Factuurnr;Factuurdatum;Omschrijving;Van;T/m;Aantal;Prijs;Bedrag;Btw;Project\n"
                    "F1;31-1-25;Raadhuis;1-1-25;31-1-25;7.500;34,85;261,38;21;X\n"
                    "F2;28-2-25;Raadhuis;1-2-25;28-2-25;8.250;34,85;287,51;21;X\n"),
            "schema = 1\n"
            "delimiter = \";\"\n"
            "encoding = \"utf-8\"\n"
            "skip = 2\n"
            "decimal = \",\"\n"
            "thousands = \".\"\n"
            "quantity_decimal = \".\"\n"
            "dates = \"day-month-year\"\n"
            "vat_is = \"rate\"\n"
            "ignore = [\"Project\"]\n"
            "\n"
            "[columns]\n"
            "invoice = \"Factuurnr\"\n"
            "date = \"Factuurdatum\"\n"
            "line = \"Omschrijving\"\n"
            "from = \"Van\"\n"
            "to = \"T/m\"\n"
            "quantity = \"Aantal\"\n"
            "unit_price = \"Prijs\"\n"
            "amount = \"Bedrag\"\n"
            "vat = \"Btw\"\n");
}

TEST(ColumnsText, keeps_what_a_column_file_said) {
  const std::string text =
      written("Nr;Datum;Som\nF1;13-1-2025;100,00\n",
              "period_of = \"month-of-date\"\n[columns]\ninvoice = \"Nr\"\namount = \"Som\"\n"
              "[fixed]\nline = \"a\"\nquantity = 1\n");
  EXPECT_THAT(text, testing::HasSubstr("period_of = \"month-of-date\"\n"));
  EXPECT_THAT(text, testing::HasSubstr("[fixed]\nline = \"a\"\nquantity = 1\n"));
}

TEST(ColumnsText, an_e_invoice_needs_none) { EXPECT_EQ(written("<Invoice/>"), "nothing"); }

/// Every file of this folder that can be read at all is read alike with what was written of it.
TEST(ColumnsText, gives_the_same_rows_for_every_file_at_hand) {
  namespace fs = std::filesystem;
  std::size_t files = 0;
  for (const char* folder : {"/contracts/invoices", "/tests/unit/invoice/faults"})
    for (const fs::directory_entry& each :
         fs::directory_iterator(PRICETALK_ROOT + std::string(folder))) {
      if (each.path().extension() != ".csv") continue;
      std::ifstream in(each.path(), std::ios::binary);
      std::ostringstream bytes;
      bytes << in.rdbuf();
      SCOPED_TRACE(each.path().string());
      written(bytes.str());
      ++files;
    }
  EXPECT_GT(files, 3U);
}

}  // namespace columns_text_test
}  // namespace pricetalk::invoices
