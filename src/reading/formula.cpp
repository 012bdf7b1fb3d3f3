#include "contract/formula.hpp"

#include <algorithm>

#include "reading/rank.hpp"
#include "reading/table.hpp"

namespace pricetalk {

namespace {

using Kind = Expression::Kind;

/// The sum of the formula: behind `P0 *`, where there is one.
Expression& sum_of(Formula& formula) {
  Expression* value = &formula.lines.back().value;
  if (value->kind == Kind::mul)
    for (std::size_t i = 0; i < 2; ++i)
      if (value->operands[i].kind == Kind::name && value->operands[i].name == "P0")
        return value->operands[1 - i];
  return *value;
}

/// The terms of a chain of additions, from left to right.
void terms_of(Expression& expression, std::vector<Expression*>& terms) {
  if (expression.kind == Kind::add) {
    terms_of(expression.operands[0], terms);
    terms_of(expression.operands[1], terms);
  } else {
    terms.push_back(&expression);
  }
}

std::vector<Expression*> terms_of(Formula& formula) {
  std::vector<Expression*> terms;
  terms_of(sum_of(formula), terms);
  return terms;
}

/// The weight of a term: the only number in a product, `0.70*L/L0`.
Expression* weight_of(Expression& term) {
  if (term.kind != Kind::mul && term.kind != Kind::div) return nullptr;
  Expression* found = nullptr;
  for (Expression& operand : term.operands) {
    Expression* number = operand.kind == Kind::number ? &operand : weight_of(operand);
    if (number != nullptr && found != nullptr) return nullptr;
    if (number != nullptr) found = number;
  }
  return found;
}

Ratio fraction_of(const Expression& number) {
  return number.percent ? Percent{number.number}.as_fraction() : Ratio(number.number);
}

/// Whether the result is a coefficient, or a price that is P0 times one.
bool gives_coefficient(const Formula& formula) {
  return formula.result == FormulaResult::coefficient || formula.result == FormulaResult::price;
}

/// The fixed part of `0.15 + 0.85*S/S0`, when there is exactly one and weights follow it.
Expression* fixed_part(Formula& formula) {
  if (!gives_coefficient(formula)) return nullptr;
  Expression* found = nullptr;
  const std::vector<Expression*> terms = terms_of(formula);
  for (Expression* term : terms) {
    if (term->kind != Kind::number) continue;
    if (found != nullptr) return nullptr;
    found = term;
  }
  if (terms.size() < 2 || found == nullptr) return nullptr;
  const Ratio share = fraction_of(*found);
  return share > Ratio(0) && share < Ratio(1) ? found : nullptr;
}

/// (sum - fixed) / (1 - fixed): the weights of the moving parts count for the whole price.
bool move_fixed_part(Ladder& ladder) {
  Formula& formula = ladder.formula.value;
  Expression* fixed = fixed_part(formula);
  if (fixed == nullptr) return false;
  const auto moving = (Ratio(1) - fraction_of(*fixed)).exact_decimal();
  if (!moving) return false;
  fixed->number = Decimal();
  fixed->percent = false;
  Expression& sum = sum_of(formula);
  Expression whole;
  whole.number = *moving;
  Expression quotient;
  quotient.kind = Kind::div;
  quotient.operands = {sum, whole};
  sum = std::move(quotient);
  return true;
}

std::string name_in(const Expression& term) {
  std::vector<NameUse> names;
  names_in(term, names);
  return names.empty() ? std::string() : names.front().name;
}

/// `weights` counts the weighted terms from the left.
bool swap_weights(Ladder& ladder, std::size_t first, std::size_t second) {
  std::vector<Expression*> weights;
  for (Expression* term : terms_of(ladder.formula.value))
    if (Expression* weight = weight_of(*term)) weights.push_back(weight);
  if (weights.size() <= second || fraction_of(*weights[first]) == fraction_of(*weights[second]))
    return false;
  std::swap(weights[first]->number, weights[second]->number);
  std::swap(weights[first]->percent, weights[second]->percent);
  return true;
}

void weight_readings(const ReadingScope& scope, std::vector<Reading>& made) {
  Formula formula = scope.clause->ladders.front().ladder.formula.value;
  std::vector<std::string> names;
  for (Expression* term : terms_of(formula))
    if (weight_of(*term) != nullptr) names.push_back(name_in(*term));
  for (std::size_t a = 0; a < names.size(); ++a)
    for (std::size_t b = a + 1; b < names.size(); ++b) {
      made.push_back(ladder_reading(
          scope, "weights-swapped/" + names[a] + "/" + names[b], rank::weights_swapped,
          {"weights of " + names[a] + " and " + names[b] + " swapped",
           "gewichten van " + names[a] + " en " + names[b] + " verwisseld"},
          [a, b](Ladder& ladder) { return swap_weights(ladder, a, b); }));
      made.back().aspect = {Aspect::Part::formula, "weights"};
    }
}

/// U10: 117 against 110 read as 7 % up. Only where the clause follows one index.
bool read_points_as_percent(Clause& clause) {
  if (clause.reads.size() != 1) return false;
  bool changed = false;
  for (DatedLadder& dated : clause.ladders) {
    Ladder& ladder = dated.ladder;
    if (ladder.threshold && ladder.threshold->limit.points) {
      if (const auto fraction =
              (Ratio(ladder.threshold->limit.value) / Ratio(100)).exact_decimal()) {
        ladder.threshold->limit = {*fraction, false};
        changed = true;
      }
      continue;
    }
    if (ladder.formula.value.lines.size() != 1) continue;
    Diagnostics unseen;
    const std::string& symbol = clause.reads.front().symbol;
    const auto points =
        parse_formula("change = (" + symbol + " - " + symbol + "0) / 100", {}, unseen);
    if (!points) continue;
    ladder.formula = {*points, ladder.formula.where};
    changed = true;
  }
  return changed;
}

void formula_mistakes(const ReadingScope& scope, std::vector<Reading>& made) {
  Formula formula = scope.clause->ladders.front().ladder.formula.value;
  if (const Expression* fixed = fixed_part(formula)) {
    const Phrase share = in_both(
        (fraction_of(*fixed) * Ratio(100)).exact_decimal().value_or(Decimal()).text() + "%");
    made.push_back(ladder_reading(scope, "fixed-part-indexed", rank::fixed_part_indexed,
                                  {"the fixed part of " + share.en + " indexed as well",
                                   "het vaste deel van " + share.nl + " ook geïndexeerd"},
                                  move_fixed_part));
    made.back().aspect = {Aspect::Part::formula, "fixed"};
  }
  weight_readings(scope, made);
  made.push_back(
      clause_reading(scope, "points-as-percent", rank::points_as_percent,
                     {"index points read as percents", "indexpunten als procenten gelezen"},
                     read_points_as_percent));
  made.back().aspect = {Aspect::Part::formula};
}

}  // namespace

const Stage formula_stage{Stage::Of::both, formula_mistakes};

}  // namespace pricetalk
