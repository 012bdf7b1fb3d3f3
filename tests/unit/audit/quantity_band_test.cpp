#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>

#include "audit/bulk.hpp"

// "Between 80 and 120 hours a month": what lies outside is more or less than agreed.
namespace quantity_band_test {

using namespace pricetalk;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Row {
  const char* invoice;
  const char* from;
  const char* to;
  const char* quantity;
};

constexpr const char* band = "quantity = { per_month = 100, at_least = 80, at_most = 120 }\n";

std::vector<InvoiceLine> rows_of(const std::vector<Row>& rows) {
  std::vector<InvoiceLine> made;
  for (const Row& row : rows) {
    InvoiceLine& line = made.emplace_back();
    line.invoice = row.invoice;
    line.line = "a";
    line.from = *Date::parse(row.from);
    line.date = line.to = *Date::parse(row.to);
    line.quantity = *Decimal::parse(row.quantity);
    line.amount = *(Ratio(line.quantity) * Ratio(30)).exact_decimal();
    if (line.quantity.is_negative()) line.kind = InvoiceKind::credit;
  }
  return made;
}

std::vector<std::string> text(const std::vector<QuantityGap>& gaps) {
  std::vector<std::string> made;
  for (const QuantityGap& each : gaps)
    made.push_back(each.from.text() + (each.more() ? " more " : " less ") +
                   std::get<Money>(each.amount.value).amount.text());
  return made;
}

/// "2025-02-01 more 300.00" for each, by the audit of one contract and of a folder.
std::vector<std::string> outside(const std::string& quantity, const std::vector<Row>& rows) {
  const Loaded<Contract> contract = read_contract(std::make_shared<const SourceText>(
      "contract.toml",
      "schema = 1\n[contract]\nid = \"T\"\ncurrency = \"EUR\"\nstart = 2025-01-01\n[price.a]\n"
      "unit_price = 30.00\nprice_date = 2025-01-01\n" +
          quantity));
  const Library library;
  const Date today = *Date::parse("2026-12-31");
  const Audit one = audit(*contract.value, library, rows_of(rows), today);
  BulkAuditor auditor({{&*contract.value, &library, "contract.toml"}}, {today});
  for (const InvoiceLine& row : rows_of(rows)) auditor.add(row);
  const BulkAudit folder = std::move(auditor).finish();
  EXPECT_EQ(text(folder.contracts.front().gaps), text(one.gaps));
  EXPECT_EQ(folder.needs_attention(), one.needs_attention());
  return text(one.gaps);
}

TEST(QuantityBand, holds_every_month_by_itself) {
  EXPECT_THAT(outside(band, {{"F1", "2025-01-01", "2025-01-31", "120"},
                             {"F2", "2025-02-01", "2025-02-28", "130"},
                             {"F3", "2025-03-01", "2025-03-31", "79"},
                             {"F4", "2025-04-01", "2025-04-30", "80"}}),
              ElementsAre("2025-02-01 more 300.00", "2025-03-01 less 30.00"));
}

TEST(QuantityBand, adds_up_what_was_charged_for_one_month) {
  EXPECT_THAT(outside(band, {{"F1", "2025-01-01", "2025-01-15", "70"},
                             {"F2", "2025-01-16", "2025-01-31", "55"},
                             {"F3", "2025-02-01", "2025-02-14", "110"}}),
              ElementsAre("2025-01-01 more 150.00"));
}

TEST(QuantityBand, holds_a_quarter_against_three_months) {
  EXPECT_THAT(outside(band, {{"F1", "2025-01-01", "2025-03-31", "360"},
                             {"F2", "2025-04-01", "2025-06-30", "361"}}),
              ElementsAre("2025-04-01 more 30.00"));
}

TEST(QuantityBand, counts_what_a_credit_took_back) {
  EXPECT_THAT(outside(band, {{"F1", "2025-01-01", "2025-01-31", "130"},
                             {"C1", "2025-01-01", "2025-01-31", "-10"}}),
              IsEmpty());
}

TEST(QuantityBand, leaves_an_open_end_open) {
  EXPECT_THAT(outside("quantity = { per_month = 100, at_most = 120 }\n",
                      {{"F1", "2025-01-01", "2025-01-31", "40"},
                       {"F2", "2025-02-01", "2025-02-28", "121"}}),
              ElementsAre("2025-02-01 more 30.00"));
}

TEST(QuantityBand, begins_where_its_rate_begins) {
  EXPECT_THAT(outside("quantity = [{ per_month = 100 }, { from = 2026-01-01, per_month = 100, "
                      "at_least = 80, at_most = 120 }]\n",
                      {{"F1", "2025-12-01", "2025-12-31", "110"},
                       {"F2", "2026-01-01", "2026-01-31", "110"},
                       {"F3", "2026-02-01", "2026-02-28", "121"}}),
              ElementsAre("2025-12-01 more 300.00", "2026-02-01 more 30.00"));
}

TEST(QuantityBand, is_no_question_below_its_least) {
  const Loaded<Contract> contract = read_contract(std::make_shared<const SourceText>(
      "contract.toml", std::string("schema = 1\n[contract]\nid = \"T\"\ncurrency = \"EUR\"\n"
                                   "start = 2025-01-01\n[price.a]\nunit_price = 30.00\n"
                                   "price_date = 2025-01-01\n") +
                           band));
  const Audit one =
      audit(*contract.value, Library(), rows_of({{"F1", "2025-01-01", "2025-01-31", "60"}}),
            *Date::parse("2025-12-31"));
  EXPECT_THAT(text(one.gaps), ElementsAre("2025-01-01 less 600.00"));
  EXPECT_FALSE(one.needs_attention());
}

TEST(QuantityBand, is_not_charged_twice_before_its_most) {
  EXPECT_THAT(outside("quantity = { per_month = 100, at_least = 50, at_most = 300 }\n",
                      {{"F1", "2025-01-01", "2025-01-31", "100"},
                       {"F2", "2025-01-01", "2025-01-31", "110"}}),
              IsEmpty());
}

}  // namespace quantity_band_test
