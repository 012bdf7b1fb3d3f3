#include <gmock/gmock.h>

#include "audited.hpp"

// Parts and surcharges of a price that have rows of their own, in another rhythm than the line.
namespace pricetalk {
namespace audit_parts_test {

using audited::of;
using audited::text;
using priced::Talk;
using testing::ElementsAre;
using testing::IsEmpty;

/// 100.00 for ten a month: wages 70.00, 77.00 from March; fuel 20.00; rest 10.00; and diesel 2.00.
Talk contract() {
  return Talk(
      "schema = 1\n[contract]\nid = \"T\"\ncurrency = \"EUR\"\nstart = 2025-01-01\n[price.a]\n"
      "unit_price = 100.00\nprice_date = 2025-01-01\nquantity = { per_month = 10 }\n"
      "parts = [{ name = \"wages\", share = \"70%\", clause = \"w\" },"
      " { name = \"fuel\", share = \"20%\" }, { name = \"rest\", share = \"10%\" }]\n"
      "surcharges = [\"s\"]\n[clause.w]\nadjust = { dates = [2025-03-01] }\n"
      "formula = \"change = 10%\"\n[clause.s]\nalias = [\"diesel\"]\nformula = \"surcharge = "
      "2\"\n");
}

struct Row {
  const char* invoice;
  const char* part;
  const char* from;
  const char* to;
  const char* quantity;
  const char* amount;
};

/// "over 0.00 under 0.00" and what is asked as charged twice.
std::vector<std::string> answer(const std::vector<Row>& rows) {
  std::vector<InvoiceLine> invoices;
  for (const Row& row : rows) {
    InvoiceLine& line = invoices.emplace_back();
    line.invoice = row.invoice;
    line.line = "a";
    line.part = row.part;
    line.from = priced::day(row.from);
    line.date = line.to = priced::day(row.to);
    line.quantity = audited::number(row.quantity);
    line.amount = audited::number(row.amount);
    if (line.amount.is_negative()) line.kind = InvoiceKind::credit;
  }
  const Audit audit = of(contract(), invoices);
  std::vector<std::string> made{"over " + text(audit.totals.over) + " under " +
                                text(audit.totals.under)};
  for (const ChargedTwice& each : audit.twice)
    made.push_back(each.from.text() + " " + each.to.text() + " " + text(each.amount));
  return made;
}

const std::vector<Row> quarter{{"1", "wages", "2025-01-01", "2025-01-31", "10", "700.00"},
                               {"2", "wages", "2025-02-01", "2025-02-28", "10", "700.00"},
                               {"3", "wages", "2025-03-01", "2025-03-31", "10", "770.00"},
                               {"3", "fuel", "2025-01-01", "2025-03-31", "30", "600.00"},
                               {"3", "rest", "2025-01-01", "2025-03-31", "30", "300.00"},
                               {"3", "diesel", "2025-01-01", "2025-03-31", "30", "60.00"}};

std::vector<Row> quarter_and(const std::vector<Row>& more) {
  std::vector<Row> rows = quarter;
  rows.insert(rows.end(), more.begin(), more.end());
  return rows;
}

TEST(PartsInAnotherRhythm, are_judged_over_the_days_that_they_share) {
  EXPECT_THAT(answer(quarter), ElementsAre("over 0.00 under 0.00"));
  EXPECT_THAT(answer({{"1", "", "2025-01-01", "2025-02-28", "20", "2000.00"},
                      {"2", "diesel", "2025-01-01", "2025-01-31", "10", "20.00"},
                      {"3", "diesel", "2025-02-01", "2025-02-28", "10", "20.00"}}),
              ElementsAre("over 0.00 under 0.00"));
  std::vector<Row> dear = quarter;
  dear[3].amount = "630.00";
  EXPECT_THAT(answer(dear), ElementsAre("over 30.00 under 0.00"));
}

TEST(PartsInAnotherRhythm, of_which_one_is_charged_twice) {
  const Row again{"4", "wages", "2025-02-01", "2025-02-28", "10", "700.00"};
  EXPECT_THAT(answer(quarter_and({again})),
              ElementsAre("over 0.00 under 0.00", "2025-02-01 2025-02-28 700.00"));
  EXPECT_THAT(
      answer(quarter_and({again, {"5", "wages", "2025-02-01", "2025-02-28", "-10", "-700.00"}})),
      ElementsAre("over 0.00 under 0.00"));
  EXPECT_THAT(
      answer(quarter_and({again, {"5", "wages", "2025-02-01", "2025-02-28", "0", "-700.00"}})),
      ElementsAre("over 0.00 under 0.00"));
}

TEST(PartsInAnotherRhythm, of_which_all_are_charged_twice) {
  const auto february = [](const char* invoice) {
    return std::vector<Row>{{invoice, "wages", "2025-02-01", "2025-02-28", "10", "700.00"},
                            {invoice, "fuel", "2025-02-01", "2025-02-28", "10", "200.00"},
                            {invoice, "rest", "2025-02-01", "2025-02-28", "10", "100.00"},
                            {invoice, "diesel", "2025-02-01", "2025-02-28", "10", "20.00"}};
  };
  std::vector<Row> rows = february("1");
  for (const Row& row : february("2")) rows.push_back(row);
  EXPECT_THAT(answer(rows), ElementsAre("over 0.00 under 0.00", "2025-02-01 2025-02-28 1020.00"));
}

TEST(PartsInAnotherRhythm, of_which_one_has_two_rows_that_add_up) {
  EXPECT_THAT(answer({{"1", "", "2025-02-01", "2025-02-28", "10", "1000.00"},
                      {"1", "diesel", "2025-02-01", "2025-02-28", "10", "15.00"},
                      {"2", "diesel", "2025-02-01", "2025-02-28", "10", "5.00"}}),
              ElementsAre("over 0.00 under 0.00"));
  EXPECT_THAT(answer({{"1", "", "2025-02-01", "2025-02-28", "10", "1000.00"},
                      {"1", "diesel", "2025-02-01", "2025-02-28", "10", "10.20"},
                      {"1", "diesel", "2025-02-01", "2025-02-28", "10", "9.80"}}),
              ElementsAre("over 0.00 under 0.00"));
}

TEST(PartsInAnotherRhythm, a_credit_of_one_part_pays_back_what_was_too_much) {
  std::vector<Row> dear = quarter;
  dear[1].amount = "730.00";
  dear.push_back({"5", "wages", "2025-02-01", "2025-02-28", "0", "-30.00"});
  EXPECT_THAT(answer(dear), ElementsAre("over 0.00 under 0.00"));
}

}  // namespace audit_parts_test
}  // namespace pricetalk
