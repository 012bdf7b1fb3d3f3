#include <array>
#include <string_view>

#include "explain/currency_name.hpp"
#include "reading/rank.hpp"
#include "reading/table.hpp"

namespace pricetalk {

namespace {

RoundingRule to_decimals(int decimals, RoundingMode mode = RoundingMode::half_up) {
  RoundingRule rule;
  rule.kind = RoundingRule::Kind::decimals;
  rule.decimals = decimals;
  rule.mode = mode;
  return rule;
}

RoundingRule percent_step(const Decimal& step) {
  RoundingRule rule;
  rule.kind = RoundingRule::Kind::percent_step;
  rule.step = step;
  return rule;
}

auto coefficient_by(RoundingRule rule) {
  return [rule](Ladder& ladder) {
    if (ladder.rounding.coefficient.value == rule) return false;
    ladder.rounding.coefficient = {rule, {}};
    return true;
  };
}

/// The contract's own rounding in another direction; nothing where nothing is rounded.
auto other_mode(Stated<RoundingRule> Roundings::*which, RoundingMode mode) {
  return [which, mode](Ladder& ladder) { return turn((ladder.rounding.*which).value, mode); };
}

auto price_by_step(const Decimal& step, RoundingMode mode = RoundingMode::half_up) {
  return [step, mode](Ladder& ladder) {
    RoundingRule rule;
    rule.kind = RoundingRule::Kind::step;
    rule.step = step;
    rule.mode = mode;
    if (ladder.rounding.price.value == rule) return false;
    ladder.rounding.price = {rule, {}};
    return true;
  };
}

void coefficient_readings(const ReadingScope& scope, std::vector<Reading>& made) {
  const auto add = [&](std::string id, int rank, const Phrase& sentence, RoundingRule rule) {
    made.push_back(ladder_reading(scope, std::move(id), rank, sentence, coefficient_by(rule)));
    made.back().point = Point::coefficient_rounding;
    made.back().aspect = {Aspect::Part::coefficient};
  };
  add("whole-percents-up", rank::whole_percents_up,
      {"percentage rounded up to whole percents",
       "percentage naar boven afgerond op hele procenten"},
      to_decimals(2, RoundingMode::up));
  made.back().coarse = true;
  add("whole-percents", rank::coefficient_rounding,
      {"percentage rounded to whole percents", "percentage afgerond op hele procenten"},
      to_decimals(2));
  made.back().coarse = true;
  add("tenths-of-percents", rank::coefficient_rounding + 1,
      {"percentage rounded to one decimal", "percentage afgerond op één decimaal"}, to_decimals(3));
  add("hundredths-of-percents", rank::coefficient_rounding + 2,
      {"percentage rounded to two decimals", "percentage afgerond op twee decimalen"},
      to_decimals(4));
  add("tenths-of-percents-up", rank::coefficient_rounding + 2,
      {"percentage rounded up to one decimal", "percentage naar boven afgerond op één decimaal"},
      to_decimals(3, RoundingMode::up));
  made.back().point.reset();  // a cause; whoever reads a contract that says nothing does not do so
  add("six-decimals", rank::coefficient_rounding + 3,
      {"coefficient rounded to six decimals", "coëfficiënt afgerond op zes decimalen"},
      to_decimals(6));
  add("coefficient-not-rounded", rank::coefficient_rounding + 4,
      {"coefficient not rounded", "coëfficiënt niet afgerond"}, RoundingRule{});
  made.push_back(ladder_reading(scope, "coefficient-rounded-up", rank::coefficient_rounding + 5,
                                {"coefficient rounded up", "coëfficiënt naar boven afgerond"},
                                other_mode(&Roundings::coefficient, RoundingMode::up)));
  made.back().aspect = {Aspect::Part::coefficient};
}

/// A step to which people round prices.
struct PriceStep {
  std::string_view id;
  Decimal size;
};
const std::array<PriceStep, 6> price_steps = {{{"steps-of-five", Decimal(5, 2)},
                                               {"steps-of-ten", Decimal(10, 2)},
                                               {"steps-of-fifty", Decimal(50, 2)},
                                               {"whole-units", Decimal(1, 0)},
                                               {"fives", Decimal(5, 0)},
                                               {"tens", Decimal(10, 0)}}};

/// Nobody rounds a price of 40 to tens.
bool is_usual(const Decimal& step, const Decimal& price) {
  return step <= Decimal(1, 0) || Ratio(price) >= Ratio(100) * Ratio(step);
}

/// "steps of 0.05", "whole euros", "steps of 5 euros".
Phrase step_words(const Decimal& step, const Currency& currency) {
  const Phrase money = currency_name(currency);
  if (step == Decimal(1, 0)) return {"whole " + money.en, "hele " + money.nl};
  const Phrase size = in_both(step.text());
  if (step < Decimal(1, 0)) return {"steps of " + size.en, "stappen van " + size.nl};
  return {"steps of " + size.en + " " + money.en, "stappen van " + size.nl + " " + money.nl};
}

void price_readings(const ReadingScope& scope, std::vector<Reading>& made) {
  const auto add = [&](std::string id, const Phrase& sentence, std::function<bool(Ladder&)> edit) {
    made.push_back(
        ladder_reading(scope, std::move(id), rank::price_rounding, sentence, std::move(edit)));
    made.back().aspect = {Aspect::Part::price};
  };
  add("price-rounded-up", {"price rounded up", "prijs naar boven afgerond"},
      other_mode(&Roundings::price, RoundingMode::up));
  add("price-cut-off",
      {"price cut off instead of rounded", "prijs afgekapt in plaats van afgerond"},
      other_mode(&Roundings::price, RoundingMode::down));
  for (const PriceStep& step : price_steps) {
    if (!is_usual(step.size, scope.line->prices.front().original.value)) continue;
    const Phrase size = step_words(step.size, scope.contract->currency);
    const std::string id(step.id);
    add("price-in-" + id, {"price rounded to " + size.en, "prijs afgerond op " + size.nl},
        price_by_step(step.size));
    made.back().coarse = step.size >= Decimal(1, 0);
    add("price-up-in-" + id,
        {"price rounded up to " + size.en, "prijs naar boven afgerond op " + size.nl},
        price_by_step(step.size, RoundingMode::up));
    made.back().coarse = step.size >= Decimal(1, 0);
  }
}

bool is_name(const Expression& each) { return each.kind == Expression::Kind::name; }

Expression rounded_to(int decimals, Expression value) {
  Expression made;
  made.kind = Expression::Kind::round;
  made.rounding = to_decimals(decimals);
  made.operands = {std::move(value)};
  return made;
}

/// `X` at the end of `0.85*X`, and of `X` itself; nothing where there is none.
Expression* last_factor(Expression& product) {
  if (is_name(product)) return &product;
  return product.kind == Expression::Kind::mul ? last_factor(product.operands[1]) : nullptr;
}

/// `X/X0`, or `0.85*X/X0`, which is written from left to right.
bool is_quotient(Expression& expression) {
  return expression.kind == Expression::Kind::div && is_name(expression.operands[1]) &&
         last_factor(expression.operands[0]) != nullptr;
}

/// Each `X/X0` rounded by itself.
bool round_quotients(Expression& expression, int decimals) {
  if (expression.kind == Expression::Kind::round) return false;
  if (is_quotient(expression)) {
    Expression quotient;
    quotient.kind = Expression::Kind::div;
    quotient.operands = {*last_factor(expression.operands[0]), expression.operands[1]};
    Expression product = expression.operands[0];
    *last_factor(product) = rounded_to(decimals, std::move(quotient));
    expression = std::move(product);
    return true;
  }
  bool changed = false;
  for (Expression& operand : expression.operands)
    changed = round_quotients(operand, decimals) || changed;
  return changed;
}

/// Each `0.85*X/X0` or `0.85*(X/X0)` rounded as a whole.
bool round_terms(Expression& expression, int decimals) {
  if (expression.kind == Expression::Kind::round) return false;
  const bool weighted =
      expression.kind == Expression::Kind::mul && is_quotient(expression.operands[1]);
  if (weighted || (is_quotient(expression) && !is_name(expression.operands[0]))) {
    expression = rounded_to(decimals, expression);
    return true;
  }
  bool changed = false;
  for (Expression& operand : expression.operands)
    changed = round_terms(operand, decimals) || changed;
  return changed;
}

/// Of a formula that is one quotient the coefficient is rounded instead.
bool is_one_quotient(Formula& formula) {
  return formula.lines.size() == 1 && formula.result == FormulaResult::coefficient &&
         formula.lines.front().value.kind == Expression::Kind::div &&
         is_name(formula.lines.front().value.operands[0]) &&
         is_name(formula.lines.front().value.operands[1]);
}

auto inside_formula(bool (*round_in)(Expression&, int), int decimals) {
  return [round_in, decimals](Ladder& ladder) {
    if (is_one_quotient(ladder.formula.value)) return false;
    bool changed = false;
    for (Formula::Line& line : ladder.formula.value.lines)
      changed = round_in(line.value, decimals) || changed;
    return changed;
  };
}

void quotient_readings(const ReadingScope& scope, std::vector<Reading>& made) {
  for (const int decimals : {2, 3, 4}) {
    const std::string number = std::to_string(decimals);
    made.push_back(ladder_reading(
        scope, "quotients-in-" + number + "-decimals", rank::coefficient_rounding + 3,
        {"each index divided by its old figure rounded to " + number + " decimals",
         "elke index gedeeld door zijn oude cijfer afgerond op " + number + " decimalen"},
        inside_formula(round_quotients, decimals)));
    made.back().aspect = {Aspect::Part::formula, "quotients"};
    made.push_back(
        ladder_reading(scope, "terms-in-" + number + "-decimals", rank::coefficient_rounding + 3,
                       {"each weighted term of the formula rounded to " + number + " decimals",
                        "elke gewogen term van de formule afgerond op " + number + " decimalen"},
                       inside_formula(round_terms, decimals)));
    made.back().aspect = {Aspect::Part::formula, "quotients"};
  }
}

void rounding_mistakes(const ReadingScope& scope, std::vector<Reading>& made) {
  coefficient_readings(scope, made);
  price_readings(scope, made);
  quotient_readings(scope, made);
}

void rounding_points(const ReadingScope& scope, std::vector<Reading>& made) {
  const auto change_by = [&](const char* id, const Decimal& step, Phrase sentence) {
    made.push_back(ladder_point(
        scope, Point::change_rounding, id, std::move(sentence),
        [step](Ladder& ladder) { return instead(ladder.rounding.change, percent_step(step)); }));
  };
  change_by("change-in-tenths", Decimal(1, 3),
            {"measured change rounded to 0.1%", "gemeten verandering afgerond op 0,1%"});
  change_by("change-in-hundredths", Decimal(1, 4),
            {"measured change rounded to 0.01%", "gemeten verandering afgerond op 0,01%"});
  const int cents = scope.contract->currency.minor_decimals();
  bool finer = false;
  for (std::size_t i = 0; i < scope.line->prices.size(); ++i)
    finer = finer || scope.line->price_decimals(scope.contract->currency, i) > cents;
  if (finer)
    made.push_back(ladder_point(scope, Point::price_rounding, "price-in-cents",
                                {"price rounded to cents", "prijs afgerond op centen"},
                                [cents](Ladder& ladder) {
                                  RoundingRule rule;
                                  rule.kind = RoundingRule::Kind::decimals;
                                  rule.decimals = cents;
                                  return instead(ladder.rounding.price, rule);
                                }));
  made.push_back(
      ladder_point(scope, Point::carried_price, "carried-exactly",
                   {"the next step starts from the price before rounding",
                    "de volgende stap begint bij de prijs vóór afronding"},
                   [](Ladder& ladder) { return instead(ladder.rounding.carry, Carry::exact); }));
}

void roundings_as_read(PointReader& reader) {
  const Roundings& r = reader.clause.ladders.back().ladder.rounding;
  const int decimals = reader.line.price_decimals(reader.contract.currency);
  reader.say(Point::change_rounding, rounding_words(r.change.value, 0), r.change.where);
  reader.say(Point::coefficient_rounding, rounding_words(r.coefficient.value, 4),
             r.coefficient.where);
  reader.say(Point::price_rounding, rounding_words(r.price.value, decimals), r.price.where);
  reader.say(Point::carried_price,
             r.carry.value == Carry::rounded
                 ? Phrase{"the rounded price", "de afgeronde prijs"}
                 : Phrase{"the price before rounding", "de prijs vóór afronding"},
             r.carry.where);
}

}  // namespace

const Stage rounding_stage{Stage::Of::prices, rounding_mistakes, rounding_points,
                           roundings_as_read};

}  // namespace pricetalk
