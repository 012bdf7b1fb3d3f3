#include "contract/formula.hpp"
#include "contract/period_rule.hpp"
#include "reading/rank.hpp"
#include "reading/table.hpp"

// From which figure and which price a step starts.

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
      read.base = {looking_back(LookBack::at_start, "at start"), read.base.where};
    }
    changed = true;
  }
  return changed;
}

/// U1: the reference one interval too far back, on a price that was raised in between.
bool span_two_years(Clause& clause) {
  if (!clause.when.every || clause.when.every->value.unit != Unit::year) return false;
  const int years = clause.when.every->value.count;
  bool changed = false;
  for (IndexRead& read : clause.reads) {
    PeriodRule rule = read.base.value;
    if (const PeriodRule::Back* back = rule.back()) {
      if (back->what != LookBack::at_previous_date && back->what != LookBack::at_last_adjustment &&
          back->what != LookBack::earlier)
        continue;
      const Duration twice{years * 2, Unit::year};
      rule.what = PeriodRule::Back{LookBack::earlier, twice};
      rule.text = twice.text() + " earlier";
    } else if (auto* named = std::get_if<PeriodRule::Named>(&rule.what)) {
      named->years_before += years;
      rule.text = in_words(rule).en;
    } else {
      continue;
    }
    read.base = {rule, read.base.where};
    changed = true;
  }
  return changed;
}

/// Each time the change of the year, on the price of the beginning: what came before is lost.
bool start_from_original(Clause& clause) {
  if (clause.compounding.value == Compounding::base) return false;
  clause.compounding.value = Compounding::base;
  for (DatedLadder& dated : clause.ladders) dated.ladder.limits.carry_over.value = CarryOver::both;
  return true;
}

void since_start(const ReadingScope& scope, std::vector<Reading>& made) {
  if (scope.line->prices.size() != 1 || !scope.line->parts.empty() || scope.line->follows) return;
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

/// Every percentage of the original price, added to the price in force: 2 % and 3 % are 5 %.
void percentages_added(const ReadingScope& scope, std::vector<Reading>& made) {
  if (scope.line->prices.size() != 1 || !scope.line->parts.empty() || scope.line->follows) return;
  made.push_back(
      clause_reading(scope, "percentages-added", rank::percentages_added,
                     {"percentages added instead of chained, on {}",
                      "percentages opgeteld in plaats van over elkaar gerekend, op {}"},
                     [original = scope.line->prices.front().original.value](Clause& clause) {
                       if (clause.compounding.value == Compounding::base) return false;
                       for (DatedLadder& dated : clause.ladders)
                         if (!add_since_start(dated.ladder, original)) return false;
                       return true;
                     }));
  made.back().aspect = {Aspect::Part::base};
}

void start_mistakes(const ReadingScope& scope, std::vector<Reading>& made) {
  made.push_back(clause_reading(
      scope, "mixed-base", rank::mixed_base,
      {"on {} compared with the very first figure, on a price that was already raised",
       "op {} vergeleken met het allereerste cijfer, op een prijs die al verhoogd was"},
      compare_with_start));
  made.back().aspect = {Aspect::Part::base};
  since_start(scope, made);
  percentages_added(scope, made);
  made.push_back(clause_reading(scope, "two-year-span", rank::two_year_span,
                                {"on {} counted over two years, on a price that was already raised",
                                 "op {} over twee jaar gerekend, op een prijs die al verhoogd was"},
                                span_two_years));
  made.back().aspect = {Aspect::Part::base};
  made.push_back(clause_reading(
      scope, "original-price", rank::original_price,
      {"on {} the change of the year applied to the original price instead of the last one",
       "op {} de wijziging van het jaar toegepast op de oorspronkelijke prijs in plaats van de "
       "laatste"},
      start_from_original));
  made.back().aspect = {Aspect::Part::base};
}

/// Each time from the original price, with everything that follows from it by default.
bool from_the_original_price(Clause& clause) {
  if (!clause.compounding.by_default() || clause.compounding.value == Compounding::base)
    return false;
  for (IndexRead& read : clause.reads)
    if (!read.base.by_default()) return false;
  clause.compounding.value = Compounding::base;
  for (IndexRead& read : clause.reads)
    read.base.value = looking_back(LookBack::at_start, "at start");
  for (DatedLadder& dated : clause.ladders)
    instead(dated.ladder.limits.carry_over, CarryOver::both);
  return true;
}

void start_points(const ReadingScope& scope, std::vector<Reading>& made) {
  made.push_back(
      clause_point(scope, Point::compounding, "from-the-original-price",
                   {"each time from the original price", "telkens vanaf de oorspronkelijke prijs"},
                   from_the_original_price));
}

void start_as_read(PointReader& reader) {
  const Stated<Compounding>& from = reader.clause.compounding;
  reader.say(Point::compounding, price_words(from.value), from.where);
}

}  // namespace

const Stage start_stage{Stage::Of::prices, start_mistakes, start_points, start_as_read};

}  // namespace pricetalk
