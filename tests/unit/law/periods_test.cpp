#include "law/periods.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <memory>

namespace pricetalk {
namespace period_rule_tests {

Date day(const char* text) { return *Date::parse(text); }

const Law& law() {
  static const Law shipped = shipped_law();
  return shipped;
}

std::vector<std::string> ids() {
  std::vector<std::string> made;
  for (const ClauseRule& rule : law().rules)
    if (is_of_periods(rule.asks)) made.push_back(rule.id);
  return made;
}

const ClauseRule& rule_called(const std::string& id) {
  return *std::find_if(law().rules.begin(), law().rules.end(),
                       [&](const ClauseRule& rule) { return rule.id == id; });
}

/// A member state without rows of its own: Sweden.
std::string country_of(const ClauseRule& rule) {
  return rule.jurisdiction == "EU" ? "SE" : rule.jurisdiction;
}

bool is_found(const ClauseRule& rule, Date decides) {
  const PeriodScope scope{country_of(rule), rule.audience.value_or(Audience::b2c), decides,
                          rule.second_hand};
  if (rule.asks == RuleAsks::beside_withdrawal || rule.asks == RuleAsks::beside_conformity) {
    const auto all = rows_beside(law(), scope, rule.asks);
    return std::find(all.begin(), all.end(), &rule) != all.end();
  }
  if (rule.second_hand && rule.only_if_agreed)
    return shortest_agreed(law(), scope, rule.asks).rule == &rule;
  return period_row(law(), scope, rule.asks).rule == &rule;
}

class PeriodRules : public testing::TestWithParam<std::string> {};

TEST_P(PeriodRules, holds_from_its_first_to_its_last_day) {
  const ClauseRule& rule = rule_called(GetParam());
  const Date last = rule.to.value_or(rule.read_on);
  // Before it was a member of the Union, no directive is looked at in Sweden.
  const Date first = rule.jurisdiction == "EU" ? std::max(rule.from, day("1995-01-01")) : rule.from;
  EXPECT_FALSE(is_found(rule, first.plus_days(-1)));
  EXPECT_TRUE(is_found(rule, first));
  EXPECT_TRUE(is_found(rule, first.plus_days(1)));
  EXPECT_TRUE(is_found(rule, last.plus_days(-1)));
  EXPECT_TRUE(is_found(rule, last));
  EXPECT_FALSE(is_found(rule, last.plus_days(1)));
}

TEST_P(PeriodRules, ends_later_for_a_later_event) {
  const ClauseRule& rule = rule_called(GetParam());
  if (!rule.time) {
    EXPECT_FALSE(rule.says.empty());
    return;
  }
  Date before = rule.last_day(day("2024-01-01"), country_of(rule));
  EXPECT_LT(day("2024-01-01"), before);
  for (int i = 1; i < 366; ++i) {
    const Date now = rule.last_day(day("2024-01-01").plus_days(i), country_of(rule));
    EXPECT_LE(before, now);
    before = now;
  }
}

INSTANTIATE_TEST_SUITE_P(all, PeriodRules, testing::ValuesIn(ids()), [](const auto& each) {
  std::string name = each.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

const ClauseRule* burden(const char* country, const char* bought, bool second_hand = false) {
  return period_row(law(), {country, Audience::b2c, day(bought), second_hand},
                    RuleAsks::burden_of_proof)
      .rule;
}

TEST(PeriodLaw, changes_the_burden_of_proof_on_the_day_of_the_purchase) {
  struct Change {
    const char* country;
    const char* before;
    const char* time_before;
    const char* from;
    const char* time_from;
  };
  for (const Change& each : {Change{"NL", "2022-04-26", "6 months", "2022-04-27", "12 months"},
                             Change{"BE", "2022-05-31", "6 months", "2022-06-01", "24 months"},
                             Change{"DE", "2021-12-31", "6 months", "2022-01-01", "12 months"},
                             Change{"FR", "2016-03-17", "6 months", "2016-03-18", "24 months"},
                             Change{"AT", "2021-12-31", "6 months", "2022-01-01", "12 months"},
                             Change{"SE", "2021-12-31", "6 months", "2022-01-01", "1 year"}}) {
    ASSERT_NE(burden(each.country, each.before), nullptr) << each.country;
    ASSERT_NE(burden(each.country, each.from), nullptr) << each.country;
    EXPECT_EQ(burden(each.country, each.before)->time->text(), each.time_before) << each.country;
    EXPECT_EQ(burden(each.country, each.from)->time->text(), each.time_from) << each.country;
  }
}

TEST(PeriodLaw, has_a_row_of_its_own_for_goods_that_were_used) {
  EXPECT_EQ(burden("FR", "2024-05-01", true)->time->text(), "12 months");
  EXPECT_EQ(burden("FR", "2024-05-01")->time->text(), "24 months");
  EXPECT_EQ(burden("BE", "2024-05-01", true)->time->text(), "24 months");
}

TEST(PeriodLaw, takes_the_directive_only_where_a_member_has_no_row_at_all) {
  const auto row = [](const char* country, const char* bought, RuleAsks asks) {
    return period_row(law(), {country, Audience::b2c, day(bought), false}, asks);
  };
  EXPECT_TRUE(row("ES", "2024-05-01", RuleAsks::withdrawal).by_directive);
  EXPECT_FALSE(row("NL", "2024-05-01", RuleAsks::withdrawal).by_directive);
  // Spain has rows on liability, from 2022 on: what held before is not taken from elsewhere.
  const PeriodRow before = row("ES", "2021-05-01", RuleAsks::liability);
  EXPECT_EQ(before.rule, nullptr);
  EXPECT_TRUE(before.other_days);
  // Croatia was no member then, and Norway is none.
  EXPECT_EQ(row("HR", "2010-05-01", RuleAsks::withdrawal).rule, nullptr);
  EXPECT_EQ(row("NO", "2024-05-01", RuleAsks::withdrawal).rule, nullptr);
  EXPECT_FALSE(knows_periods(law(), "NO", day("2024-05-01")));
  EXPECT_FALSE(knows_periods(law(), "US", day("2024-05-01")));
}

TEST(PeriodLaw, says_nothing_of_contracts_after_the_day_of_reading) {
  const PeriodRow row =
      period_row(law(), {"NL", Audience::b2c, day("2026-11-22"), false}, RuleAsks::burden_of_proof);
  EXPECT_EQ(row.rule, nullptr);
  EXPECT_TRUE(row.other_days);
}

TEST(PeriodLaw, knows_no_right_to_withdraw_for_a_business) {
  for (const char* country :
       {"NL", "BE", "DE", "FR", "AT", "LU", "IE", "ES", "PT", "IT", "GB", "CH"}) {
    const PeriodRow row =
        period_row(law(), {country, Audience::b2b, day("2024-05-01"), false}, RuleAsks::withdrawal);
    ASSERT_NE(row.rule, nullptr) << country;
    EXPECT_FALSE(row.rule->time) << country;
  }
}

TEST(PeriodLaw, counts_days_as_the_law_does) {
  const auto last = [](const char* id, const char* event) {
    const ClauseRule& rule = rule_called(id);
    return rule.last_day(day(event), country_of(rule)).text();
  };
  EXPECT_EQ(last("nl-withdrawal", "2025-03-05"), "2025-03-19");  // the day itself is not counted
  // Seven working days after Thursday 25 April 2013: 26, 29 April, 1, 2, 3, 6, 7 May; Queen's day
  // on the 30th is none.
  EXPECT_EQ(last("nl-withdrawal-until-2014", "2013-04-25"), "2013-05-07");
  EXPECT_EQ(last("fr-withdrawal-until-2014", "2013-04-01"), "2013-04-09");  // jours francs
  EXPECT_EQ(last("nl-burden-until-2022", "2021-08-31"), "2022-02-28");      // no 31 February
  EXPECT_EQ(last("nl-burden", "2024-02-29"), "2025-02-28");
  EXPECT_EQ(last("de-uninformed", "2025-03-05"), "2026-03-19");
  EXPECT_EQ(last("it-claim-limit", "2024-01-15"), "2026-03-15");
}

TEST(PeriodLaw, puts_the_rules_of_a_users_file_before_its_own) {
  const Loaded<Law> own = read_law(std::make_shared<const SourceText>(
      "own.toml",
      "schema = 1\n[rule.own]\njurisdiction = \"NL\"\naudience = \"b2c\"\nasks = "
      "\"burden-of-proof\"\nact = \"draft\"\nfrom = 2026-01-01\nread_on = 2027-12-31\ntime = \"18 "
      "months\"\nsays = \"a draft\"\nseen = false\n"));
  ASSERT_TRUE(own.ok());
  Law both = *own.value;
  for (const ClauseRule& rule : law().rules) both.rules.push_back(rule);
  const auto time = [&](const char* bought) {
    return period_row(both, {"NL", Audience::b2c, day(bought), false}, RuleAsks::burden_of_proof)
        .rule->time->text();
  };
  EXPECT_EQ(time("2025-12-31"), "12 months");
  EXPECT_EQ(time("2026-01-01"), "18 months");
  EXPECT_EQ(time("2027-06-01"), "18 months");
}

}  // namespace period_rule_tests
}  // namespace pricetalk
