#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "said.hpp"

// Amounts with VAT beside prices without, and the other way: the contract's prices tell.
namespace vat_reading_test {

using namespace pricetalk;
using said::money_of;
using said::Row;
using said::Said;
using said::said;
using ::testing::HasSubstr;

const char* const with_vat = "vat = \"included\"\n";

std::string open_of(const Said& made) { return made.over + " " + made.under; }

std::vector<InvoiceLine> months(const std::vector<const char*>& amounts) {
  static const std::vector<std::pair<const char*, const char*>> days{{"2025-01-01", "2025-01-31"},
                                                                     {"2025-02-01", "2025-02-28"},
                                                                     {"2025-03-01", "2025-03-31"},
                                                                     {"2025-04-01", "2025-04-30"},
                                                                     {"2025-05-01", "2025-05-31"}};
  std::vector<Row> rows;
  for (std::size_t i = 0; i < amounts.size(); ++i)
    rows.push_back({"F", "office", days[i].first, days[i].second, "100", "", amounts[i]});
  return said::rows_of(rows);
}

TEST(AmountsWithVat, are_read_so_where_all_come_to_the_prices_of_the_contract) {
  const Said made = said("", months({"4235.00", "4235.00", "4235.00"}));
  EXPECT_EQ(open_of(made), "0.00 0.00");
  EXPECT_EQ(made.asked, 0U);
  EXPECT_EQ(money_of(made.audit.charged), "10500.00");
  EXPECT_THAT(made.audit.lines.front().vat_reading.en, HasSubstr("3 of 3 rows"));
  // What a real overcharge of 21 % would be stands in the same sentence.
  EXPECT_THAT(made.audit.lines.front().vat_reading.en,
              HasSubstr("if they are without VAT, €2,205.00 too much was charged"));
}

TEST(AmountsWithVat, still_show_the_one_that_is_too_high) {
  EXPECT_EQ(open_of(said("", months({"4235.00", "4235.00", "4235.00", "4235.00", "4356.00"}))),
            "100.00 0.00");
}

TEST(AmountsWithVat, are_asked_about_where_others_are_without) {
  const Said made = said("", months({"3500.00", "3500.00", "4235.00"}));
  EXPECT_EQ(open_of(made), "0.00 0.00");
  ASSERT_EQ(made.asked, 1U);
  EXPECT_EQ(money_of(*made.audit.asked().front()->at_stake), "735.00");
}

TEST(AmountsWithVat, are_asked_about_where_another_line_is_without) {
  const std::string glass = "[price.glass]\nunit_price = 2.50\nprice_date = 2024-01-01\n";
  std::vector<InvoiceLine> rows = months({"3500.00", "3500.00", "3500.00"});
  for (InvoiceLine row : months({"302.50", "302.50", "302.50"})) {
    row.line = "glass";
    rows.push_back(row);
  }
  const Said made = said(glass, rows);
  EXPECT_EQ(open_of(made), "0.00 0.00");
  ASSERT_EQ(made.asked, 3U);
  EXPECT_EQ(money_of(*made.audit.asked().front()->at_stake), "52.50");
}

TEST(AmountsWithVat, are_not_what_is_raised_by_a_lower_rate) {
  EXPECT_EQ(open_of(said("", months({"3500.00", "3500.00", "3710.00"}))), "210.00 0.00");
  EXPECT_EQ(open_of(said("", months({"3710.00"}))), "210.00 0.00");
  EXPECT_EQ(said("", months({"3710.00", "3710.00", "3710.00"})).asked, 3U);
}

TEST(AmountsWithVat, are_not_asked_about_where_the_row_shows_its_vat) {
  std::vector<InvoiceLine> rows = months({"4235.00"});
  rows.front().vat = Decimal::parse("889.35");
  rows.front().without_vat = true;
  EXPECT_EQ(open_of(said("", rows)), "735.00 0.00");
}

TEST(AmountsWithoutVat, beside_prices_with_it_are_read_so_where_all_come_to_them) {
  const Said made = said("", months({"2892.56", "2892.56", "2892.56"}), with_vat);
  EXPECT_EQ(open_of(made), "0.00 0.00");
  EXPECT_THAT(made.audit.lines.front().vat_reading.en, HasSubstr("without VAT"));
}

TEST(AmountsWithoutVat, get_the_vat_that_stands_beside_them) {
  std::vector<InvoiceLine> rows = months({"3500.00"});
  rows.front().vat = Decimal::parse("735.00");
  rows.front().without_vat = true;
  EXPECT_EQ(open_of(said("", rows, with_vat)), "735.00 0.00");
  rows.front().vat.reset();
  EXPECT_EQ(open_of(said("", rows, "vat = \"included\"\nvat_rate = \"21%\"\n")), "735.00 0.00");
  EXPECT_EQ(said("", rows, with_vat).asked, 1U);
}

}  // namespace vat_reading_test
