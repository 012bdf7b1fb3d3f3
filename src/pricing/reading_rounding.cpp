#include "pricing/reading_table.hpp"

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

}  // namespace

void rounding_readings(const ReadingScope& scope, std::vector<Reading>& made) {
  const auto add = [&](std::string id, int rank, Phrase sentence, RoundingRule rule) {
    made.push_back(
        ladder_reading(scope, std::move(id), rank, std::move(sentence), coefficient_by(rule)));
    made.back().point = Point::coefficient_rounding;
  };
  add("whole-percents-up", 18,
      {"percentage rounded up to whole percents",
       "percentage naar boven afgerond op hele procenten"},
      to_decimals(2, RoundingMode::up));
  add("whole-percents", 40,
      {"percentage rounded to whole percents", "percentage afgerond op hele procenten"},
      to_decimals(2));
  add("tenths-of-percents", 41,
      {"percentage rounded to one decimal", "percentage afgerond op één decimaal"}, to_decimals(3));
  add("hundredths-of-percents", 42,
      {"percentage rounded to two decimals", "percentage afgerond op twee decimalen"},
      to_decimals(4));
  add("six-decimals", 43,
      {"coefficient rounded to six decimals", "coëfficiënt afgerond op zes decimalen"},
      to_decimals(6));
  add("coefficient-not-rounded", 44, {"coefficient not rounded", "coëfficiënt niet afgerond"},
      RoundingRule{});
}

}  // namespace pricetalk
