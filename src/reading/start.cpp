#include "contract/formula.hpp"
#include "reading/rank.hpp"
#include "reading/table.hpp"

namespace pricetalk {

namespace {

using Kind = Expression::Kind;

void put_for_price(Expression& expression, const Decimal& original) {
  if (expression.kind == Kind::name && expression.name == "P0") {
    expression = Expression{};
    expression.number = original;
  }
  for (Expression& operand : expression.operands) put_for_price(operand, original);
}

/// New price / original price, as a text of the formula language.
std::string coefficient_text(const Formula& formula, const std::string& original,
                             const RoundingRule& rounding) {
  std::string text = "(" + normal_form(formula.lines.back().value) + ")";
  if (formula.result == FormulaResult::change) text = "(1 + " + text + ")";
  if (formula.result == FormulaResult::price) text = "(" + text + "/" + original + ")";
  if (rounding.kind == RoundingRule::Kind::none) return text;
  Expression rounded;
  rounded.kind = Kind::round;
  rounded.rounding = rounding;
  rounded.operands.emplace_back();
  // The precision as the formula language writes it, around the text.
  const std::string one = normal_form(rounded);
  return "round(" + text + one.substr(one.find(','));
}

/// P0 + original x (coefficient since the start - 1): what came before counts twice.
bool add_since_start(Ladder& ladder, const Decimal& original) {
  if (original.is_zero() || ladder.formula.value.lines.empty()) return false;
  Formula formula = ladder.formula.value;
  std::string text;
  for (Formula::Line& line : formula.lines) {
    put_for_price(line.value, original);
    if (&line != &formula.lines.back()) text += line.name + " = " + normal_form(line.value) + "\n";
  }
  Stated<RoundingRule>& rounding = ladder.rounding.coefficient;
  text += "P = P0 + " + original.text() + "*(" +
          coefficient_text(formula, original.text(), rounding.value) + " - 1)";
  Diagnostics unseen;
  auto made = parse_formula(text, {}, unseen);
  if (!made) return false;
  ladder.formula = {std::move(*made), ladder.formula.where};
  rounding = {RoundingRule{}, {}};
  return true;
}

/// U2: the figure of the start as reference, on the price that was already raised.
bool compare_with_start(Clause& clause) {
  if (clause.compounding.value == Compounding::base) {
    clause.compounding.value = Compounding::previous;
    for (DatedLadder& dated : clause.ladders)
      if (dated.ladder.limits.carry_over.by_default())
        dated.ladder.limits.carry_over.value = CarryOver::none;
    return true;
  }
  bool changed = false;
  for (IndexRead& read : clause.reads) {
    const PeriodRule::Back* back = read.base.value.back();
    if (back == nullptr || back->what == LookBack::at_start) continue;
    if (read.first_base) {
      read.base = *read.first_base;
    } else {
      PeriodRule rule;
      rule.what = PeriodRule::Back{LookBack::at_start, {}};
      rule.text = "at start";
      read.base = {rule, read.base.where};
    }
    changed = true;
  }
  return changed;
}

}  // namespace

void start_readings(const ReadingScope& scope, std::vector<Reading>& made) {
  made.push_back(clause_reading(
      scope, "mixed-base", rank::mixed_base,
      {"on {} compared with the very first figure, on a price that was already raised",
       "op {} vergeleken met het allereerste cijfer, op een prijs die al verhoogd was"},
      compare_with_start));
  made.back().aspect = {Aspect::Part::base};
  if (scope.line->prices.size() != 1 || !scope.line->parts.empty()) return;
  made.push_back(clause_reading(
      scope, "since-start-added", rank::since_start_added,
      {"on {} the change since the start, on the original amount, added to the amount in force",
       "op {} de verandering sinds het begin, over het oorspronkelijke bedrag, opgeteld bij het "
       "bedrag dat al gold"},
      [original = scope.line->prices.front().original.value](Clause& clause) {
        if (!compare_with_start(clause)) return false;
        for (DatedLadder& dated : clause.ladders)
          if (!add_since_start(dated.ladder, original)) return false;
        return true;
      }));
  made.back().aspect = {Aspect::Part::base};
}

}  // namespace pricetalk
