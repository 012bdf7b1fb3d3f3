#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>

#include "audit/bulk.hpp"

// Days that are charged more than once are a question; a month that is split is not.
namespace charged_twice_test {

using namespace pricetalk;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Row {
  const char* invoice;
  const char* from;
  const char* to;
  const char* quantity;
  const char* amount;
};

std::vector<InvoiceLine> rows_of(const std::vector<Row>& rows) {
  std::vector<InvoiceLine> made;
  for (const Row& row : rows) {
    InvoiceLine& line = made.emplace_back();
    line.invoice = row.invoice;
    line.line = "a";
    line.from = *Date::parse(row.from);
    line.date = line.to = *Date::parse(row.to);
    line.quantity = *Decimal::parse(row.quantity);
    line.amount = *Decimal::parse(row.amount);
    if (line.amount.is_negative()) line.kind = InvoiceKind::credit;
  }
  return made;
}

/// "2025-02-01 2025-02-28 2 x 21000.00" for each, by the audit of one contract and of a folder.
std::vector<std::string> asked_of(const std::string& quantity,
                                  const std::vector<InvoiceLine>& rows) {
  const auto source = std::make_shared<const SourceText>(
      "contract.toml",
      "schema = 1\n[contract]\nid = \"T\"\ncurrency = \"EUR\"\nstart = 2025-01-01\n[price.a]\n"
      "unit_price = 30.00\nprice_date = 2025-01-01\n" +
          quantity);
  const Loaded<Contract> contract = read_contract(source);
  const Library library;
  const Date today = *Date::parse("2026-12-31");
  const auto text = [](const std::vector<ChargedTwice>& found) {
    std::vector<std::string> made;
    for (const ChargedTwice& each : found)
      made.push_back(each.from.text() + " " + each.to.text() + " " + std::to_string(each.times) +
                     " x " + std::get<Money>(each.amount.value).amount.text());
    return made;
  };
  const Audit one = audit(*contract.value, library, rows, today);
  BulkAuditor auditor({{&*contract.value, &library, "contract.toml"}}, {today});
  for (const InvoiceLine& row : rows) auditor.add(row);
  const BulkAudit folder = std::move(auditor).finish();
  EXPECT_EQ(text(folder.contracts.front().twice), text(one.twice));
  return text(one.twice);
}

std::vector<std::string> asked(const std::string& quantity, const std::vector<Row>& rows) {
  return asked_of(quantity, rows_of(rows));
}

const char* const monthly = "quantity = { per_month = 700 }\n";

TEST(ChargedTwice, the_same_month_on_another_invoice) {
  EXPECT_THAT(asked(monthly, {{"1", "2025-02-01", "2025-02-28", "700", "21000.00"},
                              {"2", "2025-02-01", "2025-02-28", "700", "21000.00"}}),
              ElementsAre("2025-02-01 2025-02-28 2 x 21000.00"));
  EXPECT_THAT(asked(monthly, {{"1", "2025-02-01", "2025-02-28", "650", "19500.00"},
                              {"2", "2025-02-01", "2025-02-28", "650", "19500.00"},
                              {"3", "2025-02-01", "2025-02-28", "650", "19500.00"}}),
              ElementsAre("2025-02-01 2025-02-28 3 x 39000.00"));
}

TEST(ChargedTwice, a_month_beside_its_quarter) {
  EXPECT_THAT(asked(monthly, {{"1", "2025-01-01", "2025-03-31", "2100", "63000.00"},
                              {"2", "2025-02-01", "2025-02-28", "700", "21000.00"}}),
              ElementsAre("2025-02-01 2025-02-28 2 x 21000.00"));
}

TEST(ChargedTwice, days_that_two_periods_share) {
  EXPECT_THAT(asked(monthly, {{"1", "2025-01-01", "2025-03-31", "2100", "63000.00"},
                              {"2", "2025-03-01", "2025-05-31", "2100", "63000.00"}}),
              ElementsAre("2025-03-01 2025-03-31 2 x 21000.00"));
}

TEST(ChargedTwice, days_of_a_row_that_names_the_quantity_of_the_whole_month) {
  // 30.00 a month: 12 to 31 March are 20 of 31 days, 19.35.
  EXPECT_THAT(
      asked("quantity = { per_month = 1 }\n", {{"1", "2025-03-01", "2025-03-31", "1", "30.00"},
                                               {"2", "2025-03-12", "2025-03-31", "1", "19.35"}}),
      ElementsAre("2025-03-12 2025-03-31 2 x 19.35"));
}

TEST(ChargedTwice, not_a_month_that_is_split) {
  EXPECT_THAT(asked(monthly, {{"1", "2025-02-01", "2025-02-28", "350", "10500.00"},
                              {"2", "2025-02-01", "2025-02-28", "350", "10500.00"}}),
              IsEmpty());
  EXPECT_THAT(asked(monthly, {{"1", "2025-02-01", "2025-02-28", "400", "12000.00"},
                              {"2", "2025-02-01", "2025-02-28", "420", "12600.00"}}),
              IsEmpty());
  EXPECT_THAT(asked(monthly, {{"1", "2025-02-01", "2025-02-14", "350", "10500.00"},
                              {"2", "2025-02-15", "2025-02-28", "350", "10500.00"}}),
              IsEmpty());
}

TEST(ChargedTwice, not_one_row_of_twice_as_much) {
  EXPECT_THAT(asked(monthly, {{"1", "2025-02-01", "2025-02-28", "1400", "42000.00"}}), IsEmpty());
}

TEST(ChargedTwice, equal_deliveries_of_a_day_on_two_invoices) {
  EXPECT_THAT(asked(monthly, {{"1", "2025-02-03", "2025-02-03", "350", "10500.00"},
                              {"2", "2025-02-03", "2025-02-03", "350", "10500.00"}}),
              ElementsAre("2025-02-03 2025-02-03 2 x 10500.00"));
  EXPECT_THAT(asked(monthly, {{"1", "2025-02-03", "2025-02-03", "350", "10500.00"},
                              {"2", "2025-02-03", "2025-02-03", "340", "10200.00"}}),
              IsEmpty());
  EXPECT_THAT(asked(monthly, {{"1", "2025-02-03", "2025-02-03", "350", "10500.00"},
                              {"1", "2025-02-03", "2025-02-03", "350", "10500.00"}}),
              IsEmpty());
}

TEST(ChargedTwice, not_what_was_credited) {
  EXPECT_THAT(asked(monthly, {{"1", "2025-02-01", "2025-02-28", "700", "21000.00"},
                              {"2", "2025-02-01", "2025-02-28", "700", "21000.00"},
                              {"3", "2025-02-01", "2025-02-28", "-700", "-21000.00"}}),
              IsEmpty());
  EXPECT_THAT(asked(monthly, {{"1", "2025-02-01", "2025-02-28", "700", "21000.00"},
                              {"2", "2025-02-01", "2025-02-28", "700", "21000.00"},
                              {"3", "2025-02-01", "2025-02-28", "0", "-21000.00"}}),
              IsEmpty());
}

TEST(ChargedTwice, without_a_quantity_only_equal_rows) {
  EXPECT_THAT(asked("", {{"1", "2025-02-01", "2025-02-28", "650", "19500.00"},
                         {"2", "2025-02-01", "2025-02-28", "650", "19500.00"}}),
              ElementsAre("2025-02-01 2025-02-28 2 x 19500.00"));
  EXPECT_THAT(asked("", {{"1", "2025-02-01", "2025-02-28", "650", "19500.00"},
                         {"2", "2025-02-01", "2025-02-28", "640", "19200.00"}}),
              IsEmpty());
  EXPECT_THAT(asked("", {{"1", "2025-02-03", "2025-02-03", "8", "240.00"},
                         {"2", "2025-02-03", "2025-02-03", "8", "240.00"}}),
              ElementsAre("2025-02-03 2025-02-03 2 x 240.00"));
}

TEST(ChargedTwice, nearly_the_same_days_for_as_much_on_another_invoice) {
  for (const char* const quantity : {"", monthly}) {
    SCOPED_TRACE(quantity);
    const Row january{"1", "2025-01-01", "2025-01-31", "700", "21000.00"};
    const auto whole = ElementsAre("2025-01-01 2025-01-31 2 x 21000.00");
    EXPECT_THAT(asked(quantity, {january, {"2", "2025-01-01", "2025-01-30", "700", "21000.00"}}),
                whole);
    EXPECT_THAT(asked(quantity, {{"2", "2025-01-02", "2025-01-31", "700", "21000.00"}, january}),
                whole);
    // A credit that takes one of them back, in the days of either.
    for (const char* const to : {"2025-01-30", "2025-01-31"})
      EXPECT_THAT(asked(quantity, {january,
                                   {"2", "2025-01-01", "2025-01-30", "700", "21000.00"},
                                   {"3", "2025-01-01", to, "-700", "-21000.00"}}),
                  IsEmpty());
  }
}

TEST(ChargedTwice, not_other_days_or_another_amount_or_the_same_invoice) {
  const Row january{"1", "2025-01-01", "2025-01-31", "650", "19500.00"};
  EXPECT_THAT(asked("", {january, {"2", "2025-01-31", "2025-02-28", "650", "19500.00"}}),
              IsEmpty());
  EXPECT_THAT(asked("", {january, {"2", "2025-01-01", "2025-01-30", "640", "19200.00"}}),
              IsEmpty());
  EXPECT_THAT(asked("", {january, {"1", "2025-01-01", "2025-01-30", "650", "19500.00"}}),
              IsEmpty());
  // A day that an invoice has too many is no second month.
  EXPECT_THAT(asked("", {january,
                         {"2", "2025-01-31", "2025-02-28", "650", "19500.00"},
                         {"3", "2025-02-28", "2025-03-31", "650", "19500.00"}}),
              IsEmpty());
}

TEST(ChargedTwice, what_is_bought_once_whatever_days_the_rows_name) {
  const char* const once = "from = 2025-02-10\nuntil = 2025-02-10\nquantity = { once = 10 }\n";
  const Row first{"1", "2025-02-10", "2025-02-10", "10", "300.00"};
  EXPECT_THAT(asked(once, {first, {"2", "2025-02-10", "2025-02-10", "10", "300.00"}}),
              ElementsAre("2025-02-10 2025-02-10 2 x 300.00"));
  EXPECT_THAT(asked(once, {first, {"2", "2025-04-01", "2025-04-30", "10", "300.00"}}),
              ElementsAre("2025-02-10 2025-04-30 2 x 300.00"));
  EXPECT_THAT(asked(once, {{"1", "2025-01-01", "2025-03-31", "20", "600.00"}}),
              ElementsAre("2025-01-01 2025-03-31 2 x 300.00"));
  EXPECT_THAT(asked(once, {first}), IsEmpty());
  EXPECT_THAT(asked(once, {{"1", "2025-02-10", "2025-02-10", "4", "120.00"},
                           {"2", "2025-02-10", "2025-02-10", "6", "180.00"}}),
              IsEmpty());
  // Two instalments, each with the whole quantity.
  EXPECT_THAT(asked(once, {{"1", "2025-02-10", "2025-02-10", "10", "150.00"},
                           {"2", "2025-02-10", "2025-02-10", "10", "150.00"}}),
              IsEmpty());
  EXPECT_THAT(asked(once, {first,
                           {"2", "2025-02-10", "2025-02-10", "10", "300.00"},
                           {"3", "2025-02-10", "2025-02-10", "-10", "-300.00"}}),
              IsEmpty());
}

TEST(ChargedTwice, never_more_than_was_charged_and_nothing_that_is_too_much_by_itself) {
  EXPECT_THAT(asked(monthly, {{"1", "2025-02-01", "2025-02-28", "700", "21000.00"},
                              {"2", "2025-02-01", "2025-02-28", "700", "21700.00"}}),
              ElementsAre("2025-02-01 2025-02-28 2 x 21000.00"));
  EXPECT_THAT(
      asked(monthly, {{"1", "2025-02-01", "2025-02-28", "700", "21000.00"},
                      {"2", "2025-03-01", "2025-03-31", "700", "21000.00"},
                      {"3", "2025-02-01", "2025-03-31", "1400", "40000.00"}}),
      ElementsAre("2025-02-01 2025-02-28 2 x 20000.00", "2025-03-01 2025-03-31 2 x 20000.00"));
  EXPECT_THAT(asked(monthly, {{"1", "2025-02-01", "2025-02-28", "700", "21000.00"},
                              {"2", "2025-02-01", "2025-02-28", "700", "20000.00"}}),
              ElementsAre("2025-02-01 2025-02-28 2 x 20000.00"));
  // A cent that two months share is asked once.
  EXPECT_THAT(
      asked(monthly, {{"1", "2025-02-01", "2025-02-28", "700", "21000.00"},
                      {"2", "2025-03-01", "2025-03-31", "700", "21000.00"},
                      {"3", "2025-02-01", "2025-03-31", "1400", "40000.01"}}),
      ElementsAre("2025-02-01 2025-02-28 2 x 20000.01", "2025-03-01 2025-03-31 2 x 20000.00"));
}

TEST(ChargedTwice, ends_with_a_credit_of_a_whole_invoice) {
  std::vector<InvoiceLine> rows = rows_of({{"1", "2025-02-01", "2025-02-28", "700", "21000.00"},
                                           {"2", "2025-02-01", "2025-02-28", "700", "21000.00"},
                                           {"C", "2025-03-05", "2025-03-05", "1", "-21000.00"}});
  rows.back().line = "Invoice 2 was a mistake";
  rows.back().corrects = "2";
  EXPECT_THAT(asked_of(monthly, rows), IsEmpty());
  EXPECT_THAT(asked_of("", rows), IsEmpty());
  rows.back().amount = *Decimal::parse("-20000.00");
  EXPECT_THAT(asked_of(monthly, rows), ElementsAre("2025-02-01 2025-02-28 2 x 21000.00"));
  // The first one, and one that is right but for its price.
  rows.back().amount = *Decimal::parse("-21000.00");
  rows.back().corrects = "1";
  EXPECT_THAT(asked_of(monthly, rows), IsEmpty());
  rows[1].amount = *Decimal::parse("21700.00");
  EXPECT_THAT(asked_of(monthly, rows), IsEmpty());
}

TEST(ChargedTwice, what_lies_above_the_first_time_of_unequal_rows) {
  const auto february = [&](const char* first, const char* first_amount, const char* second,
                            const char* second_amount) {
    return asked(monthly, {{"1", "2025-02-01", "2025-02-28", first, first_amount},
                           {"2", "2025-02-01", "2025-02-28", second, second_amount}});
  };
  // Never more than the second invoice.
  EXPECT_THAT(february("700", "21000.00", "650", "19500.00"),
              ElementsAre("2025-02-01 2025-02-28 2 x 19500.00"));
  // 1,300 hours less the 700 that were bought.
  EXPECT_THAT(february("500", "15000.00", "800", "24000.00"),
              ElementsAre("2025-02-01 2025-02-28 2 x 18000.00"));
  EXPECT_THAT(february("690", "20700.00", "690", "20700.00"),
              ElementsAre("2025-02-01 2025-02-28 2 x 20700.00"));
}

TEST(ChargedTwice, what_a_credit_takes_back_of_it_is_not_too_little) {
  const auto open_after = [](const char* to, const char* credit) {
    const auto source = std::make_shared<const SourceText>(
        "contract.toml",
        "schema = 1\n[contract]\nid = \"T\"\ncurrency = \"EUR\"\nstart = 2025-01-01\n[price.a]\n"
        "unit_price = 30.00\nprice_date = 2025-01-01\nquantity = { per_month = 700 }\n");
    const Loaded<Contract> contract = read_contract(source);
    const Audit found = audit(*contract.value, Library(),
                              rows_of({{"1", "2025-02-01", "2025-02-28", "700", "21000.00"},
                                       {"2", "2025-02-01", "2025-02-28", "700", "21000.00"},
                                       {"3", "2025-02-01", to, "0", credit}}),
                              *Date::parse("2025-12-31"));
    const auto text = [](const Figure& figure) {
      return std::get<Money>(figure.value).amount.text();
    };
    return text(found.totals.under) + " " + text(found.charged_twice);
  };
  EXPECT_EQ(open_after("2025-02-28", "-3000.00"), "0.00 18000.00");
  EXPECT_EQ(open_after("2025-02-14", "-10500.00"), "0.00 10500.00");
}

TEST(ChargedTwice, is_not_too_little_as_well) {
  const auto source = std::make_shared<const SourceText>(
      "contract.toml",
      "schema = 1\n[contract]\nid = \"T\"\ncurrency = \"EUR\"\nstart = 2025-01-01\n[price.a]\n"
      "unit_price = 30.00\nprice_date = 2025-01-01\nquantity = { per_month = 700 }\n");
  const Loaded<Contract> contract = read_contract(source);
  const Audit found = audit(*contract.value, Library(),
                            rows_of({{"1", "2025-02-01", "2025-02-28", "700", "21000.00"},
                                     {"2", "2025-02-01", "2025-02-28", "700", "20000.00"}}),
                            *Date::parse("2025-12-31"));
  EXPECT_EQ(std::get<Money>(found.charged_twice.value).amount, Ratio(20000));
  EXPECT_FALSE(found.differs());
}

TEST(ChargedTwice, a_month_of_tiers_fills_them_once) {
  const auto source = std::make_shared<const SourceText>(
      "contract.toml",
      "schema = 1\n[contract]\nid = \"T\"\ncurrency = \"EUR\"\nstart = 2025-01-01\n[price.a]\n"
      "price_date = 2025-01-01\nquantity = { per_month = 20 }\n"
      "tiers = [{ up_to = 10, unit_price = 5.00 }, { unit_price = 4.00 }]\n");
  const Loaded<Contract> contract = read_contract(source);
  const Audit found = audit(*contract.value, Library(),
                            rows_of({{"1", "2025-01-01", "2025-01-31", "20", "90.00"},
                                     {"2", "2025-01-01", "2025-01-31", "20", "90.00"}}),
                            *Date::parse("2025-12-31"));
  const Ratio twice = std::get<Money>(found.charged_twice.value).amount;
  const Ratio over = std::get<Money>(found.totals.over.value).amount;
  EXPECT_EQ(twice, Ratio(90));
  EXPECT_EQ(twice + over, Ratio(90));
}

}  // namespace charged_twice_test
