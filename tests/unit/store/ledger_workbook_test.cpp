#include "store/ledger_workbook.hpp"

#include <gmock/gmock.h>

#include "temporary_folder.hpp"
#include "zip_files.hpp"

namespace pricetalk {
namespace {

using testing::HasSubstr;
using testing::Not;

const Date today = *Date::parse("2026-10-15");

LedgerPeriod month(const char* first, const char* last, bool contracted = true) {
  LedgerPeriod made;
  made.first = *Date::parse(first);
  made.last = *Date::parse(last);
  made.contracted = contracted;
  return made;
}

/// Two contracts, one of them without the tag, over the turn of a year.
void fill(LedgerWorkbook& book) {
  const auto periods = std::make_shared<const std::vector<LedgerPeriod>>(
      std::vector{month("2026-12-01", "2026-12-31"), month("2027-01-01", "2027-01-31", false)});
  const auto add = [&](const LedgerOwner& owner, LedgerKind kind, std::int64_t first,
                       PlainAmount second) {
    const PlainRow row{
        0,  kind, "p",     same("=1+1"),
        {}, 2,    periods, {{first, PlainAmount::Is::known, Fixity::fixed, Invoiced::no}, second}};
    each_line(owner, row, {"f", "contract", true}, [&](const LedgerLine& line) { book.add(line); });
  };
  const PlainAmount cent{1, PlainAmount::Is::known, Fixity::projected, Invoiced::no};
  const PlainAmount open{0, PlainAmount::Is::open, Fixity::fixed, Invoiced::no};
  const Currency euro = *Currency::parse("EUR");
  add({"A", "A & co", {{"centre", "41*"}}, euro, Vat::excluded}, LedgerKind::price, 123456, cent);
  add({"B", "B", {}, euro, Vat::excluded}, LedgerKind::price, -50, open);
  add({"B", "B", {}, euro, Vat::excluded}, LedgerKind::market, 99900, cent);
}

std::string written(const TemporaryFolder& folder, const std::string& name, Language language) {
  LedgerWorkbook book(folder / name, {"centre"}, today, language);
  fill(book);
  EXPECT_TRUE(std::move(book).finish());
  return folder.get(name);
}

TEST(LedgerWorkbook, has_the_same_bytes_for_the_same_amounts) {
  const TemporaryFolder folder;
  EXPECT_EQ(written(folder, "a.xlsx", Language::en), written(folder, "b.xlsx", Language::en));
}

TEST(LedgerWorkbook, holds_numbers_as_numbers_dates_as_dates_and_texts_as_texts) {
  const TemporaryFolder folder;
  const auto files = zip_files(written(folder, "a.xlsx", Language::en));
  const std::string& rows = files.at("xl/worksheets/sheet2.xml");
  EXPECT_THAT(rows, HasSubstr("<v>1234.56</v>"));
  EXPECT_THAT(rows, HasSubstr("<v>46357</v>"));  // 1 December 2026
  EXPECT_THAT(rows, HasSubstr("<t>=1+1</t>"));
  EXPECT_THAT(rows, HasSubstr("A &amp; co"));
  EXPECT_THAT(rows, HasSubstr("state=\"frozen\""));
  EXPECT_THAT(rows, HasSubstr("<autoFilter ref=\"A1:T7\"/>"));
  EXPECT_THAT(rows, Not(HasSubstr("<f>")));
  EXPECT_THAT(files.at("docProps/core.xml"), HasSubstr("2026-10-15T00:00:00Z"));
}

TEST(LedgerWorkbook, adds_up_by_tag_and_year_with_formulas_that_hold_the_sums) {
  const TemporaryFolder folder;
  const auto files = zip_files(written(folder, "a.xlsx", Language::en));
  const std::string& totals = files.at("xl/worksheets/sheet1.xml");
  // All contracts: 1,234.56 - 0.50 in 2026; a cent in 2027, which assumes renewal.
  EXPECT_THAT(totals, HasSubstr("<v>1234.06</v>"));
  EXPECT_THAT(totals, HasSubstr("<v>1234.07</v>"));
  EXPECT_THAT(totals, HasSubstr("<v>0.01</v>"));
  // The tag's own row, and that of contracts without it.
  EXPECT_THAT(totals, HasSubstr("\"=41~*\""));
  EXPECT_THAT(totals, HasSubstr("<v>1234.57</v>"));
  EXPECT_THAT(totals, HasSubstr("<v>-0.5</v>"));
  EXPECT_THAT(totals, HasSubstr("ROUND(SUMIFS("));
  EXPECT_THAT(totals, HasSubstr("in no sum: 1<"));
}

TEST(LedgerWorkbook, says_when_it_cannot_be_written) {
  const TemporaryFolder folder;
  LedgerWorkbook book(folder / "no/such/folder.xlsx", {}, today, Language::nl);
  EXPECT_FALSE(std::move(book).finish());
}

TEST(LedgerWorkbook, of_no_amounts_is_a_workbook_too) {
  const TemporaryFolder folder;
  LedgerWorkbook book(folder / "a.xlsx", {}, today, Language::nl);
  EXPECT_TRUE(std::move(book).finish());
  EXPECT_THAT(zip_files(folder.get("a.xlsx")).at("xl/workbook.xml"), HasSubstr("totalen"));
}

}  // namespace
}  // namespace pricetalk
