#include <gmock/gmock.h>

#include "audit/bulk.hpp"
#include "audit/sieve.hpp"
#include "audited.hpp"

// Of a row that runs past the beginning or the end of its contract or its line, only what the
// contract buys on the other days is allowed.
namespace pricetalk {
namespace outside_test {

using audited::charged;
using audited::of;
using audited::text;
using priced::Talk;
using testing::HasSubstr;
using testing::IsEmpty;

/// 100.00 each, 10 a month, from 2020-01-16 until 2020-12-31; `line` holds further keys of it.
std::string contract(const std::string& line = "quantity = { per_month = 10 }") {
  return "schema = 1\n[contract]\nid = \"T\"\ncurrency = \"EUR\"\nstart = 2020-01-16\n"
         "end = 2020-12-31\n[price.p]\nunit_price = 100.00\nprice_date = 2020-01-16\n" +
         line + "\n";
}

std::string only_warning(const Audit& audit) {
  const Diagnostics found = problems(audit);
  EXPECT_EQ(found.list().size(), 1U);
  if (found.list().empty()) return "";
  EXPECT_EQ(found.list().front().code, "A0133");
  return found.list().front().title.en;
}

TEST(DaysOutside, are_not_allowed_after_the_end_of_the_contract) {
  // Two months at 1000.00 were charged, of which the contract buys December.
  const Talk talk(contract());
  const auto audit = of(talk, {charged("2020-12-01", "2021-01-31", "20", "100.00", "2000.00")});
  EXPECT_EQ(text(audit.totals.over), "1000.00");
  EXPECT_THAT(only_warning(audit), HasSubstr("the days after 31 December 2020"));
}

TEST(DaysOutside, are_not_allowed_before_the_contract_begins) {
  // January has 31 days, of which 16 are inside: 1000.00 x 16 / 31 = 516.13.
  const Talk talk(contract());
  const auto audit = of(talk, {charged("2020-01-01", "2020-01-31", "10", "100.00", "1000.00")});
  EXPECT_EQ(text(audit.totals.over), "483.87");
  EXPECT_THAT(only_warning(audit), HasSubstr("the days before 16 January 2020"));
}

TEST(DaysOutside, are_not_allowed_after_the_end_of_a_line) {
  const Talk talk(contract("quantity = { per_month = 10 }\nuntil = 2020-06-15"));
  const auto half = of(talk, {charged("2020-06-01", "2020-06-30", "10", "100.00", "1000.00")});
  EXPECT_EQ(text(half.totals.over), "500.00");
  EXPECT_THAT(only_warning(half), HasSubstr("after 15 June 2020 lie behind the end of p"));
  const auto none = of(talk, {charged("2020-07-01", "2020-07-31", "10", "100.00", "1000.00")});
  EXPECT_THAT(only_warning(none), HasSubstr("this period lies after the end of p, 15 June 2020"));
}

TEST(DaysOutside, cost_nothing_where_the_row_charges_what_the_contract_buys_on_the_others) {
  // The month is named whole, the quantity and the amount are those of its 16 days.
  const Talk talk(contract());
  const auto audit = of(talk, {charged("2020-01-01", "2020-01-31", "5.1613", "100.00", "516.13")});
  EXPECT_FALSE(audit.differs());
}

TEST(DaysOutside, are_a_question_where_the_contract_states_no_quantity) {
  const auto audit =
      of(Talk(contract("")), {charged("2020-12-01", "2021-01-31", "20", "100.00", "2000.00")});
  EXPECT_FALSE(audit.differs());
  ASSERT_EQ(audit.undetermined().size(), 1U);
  EXPECT_THAT(audit.undetermined().front()->difference.why().reasons().front().text.en,
              HasSubstr("how much of this row was delivered on the other days?"));
}

TEST(DaysOutside, fill_the_tiers_with_no_more_than_belongs_to_the_others) {
  // Of 20 in December and January 10 are inside: 8 x 100.00 + 2 x 90.00.
  const std::string tiers =
      "schema = 1\n[contract]\nid = \"T\"\ncurrency = \"EUR\"\nstart = 2020-01-16\n"
      "end = 2020-12-31\n[price.p]\nprice_date = 2020-01-16\nquantity = { per_month = 10 }\n"
      "tiers = [{ up_to = 8, unit_price = 100.00 }, { unit_price = 90.00 }]\n";
  const auto audit = of(Talk(tiers), {charged("2020-12-01", "2021-01-31", "20", "", "1880.00")});
  EXPECT_EQ(text(audit.totals.over), "900.00");
}

TEST(DaysOutside, have_no_misreading_of_a_clause_as_their_cause) {
  std::string steps = priced::yearly("", R"(["2021", 4])", "");
  steps.replace(steps.find("unit_price"), 0, "quantity = { per_month = 10 }\nuntil = 2021-06-15\n");
  const auto audit =
      of(Talk(steps), {charged("2021-05-01", "2021-05-31", "10", "104.00", "1040.00"),
                       charged("2021-06-01", "2021-06-30", "10", "", "1040.00")});
  EXPECT_EQ(text(audit.totals.over), "520.00");
  EXPECT_THAT(audit.lines.front().causes.explanations, IsEmpty());
}

TEST(DaysOutside, are_found_in_a_folder_as_in_a_file) {
  const Talk talk(contract());
  const std::vector<BulkContract> contracts{
      {&talk.contract(), &talk.coverage().library(), "contract.toml"}};
  BulkOptions options;
  options.today = priced::day("2021-06-30");
  BulkAuditor auditor(contracts, options);
  auditor.file("f.csv");
  auditor.add(charged("2020-11-01", "2020-11-30", "10", "100.00", "1000.00"));
  auditor.add(charged("2020-12-01", "2021-01-31", "20", "100.00", "2000.00"));
  const BulkAudit made = std::move(auditor).finish();
  ASSERT_EQ(made.contracts.size(), 1U);
  EXPECT_EQ(text(made.contracts.front().totals.over), "1000.00");
}

}  // namespace outside_test
}  // namespace pricetalk
