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

auto coefficient_by(RoundingRule rule) {
  return [rule](Ladder& ladder) {
    if (ladder.rounding.coefficient.value == rule) return false;
    ladder.rounding.coefficient = {rule, {}};
    return true;
  };
}

/// The contract's own rounding in another direction; nothing where nothing is rounded.
auto other_mode(Stated<RoundingRule> Roundings::*which, RoundingMode mode) {
  return [which, mode](Ladder& ladder) {
    RoundingRule& rule = (ladder.rounding.*which).value;
    if (rule.kind == RoundingRule::Kind::none || rule.mode == mode) return false;
    rule.mode = mode;
    return true;
  };
}

auto price_by_step(const Decimal& step) {
  return [step](Ladder& ladder) {
    RoundingRule rule;
    rule.kind = RoundingRule::Kind::step;
    rule.step = step;
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

void price_readings(const ReadingScope& scope, std::vector<Reading>& made) {
  const auto add = [&](const char* id, const Phrase& sentence, std::function<bool(Ladder&)> edit) {
    made.push_back(ladder_reading(scope, id, rank::price_rounding, sentence, std::move(edit)));
    made.back().aspect = {Aspect::Part::price};
  };
  add("price-rounded-up", {"price rounded up", "prijs naar boven afgerond"},
      other_mode(&Roundings::price, RoundingMode::up));
  add("price-cut-off",
      {"price cut off instead of rounded", "prijs afgekapt in plaats van afgerond"},
      other_mode(&Roundings::price, RoundingMode::down));
  add("price-in-steps-of-five",
      {"price rounded to steps of 0.05", "prijs afgerond op stappen van 0,05"},
      price_by_step(Decimal(5, 2)));
  add("price-in-whole-units", {"price rounded to whole euros", "prijs afgerond op hele euro's"},
      price_by_step(Decimal(1, 0)));
  made.back().coarse = true;
}

}  // namespace

void rounding_readings(const ReadingScope& scope, std::vector<Reading>& made) {
  if (scope.clause->surcharge) {
    made.push_back(ladder_reading(scope, "surcharge-rounded-up", rank::price_rounding,
                                  {"surcharge rounded up", "toeslag naar boven afgerond"},
                                  other_mode(&Roundings::surcharge, RoundingMode::up)));
    made.back().aspect = {Aspect::Part::price};
    return;
  }
  coefficient_readings(scope, made);
  price_readings(scope, made);
}

}  // namespace pricetalk
