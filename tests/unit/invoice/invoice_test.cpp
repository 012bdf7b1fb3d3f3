#include "pricetalk/invoice/invoice.hpp"

#include <gmock/gmock.h>

#include <memory>

namespace pricetalk {
namespace invoice_test {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Loaded<std::vector<InvoiceLine>> read(std::string bytes) {
  return read_invoices(std::make_shared<const SourceText>("f.csv", std::move(bytes)));
}

/// "f.csv:2:5 A0105" of every problem, in order of position.
std::vector<std::string> problems(const Loaded<std::vector<InvoiceLine>>& loaded) {
  std::vector<std::string> made;
  for (const Diagnostic& each : loaded.diagnostics.sorted()) {
    const auto at = each.span.source->position(each.span.begin);
    made.push_back(std::to_string(at.line) + ":" + std::to_string(at.column) + " " + each.code);
  }
  return made;
}

const std::string heading = "invoice,date,line,from,to,quantity,unit_price,amount,vat,kind\n";
const std::string good =
    "F1,2025-01-31,receptie,2025-01-01,2025-01-31,1350,40.02,54027.00,11345.67,invoice\n";

TEST(Invoices, hold_every_field_exactly_as_written) {
  const auto loaded = read(heading + good);
  EXPECT_THAT(problems(loaded), IsEmpty());
  ASSERT_EQ(loaded.value->size(), 1U);
  const InvoiceLine& line = loaded.value->front();
  EXPECT_EQ(line.invoice, "F1");
  EXPECT_EQ(line.date.text(), "2025-01-31");
  EXPECT_EQ(line.line, "receptie");
  EXPECT_EQ(line.from.text() + line.to.text(), "2025-01-012025-01-31");
  EXPECT_EQ(line.quantity.text(), "1350");
  EXPECT_EQ(line.unit_price->text(), "40.02");
  EXPECT_EQ(line.amount.text(), "54027.00");
  EXPECT_EQ(line.vat->text(), "11345.67");
  EXPECT_EQ(line.kind, InvoiceKind::invoice);
  EXPECT_EQ(line.where.place(), "f.csv:2");
}

TEST(Invoices, take_columns_in_any_order_without_the_optional_ones) {
  const auto loaded = read(
      "amount,unit_price,quantity,to,from,line,date,invoice\n"
      "20.00,,2,2025-01-31,2025-01-01,a,2025-02-01,7\n");
  EXPECT_THAT(problems(loaded), IsEmpty());
  const InvoiceLine& line = loaded.value->front();
  EXPECT_EQ(line.invoice + line.line, "7a");
  EXPECT_FALSE(line.unit_price);
  EXPECT_FALSE(line.vat);
  EXPECT_EQ(line.kind, InvoiceKind::invoice);
}

TEST(Invoices, may_have_quotes_crlf_empty_lines_and_a_byte_order_mark) {
  const auto loaded = read(
      "\xEF\xBB\xBF"
      "invoice,date,line,from,to,quantity,unit_price,amount\r\n\r\n"
      "F1,2025-01-31,\"Sporthal \"\"De Dijk\"\", Dijklaan 30\",2025-01-01,2025-01-31, 1 "
      ",\"2.00\",2.00\r\n");
  EXPECT_THAT(problems(loaded), IsEmpty());
  ASSERT_EQ(loaded.value->size(), 1U);
  EXPECT_EQ(loaded.value->front().line, "Sporthal \"De Dijk\", Dijklaan 30");
  EXPECT_EQ(loaded.value->front().where.place(), "f.csv:3");
}

TEST(Invoices, report_every_bad_row_at_its_place_and_keep_the_good_ones) {
  const auto loaded =
      read(heading + "F1,31-01-2025,a,2025-01-01,2025-01-31,x,2.00,2.00,,\n" + good +
           "F2,2025-01-31,,2025-01-01,2025-01-31,1,2.00,2.00,,refund\n"
           "F3,2025-01-31,a,2025-01-31,2025-01-01,1,2.00,2.00,,\n"
           "F4,2025-01-31,a,2025-01-01,2025-01-31,1,2,00,2,00,,\n");
  EXPECT_THAT(problems(loaded), ElementsAre("2:4 A0106", "2:39 A0105", "4:1 A0104", "4:51 A0108",
                                            "5:28 A0107", "6:1 A0103"));
  ASSERT_TRUE(loaded.value);
  EXPECT_EQ(loaded.value->size(), 1U);
}

TEST(Invoices, say_what_a_dutch_number_or_date_should_have_been) {
  const auto loaded =
      read(heading + "F1,31-1-2025,a,2025-01-01,2025-01-31,1,2.00,\"1.234,56\",,\n");
  const auto sorted = loaded.diagnostics.sorted();
  ASSERT_EQ(sorted.size(), 2U);
  EXPECT_EQ(sorted[0].hint.nl, "schrijf 2025-01-31");
  EXPECT_EQ(sorted[1].hint.nl, "schrijf 1234.56");
}

TEST(Invoices, name_the_column_that_was_probably_meant) {
  const auto loaded = read("invoice,date,line,from,to,quantity,unit_pric,amount\nx\n");
  EXPECT_FALSE(loaded.value);
  EXPECT_THAT(problems(loaded), ElementsAre("1:36 A0101"));
  EXPECT_THAT(loaded.diagnostics.list().front().hint.en, HasSubstr("'unit_price'"));
}

TEST(Invoices, name_missing_and_repeated_columns) {
  const auto missing = read("invoice,date,line,from,to,quantity,unit_price\n");
  EXPECT_THAT(missing.diagnostics.list().front().title.en, HasSubstr("lacks amount"));
  const auto twice = read("invoice,date,line,from,to,quantity,unit_price,amount,amount\n");
  EXPECT_THAT(problems(twice), ElementsAre("1:54 A0101"));
}

TEST(Invoices, lose_only_the_line_of_a_quote_that_stays_open) {
  const auto loaded = read(heading + "F1,2025-01-31,\"a,2025-01-01\n" + good +
                           "F2,2025-01-31,\"a\"b,2025-01-01\n" + good);
  EXPECT_THAT(problems(loaded), ElementsAre("2:15 A0102", "4:18 A0102"));
  EXPECT_EQ(loaded.value->size(), 2U);
}

TEST(Invoices, need_a_heading_and_a_row) {
  EXPECT_THAT(problems(read("")), ElementsAre("1:1 A0121"));
  EXPECT_THAT(problems(read("\n\n")), ElementsAre("1:1 A0121"));
  EXPECT_THAT(problems(read(heading)), ElementsAre("1:1 A0109"));
}

TEST(Invoices, tell_a_price_correction_from_goods_that_came_back) {
  const auto loaded = read(heading +
                           "C1,2025-02-10,a,2025-01-01,2025-01-31,-1,2.00,-2.00,,credit\n"
                           "C2,2025-02-10,a,2025-01-01,2025-01-31,260,-0.20,-52.00,,credit\n" +
                           good);
  ASSERT_EQ(loaded.value->size(), 3U);
  EXPECT_FALSE((*loaded.value)[0].corrects_price());
  EXPECT_TRUE((*loaded.value)[1].corrects_price());
  EXPECT_FALSE((*loaded.value)[2].corrects_price());
}

TEST(Invoices, hold_amounts_to_just_below_a_quadrillion) {
  const std::string head = "invoice,date,line,from,to,quantity,unit_price,amount\n";
  const auto row = [](const std::string& amount) {
    return "F1,2025-01-31,p,2025-01-01,2025-01-31,1," + amount + "," + amount + "\n";
  };
  const auto most = read(head + row("999999999999999.99") + row("10000000000.00"));
  EXPECT_THAT(problems(most), IsEmpty());
  ASSERT_EQ(most.value->size(), 2U);
  EXPECT_EQ(most.value->front().amount.text(), "999999999999999.99");
  EXPECT_THAT(problems(read(head + row("1000000000000000.00"))), ElementsAre("2:1 A0105"));
  const auto longer = read(head + row("12345678901234567.89"));
  EXPECT_THAT(longer.diagnostics.list().front().title.en,
              HasSubstr("a number has at most 18 digits"));
  EXPECT_THAT(*longer.value, IsEmpty());
}

TEST(Invoices, count_the_rows_that_could_not_be_read) {
  Diagnostics found;
  InvoiceRows rows(
      std::make_shared<const SourceText>(
          "f.csv", heading + good + "F2,2025-01-31,receptie,2025-01-01,2025-01-31,twee,x,3,,\n" +
                       "F3,too,few\n" + "F4,\"open,2025-01-31\n" + good),
      nullptr, found);
  std::size_t read_rows = 0;
  for (InvoiceLine line; rows.next(line);) ++read_rows;
  EXPECT_EQ(read_rows, 2U);
  EXPECT_EQ(rows.not_read(), 3U);
}

}  // namespace invoice_test
}  // namespace pricetalk
