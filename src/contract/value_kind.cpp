#include "contract/value_kind.hpp"

#include <algorithm>
#include <vector>

#include "contract/formula.hpp"
#include "contract/weights.hpp"

namespace pricetalk {

namespace {

bool is_ratio(const Expression& e, const Ladder& ladder, const Clause& clause) {
  const auto weight = sum_of_weights(e, ladder, clause);
  return weight && weight->moves && weight->total == Ratio(1);
}

/// `(S - S0)/S0`.
bool is_share_of_reference(const Expression& e) {
  return e.kind == Expression::Kind::div && e.operands[0].kind == Expression::Kind::sub &&
         e.operands[1].kind == Expression::Kind::name &&
         e.operands[0].operands[0].kind == Expression::Kind::name &&
         e.operands[0].operands[1].kind == Expression::Kind::name &&
         e.operands[0].operands[1].name == e.operands[1].name &&
         e.operands[1].name == e.operands[0].operands[0].name + "0";
}

bool is_one(const Expression& e) {
  return e.kind == Expression::Kind::number && !e.percent && e.number == Decimal(1, 0);
}

}  // namespace

std::optional<Ratio> stated_number(const LimitValue& limit) {
  const Expression* e = &limit.value;
  const bool negative = e->kind == Expression::Kind::negate;
  if (negative) e = &e->operands.front();
  if (limit.none || e->kind != Expression::Kind::number) return std::nullopt;
  const Ratio number = e->percent ? Ratio(e->number) / Ratio(100) : Ratio(e->number);
  return negative ? -number : number;
}

const Expression* line_of(const Ladder& ladder, const std::string& name) {
  for (const Formula::Line& each : ladder.formula.value.lines)
    if (each.name == name) return &each.value;
  return nullptr;
}

bool starts_from_money(const Ladder& ladder, const Clause& clause) {
  const Formula& formula = ladder.formula.value;
  if (formula.result != FormulaResult::price) return false;
  std::vector<NameUse> uses;
  for (const Formula::Line& line : formula.lines) names_in(line.value, uses);
  return std::none_of(uses.begin(), uses.end(),
                      [](const NameUse& use) { return use.name == "P0"; }) &&
         kind_of_value(formula.lines.back().value, ladder, clause) != ValueKind::ratio;
}

ValueKind kind_of_value(const Expression& e, const Ladder& ladder, const Clause& clause) {
  if (e.kind == Expression::Kind::name)
    if (const Expression* value = line_of(ladder, e.name))
      return kind_of_value(*value, ladder, clause);
  if (e.kind == Expression::Kind::round || e.kind == Expression::Kind::negate ||
      (e.kind == Expression::Kind::call && e.name == "abs"))
    return kind_of_value(e.operands[0], ladder, clause);
  if (is_ratio(e, ladder, clause)) return ValueKind::ratio;
  const bool less_one = e.kind == Expression::Kind::sub && is_one(e.operands[1]) &&
                        is_ratio(e.operands[0], ladder, clause);
  return less_one || is_share_of_reference(e) ? ValueKind::change : ValueKind::other;
}

}  // namespace pricetalk
