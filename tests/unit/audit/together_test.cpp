#include <gmock/gmock.h>

#include "audited.hpp"
#include "pricetalk/explain/format.hpp"

// One search over the prices of several lines of one clause.

namespace pricetalk {
namespace together_test {

using priced::Talk;
using testing::SizeIs;
using testing::StartsWith;

/// Lines of one clause that reads March; February rose by 3.00 %, January by 3.02 %, April by
/// 2.98 %, March itself by 1 %.
std::string contract(const std::vector<std::pair<std::string, std::string>>& lines,
                     const std::string& currency = "EUR") {
  std::string text =
      "schema = 1\n[contract]\nid = \"T\"\ncurrency = \"" + currency + "\"\nstart = 2020-01-01\n";
  for (const auto& [id, price] : lines)
    text +=
        "[price." + id + "]\nunit_price = " + price + "\nprice_date = 2020-01-01\nclause = \"c\"\n";
  return text + R"([clause.c]
adjust = { every = "year", on = "01-01" }
[clause.c.index.X]
series = "s"
use = "march of previous year"
[[series]]
id = "s"
figures = [["2018-12", 98.7], ["2019-01", 99.1], ["2019-02", 99.4], ["2019-03", 99.8],
  ["2019-04", 100.3], ["2019-05", 100.6], ["2019-06", 101.1], ["2019-12", 103.3],
  ["2020-01", 102.09282], ["2020-02", 102.382], ["2020-03", 100.798], ["2020-04", 103.28894],
  ["2020-05", 106.9], ["2020-06", 104.9]]
)";
}

InvoiceLine row(const char* line, const char* year, const char* price) {
  const std::string first = std::string(year) + "-01-01";
  const std::string last = std::string(year) + "-12-31";
  InvoiceLine made = audited::charged(
      first.c_str(), last.c_str(), "10", price,
      round(Ratio(audited::number(price)) * Ratio(10), Rounding::decimals(2)).text().c_str());
  made.line = line;
  return made;
}

/// 10.20 and 10.45 raised by the figures of February: 10.506, where January gives 10.508 and April
/// 10.504; and 10.764, where January gives 10.766 and April 10.761.
std::vector<InvoiceLine> of_a() { return {row("a", "2020", "10.20"), row("a", "2021", "10.51")}; }
std::vector<InvoiceLine> of_b() { return {row("b", "2020", "10.45"), row("b", "2021", "10.76")}; }

std::vector<InvoiceLine> with(std::vector<InvoiceLine> rows, const std::vector<InvoiceLine>& more) {
  rows.insert(rows.end(), more.begin(), more.end());
  return rows;
}

const std::vector<std::pair<std::string, std::string>> two = {{"a", "10.20"}, {"b", "10.45"}};

std::vector<std::string> told(const Audit& audit, const char* line) {
  std::vector<std::string> made;
  for (const Explanation& each : audit.find_line(line)->causes.explanations)
    for (const Misreading& one : each.misreadings) made.push_back(one.reading);
  return made;
}

TEST(CausesTogether, tell_one_cause_where_each_line_by_itself_has_several) {
  const Talk talk(contract(two));
  EXPECT_THAT(told(audited::of(talk, of_a()), "a"),
              testing::UnorderedElementsAre("wrong-month-1", "wrong-month-2"));
  EXPECT_THAT(told(audited::of(talk, of_b()), "b"),
              testing::UnorderedElementsAre("wrong-month-1", "wrong-month+1"));
  const Audit both = audited::of(talk, with(of_a(), of_b()));
  EXPECT_THAT(told(both, "a"), testing::ElementsAre("wrong-month-1"));
  EXPECT_THAT(told(both, "b"), testing::ElementsAre("wrong-month-1"));
  for (const char* line : {"a", "b"})
    EXPECT_THAT(both.find_line(line)->causes.lines, SizeIs(2)) << line;
}

TEST(CausesTogether, are_said_as_either_or_where_the_prices_do_not_tell_which) {
  const Talk talk(contract(two));
  const Audit made = audited::of(talk, of_a());
  const Phrase said = made.find_line("a")->causes.sentence();
  EXPECT_THAT(said.en, testing::HasSubstr("either on 1 January 2021 the figure of February used"));
  EXPECT_THAT(said.en, testing::HasSubstr(", or on 1 January 2021 the figure of January used"));
  EXPECT_THAT(said.nl, testing::HasSubstr("óf op 1 januari 2021 het cijfer van februari gebruikt"));
}

TEST(CausesTogether, are_surer_with_every_line) {
  const auto coincidence = [](const Audit& audit) {
    return audit.find_line("a")->causes.explanations.front().coincidence;
  };
  const std::vector<std::pair<std::string, std::string>> three = {
      {"a", "10.20"}, {"b", "10.45"}, {"c", "86.40"}};
  const Talk talk(contract(three));
  const auto c = std::vector<InvoiceLine>{row("c", "2020", "86.40"), row("c", "2021", "88.99")};
  const auto alone = coincidence(audited::of(talk, of_a()));
  const auto both = coincidence(audited::of(talk, with(of_a(), of_b())));
  const auto all = coincidence(audited::of(talk, with(with(of_a(), of_b()), c)));
  EXPECT_LT(both, alone);
  EXPECT_LT(all, both);
}

TEST(CausesTogether, leave_out_a_line_that_was_charged_right) {
  // 10.45 by the figures of March: 10.5545.
  const Talk talk(contract(two));
  const Audit made =
      audited::of(talk, with(of_a(), {row("b", "2020", "10.45"), row("b", "2021", "10.55")}));
  EXPECT_EQ(made.find_line("b")->causes.result, Causes::Result::nothing_to_explain);
  EXPECT_THAT(made.find_line("a")->causes.lines, SizeIs(0));
  EXPECT_FALSE(made.find_line("a")->causes.explanations.empty());
}

TEST(CausesTogether, are_sought_line_by_line_where_each_has_its_own) {
  // Of b by the figures of May, 6.26 %: 11.1045.
  const Talk talk(contract(two));
  const Audit made =
      audited::of(talk, with(of_a(), {row("b", "2020", "10.45"), row("b", "2021", "11.10")}));
  EXPECT_THAT(told(made, "a"), testing::Contains("wrong-month-1"));
  EXPECT_THAT(told(made, "b"), testing::ElementsAre("wrong-month+2"));
  EXPECT_THAT(made.find_line("a")->causes.lines, SizeIs(0));
}

TEST(CausesTogether, find_the_lines_that_share_one_beside_another_that_does_not) {
  const std::vector<std::pair<std::string, std::string>> three = {
      {"a", "10.20"}, {"b", "10.45"}, {"c", "86.40"}};
  // Of c by the figures of May: 91.81.
  const Talk talk(contract(three));
  const Audit made = audited::of(
      talk, with(with(of_a(), of_b()), {row("c", "2020", "86.40"), row("c", "2021", "91.81")}));
  EXPECT_THAT(told(made, "a"), testing::ElementsAre("wrong-month-1"));
  EXPECT_THAT(told(made, "b"), testing::ElementsAre("wrong-month-1"));
  EXPECT_THAT(told(made, "c"), testing::ElementsAre("wrong-month+2"));
}

}  // namespace together_test
}  // namespace pricetalk
