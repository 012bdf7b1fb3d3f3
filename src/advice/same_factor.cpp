#include "advice/same_factor.hpp"

#include <algorithm>

namespace pricetalk {

namespace {

/// Whether a comparison or a table of an expression asks for the price in force.
bool compares_the_price(const Expression& expression, bool inside = false) {
  if (inside && expression.kind == Expression::Kind::name && expression.name == "P0") return true;
  inside = inside || expression.kind == Expression::Kind::call;
  return std::any_of(expression.operands.begin(), expression.operands.end(),
                     [&](const Expression& each) { return compares_the_price(each, inside); });
}

bool asks_nothing_of_before(const Limits& limits) {
  const bool none = limits.cap.empty() && limits.floor.empty();
  return limits.cap_total.empty() && limits.floor_total.empty() && !limits.highest_price &&
         !limits.lowest_price && !limits.largest_increase &&
         (none ||
          (limits.per.value == LimitPer::adjustment && limits.carry_over.value == CarryOver::none &&
           limits.unused_cap.value == UnusedCap::lost));
}

bool same_factor(const Clause& clause) {
  if (clause.resets_base.value) return false;
  return std::all_of(clause.ladders.begin(), clause.ladders.end(), [&](const DatedLadder& each) {
    const Ladder& ladder = each.ladder;
    const bool limited = !ladder.limits.cap.empty() || !ladder.limits.floor.empty();
    if (clause.compounding.value == Compounding::base && limited) return false;
    return asks_nothing_of_before(ladder.limits) &&
           std::none_of(ladder.formula.value.lines.begin(), ladder.formula.value.lines.end(),
                        [](const Formula::Line& line) { return compares_the_price(line.value); });
  });
}

}  // namespace

bool same_factor_whatever_comes(const Contract& contract, const Line& line, Date day) {
  const auto& decisions = contract.terms.decision;
  return std::all_of(line.clauses.begin(), line.clauses.end(),
                     [&](std::size_t each) { return same_factor(contract.clauses[each]); }) &&
         std::none_of(decisions.begin(), decisions.end(), [&](const DecisionTerms& each) {
           return each.kind.value == DecisionKind::agreed_price && each.date.value > day &&
                  contract.agreed_on(each.date.value, line) == &each;
         });
}

}  // namespace pricetalk
