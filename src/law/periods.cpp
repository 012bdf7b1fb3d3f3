#include "law/periods.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace pricetalk {

namespace {

constexpr const char* union_code = "EU";

/// A member state and its first year; the accessions were on 1 January, or earlier than any row.
struct Member {
  std::string_view code;
  int since = 1995;
};

/// Accession of 2004 was on 1 May, of 2013 on 1 July: a contract of the months before finds no row.
constexpr std::array<Member, 27> members = {{
    {"AT"},       {"BE"}, {"BG", 2007}, {"CY", 2005}, {"CZ", 2005}, {"DE"},       {"DK"},
    {"EE", 2005}, {"ES"}, {"FI"},       {"FR"},       {"GR"},       {"HR", 2014}, {"HU", 2005},
    {"IE"},       {"IT"}, {"LT", 2005}, {"LU"},       {"LV", 2005}, {"MT", 2005}, {"NL"},
    {"PL", 2005}, {"PT"}, {"RO", 2007}, {"SE"},       {"SI", 2005}, {"SK", 2005},
}};

bool is_member(std::string_view jurisdiction, Date day) {
  return std::any_of(members.begin(), members.end(), [&](const Member& each) {
    return each.code == jurisdiction && each.since <= day.year();
  });
}

/// What a row must be about besides its country and day.
struct Asked {
  RuleAsks asks;
  Audience audience;
  bool second_hand = false;
  bool if_agreed = false;  ///< rows of the shortest time for used goods
};

bool answers(const ClauseRule& rule, const Asked& asked) {
  return rule.asks == asked.asks && (!rule.audience || *rule.audience == asked.audience) &&
         rule.subjects.empty() && rule.second_hand == asked.second_hand &&
         (!rule.second_hand || rule.only_if_agreed == asked.if_agreed);
}

PeriodRow row_of(const Law& law, const std::string& jurisdiction, Date day, const Asked& asked) {
  PeriodRow made;
  for (const ClauseRule& rule : law.rules) {
    if (rule.jurisdiction != jurisdiction || !answers(rule, asked)) continue;
    if (rule.holds_on(day)) return {&rule, false, false};
    made.other_days = true;
  }
  return made;
}

PeriodRow row_or_directive(const Law& law, const PeriodScope& scope, const Asked& asked) {
  PeriodRow made = row_of(law, scope.jurisdiction, scope.decides, asked);
  if (made.rule != nullptr || made.other_days || !is_member(scope.jurisdiction, scope.decides))
    return made;
  made = row_of(law, union_code, scope.decides, asked);
  made.by_directive = made.rule != nullptr;
  return made;
}

}  // namespace

bool is_of_periods(RuleAsks asks) {
  switch (asks) {
    case RuleAsks::withdrawal:
    case RuleAsks::claim_time:
    case RuleAsks::liability:
    case RuleAsks::burden_of_proof:
      return true;
    default:
      return !is_judged(asks);
  }
}

bool is_judged(RuleAsks asks) {
  switch (asks) {
    case RuleAsks::uninformed:
    case RuleAsks::send_back:
    case RuleAsks::refund:
    case RuleAsks::term_end:
    case RuleAsks::claim_limit:
    case RuleAsks::claim_tail:
    case RuleAsks::beside_withdrawal:
    case RuleAsks::beside_conformity:
      return false;
    default:
      return true;
  }
}

PeriodRow period_row(const Law& law, const PeriodScope& scope, RuleAsks asks) {
  if (scope.second_hand) {
    const PeriodRow used =
        row_of(law, scope.jurisdiction, scope.decides, {asks, scope.audience, true, false});
    if (used.rule != nullptr) return used;
  }
  return row_or_directive(law, scope, {asks, scope.audience, false, false});
}

PeriodRow shortest_agreed(const Law& law, const PeriodScope& scope, RuleAsks asks) {
  if (!scope.second_hand) return {};
  return row_or_directive(law, scope, {asks, scope.audience, true, true});
}

std::vector<const ClauseRule*> rows_beside(const Law& law, const PeriodScope& scope,
                                           RuleAsks asks) {
  const bool member = is_member(scope.jurisdiction, scope.decides);
  std::vector<const ClauseRule*> made;
  for (const ClauseRule& rule : law.rules)
    if ((rule.jurisdiction == scope.jurisdiction || (member && rule.jurisdiction == union_code)) &&
        answers(rule, {asks, scope.audience, false, false}) && rule.holds_on(scope.decides))
      made.push_back(&rule);
  return made;
}

bool knows_periods(const Law& law, const std::string& jurisdiction, Date day) {
  const bool member = is_member(jurisdiction, day);
  return std::any_of(law.rules.begin(), law.rules.end(), [&](const ClauseRule& rule) {
    return is_of_periods(rule.asks) &&
           (rule.jurisdiction == jurisdiction || (member && rule.jurisdiction == union_code));
  });
}

}  // namespace pricetalk
