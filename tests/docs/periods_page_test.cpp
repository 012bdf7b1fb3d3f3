#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "document/time_words.hpp"
#include "document/word_of.hpp"
#include "law/periods.hpp"
#include "program.hpp"

/// docs/reference/periods.md is made from the rules of law/periods.toml. UPDATE_GOLDEN=1 writes it
/// anew.
namespace pricetalk::harness {
namespace {

std::string time_of(const ClauseRule& rule) {
  if (!rule.time) return "in words";
  std::string text = duration_words(*rule.time).en;
  if (rule.counts == DayCount::working) text = std::to_string(rule.time->count) + " working days";
  if (rule.counts == DayCount::clear) text += " (clear days)";
  if (rule.then) text += " and " + duration_words(*rule.then).en;
  return text + " from " + std::string(word_of(rule.counted_from));
}

std::string period_rule_row(const ClauseRule& rule) {
  std::string name = rule.id;
  std::replace(name.begin(), name.end(), '-', '_');
  std::string who = rule.audience ? std::string(word_of(*rule.audience)) : "both";
  if (rule.second_hand) who += ", second-hand";
  return "| " + rule.jurisdiction + " | " + who + " | " + std::string(word_of(rule.asks)) + " | " +
         time_of(rule) + " | " + rule.from.text() + " | " +
         (rule.to ? rule.to->text() : std::string("–")) + " | " + rule.act + " | " +
         (rule.seen ? "read" : "not read") + " | `PeriodRules/" + name + "` |\n";
}

std::string periods_page() {
  std::string text =
      "# The rules behind `periods`\n\n"
      "What [law/periods.toml](../../law/periods.toml) knows of returns and of what is not as "
      "agreed, and the test of each rule: the day before its first day, that day, the day after, "
      "and the same around its last day (`tests/unit/law/periods_test.cpp`). The days are those of "
      "the contract, or of the purchase. Every rule is known until the day on which it was read; "
      "nothing is carried on beyond it. Rows of EU are directives, and stand in for a member state "
      "that has no row of its own. \"Not read\": the text of the law was not opened, and the row "
      "comes from commentary. No legal advice.\n\n"
      "This page is made from the rules; a test keeps it up to date.\n\n"
      "| country | customer | about | time | contracts from | to | act | text | test |\n"
      "|---|---|---|---|---|---|---|---|---|\n";
  const Law law = shipped_law();
  for (const ClauseRule& rule : law.rules)
    if (is_of_periods(rule.asks)) text += period_rule_row(rule);
  return text;
}

TEST(PeriodsPage, is_made_from_the_rules) {
  const std::string path = root() + "/docs/reference/periods.md";
  if (updating()) {
    write(path, periods_page());
    return;
  }
  const std::string differs = difference(periods_page(), read(path));
  EXPECT_TRUE(differs.empty()) << differs << "\n  UPDATE_GOLDEN=1 writes it anew";
}

}  // namespace
}  // namespace pricetalk::harness
