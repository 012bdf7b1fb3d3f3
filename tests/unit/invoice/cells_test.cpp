#include "invoice/cells.hpp"

#include <gmock/gmock.h>

namespace pricetalk {
namespace cells_test {

std::string number(std::string_view cell, char decimal = ',', char thousands = '.') {
  const auto read = cells::number(cell, {decimal, thousands});
  return read ? read->text() : "none";
}

std::string date(std::string_view cell,
                 std::optional<DateOrder> order = DateOrder::day_month_year) {
  const auto read = cells::date(cell, order);
  return read ? read->text() : "none";
}

std::string period(std::string_view cell) {
  const auto read = cells::period(cell, DateOrder::day_month_year);
  return read ? read->first.text() + " " + read->second.text() : "none";
}

TEST(InvoiceCells, numbers_are_read_as_bookkeeping_writes_them) {
  EXPECT_EQ(number("1.234,50"), "1234.50");
  EXPECT_EQ(number("1.234.567,5"), "1234567.5");
  EXPECT_EQ(number("1.234,50-"), "-1234.50");
  EXPECT_EQ(number("(1.234,50)"), "-1234.50");
  EXPECT_EQ(number("-1.234,50"), "-1234.50");
  EXPECT_EQ(number("\xE2\x88\x92"
                   "5,00"),
            "-5.00");
  EXPECT_EQ(number("1.234,50 CR"), "-1234.50");
  EXPECT_EQ(number("1.234,50 DR"), "1234.50");
  EXPECT_EQ(number("\xE2\x82\xAC 1.234,50"), "1234.50");
  EXPECT_EQ(number("\xE2\x82\xAC -12,50"), "-12.50");
  EXPECT_EQ(number("EUR 7"), "7");
  EXPECT_EQ(number("12,-"), "12");
  EXPECT_EQ(number("1 234,50"), "1234.50");
  EXPECT_EQ(number("1\xC2\xA0"
                   "234,50"),
            "1234.50");
  EXPECT_EQ(number("1'234.50", '.', ','), "1234.50");
  EXPECT_EQ(number("1,234.50", '.', ','), "1234.50");
  EXPECT_EQ(number(",50"), "0.50");
}

TEST(InvoiceCells, what_is_no_number_is_none) {
  for (const char* cell : {"", "-", "x", "1.23,4.5", "1.2345", "12.34", "1,2,3", "1..234", "--5",
                           "1e5", "5 %", "1234.567.890,00", "1_000"})
    EXPECT_EQ(number(cell), "none") << cell;
}

TEST(InvoiceCells, a_number_says_which_mark_is_the_decimal_one) {
  using Says = cells::MarkEvidence::Says;
  const auto says = [](std::string_view cell) { return cells::mark_evidence(cell).says; };
  EXPECT_EQ(says("1.234,5"), Says::comma);
  EXPECT_EQ(says("1,234.5"), Says::point);
  EXPECT_EQ(says("34,85"), Says::comma);
  EXPECT_EQ(says("34.85-"), Says::point);
  EXPECT_EQ(says("1.234.567"), Says::comma);
  EXPECT_EQ(says("1,234"), Says::either);
  EXPECT_EQ(says("1.234"), Says::either);
  EXPECT_EQ(says("0.125"), Says::point);
  EXPECT_EQ(says("1234,567"), Says::comma);
  EXPECT_EQ(says("1234"), Says::nothing);
  EXPECT_EQ(says("Hoog"), Says::nothing);
}

TEST(InvoiceCells, dates_are_read_in_a_stated_order) {
  EXPECT_EQ(date("1-10-25"), "2025-10-01");
  EXPECT_EQ(date("01/10/2025"), "2025-10-01");
  EXPECT_EQ(date("01.10.2025"), "2025-10-01");
  EXPECT_EQ(date("1/10/25", DateOrder::month_day_year), "2025-01-10");
  EXPECT_EQ(date("25-10-01", DateOrder::year_month_day), "2025-10-01");
  EXPECT_EQ(date("2025-10-01"), "2025-10-01");
  EXPECT_EQ(date("2025/10/01", DateOrder::month_day_year), "2025-10-01");
  EXPECT_EQ(date("20251001"), "2025-10-01");
  EXPECT_EQ(date("01102025"), "2025-10-01");
  EXPECT_EQ(date("2025-10-01T00:00:00"), "2025-10-01");
  EXPECT_EQ(date("1-10-2025 00:00"), "2025-10-01");
  EXPECT_EQ(date("1 okt 2025"), "2025-10-01");
  EXPECT_EQ(date("1. Oktober 2025"), "2025-10-01");
  EXPECT_EQ(date("1 ao\xC3\xBBt 2025"), "2025-08-01");
  EXPECT_EQ(date("1-10-99"), "1999-10-01");
  for (const char* cell :
       {"", "31-2-2025", "1-13-2025", "1-10", "1-10-2025-3", "vandaag", "1-10-5"})
    EXPECT_EQ(date(cell), "none") << cell;
}

TEST(InvoiceCells, a_date_says_whether_the_day_stands_first) {
  using cells::OrderEvidence;
  EXPECT_EQ(cells::order_evidence("31-1-25"), OrderEvidence::day_first);
  EXPECT_EQ(cells::order_evidence("1/31/25"), OrderEvidence::month_first);
  EXPECT_EQ(cells::order_evidence("1/2/25"), OrderEvidence::either);
  EXPECT_EQ(cells::order_evidence("2/2/25"), OrderEvidence::nothing);
  EXPECT_EQ(cells::order_evidence("2025-01-02"), OrderEvidence::nothing);
  EXPECT_EQ(cells::order_evidence("20250102"), OrderEvidence::nothing);
  EXPECT_EQ(cells::order_evidence("1 feb 2025"), OrderEvidence::nothing);
}

TEST(InvoiceCells, periods_are_months_quarters_years_or_two_dates) {
  EXPECT_EQ(period("2025-02"), "2025-02-01 2025-02-28");
  EXPECT_EQ(period("202502"), "2025-02-01 2025-02-28");
  EXPECT_EQ(period("02-2025"), "2025-02-01 2025-02-28");
  EXPECT_EQ(period("februari 2025"), "2025-02-01 2025-02-28");
  EXPECT_EQ(period("feb-25"), "2025-02-01 2025-02-28");
  EXPECT_EQ(period("M\xC3\xA4rz 2025"), "2025-03-01 2025-03-31");
  EXPECT_EQ(period("Q2 2025"), "2025-04-01 2025-06-30");
  EXPECT_EQ(period("2e kwartaal 2025"), "2025-04-01 2025-06-30");
  EXPECT_EQ(period("2025-Q2"), "2025-04-01 2025-06-30");
  EXPECT_EQ(period("2025"), "2025-01-01 2025-12-31");
  EXPECT_EQ(period("1-2-2025 t/m 15-2-2025"), "2025-02-01 2025-02-15");
  EXPECT_EQ(period("15-2-2025"), "2025-02-15 2025-02-15");
  for (const char* cell : {"", "februari", "13-2025", "Q5 2025", "feb maart 2025", "2025-13"})
    EXPECT_EQ(period(cell), "none") << cell;
}

TEST(InvoiceCells, headings_lose_capitals_signs_and_accents) {
  EXPECT_EQ(cells::folded("Prijs (excl. BTW)"), "prijsexclbtw");
  EXPECT_EQ(cells::folded("Quantit\xC3\xA9"), "quantite");
  EXPECT_EQ(cells::folded("Bedrag \xE2\x82\xAC"), "bedrag");
}

}  // namespace cells_test
}  // namespace pricetalk
