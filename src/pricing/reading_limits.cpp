#include <algorithm>

#include "pricing/reading_table.hpp"

namespace pricetalk {

namespace {

/// "van 3%": the first limit that a clause states, where it is a plain percentage.
Phrase stated_limit(const Clause& clause, std::vector<Stated<LimitValue>> Limits::*limits) {
  for (const DatedLadder& dated : clause.ladders)
    for (const auto& limit : dated.ladder.limits.*limits)
      if (!limit.value.none && limit.value.value.percent) {
        const Phrase text = in_both(limit.value.text);
        return {" of " + text.en, " van " + text.nl};
      }
  return {};
}

Phrase joined(const char* en, const char* nl, const Phrase& middle, const char* en_end,
              const char* nl_end) {
  return {en + middle.en + en_end, nl + middle.nl + nl_end};
}

bool clear(std::vector<Stated<LimitValue>>& limits) {
  const bool any = !limits.empty();
  limits.clear();
  return any;
}

bool clear(std::optional<Stated<Decimal>>& limit) {
  const bool any = limit.has_value();
  limit.reset();
  return any;
}

bool ignore_caps(Ladder& ladder) {
  const bool own = clear(ladder.limits.cap);
  return clear(ladder.limits.cap_total) || own;
}

bool ignore_floors(Ladder& ladder) {
  const bool own = clear(ladder.limits.floor);
  return clear(ladder.limits.floor_total) || own;
}

bool ignore_money_limits(Ladder& ladder) {
  const bool highest = clear(ladder.limits.highest_price);
  const bool lowest = clear(ladder.limits.lowest_price);
  return clear(ladder.limits.largest_increase) || highest || lowest;
}

std::optional<Formula> formula(const std::string& text) {
  Diagnostics unseen;
  return parse_formula(text, {}, unseen);
}

/// The cap taken as the indexation itself, whatever the figures say.
bool take_cap(Ladder& ladder) {
  if (ladder.limits.cap.size() != 1 || !ladder.limits.cap[0].value.value.percent) return false;
  const auto fixed = formula("change = " + ladder.limits.cap[0].value.text);
  if (fixed) ladder.formula = {*fixed, ladder.limits.cap[0].where};
  return fixed.has_value();
}

bool keep_decreases(Ladder& ladder) {
  Diagnostics unseen;
  const auto zero = parse_expression("0%", {}, unseen);
  if (!zero) return false;
  for (const auto& floor : ladder.limits.floor)
    if (floor.value.value.percent && !floor.value.value.number.is_negative()) return false;
  ladder.limits.floor.push_back({LimitValue{false, *zero, "0%"}, {}});
  return true;
}

bool carry_increases(Ladder& ladder) {
  if (ladder.limits.carry_over.value != CarryOver::none || ladder.limits.cap.empty()) return false;
  ladder.limits.carry_over = {CarryOver::increases, {}};
  return true;
}

bool pass_everything(Ladder& ladder) {
  auto& knees = ladder.pass_through.value.knees;
  if (knees.size() == 1 && knees[0].share.as_fraction() == Ratio(1)) return false;
  knees = {{std::nullopt, Percent{Decimal(100, 0)}}};
  return true;
}

bool ignore_threshold(Ladder& ladder) {
  const bool any = ladder.threshold.has_value();
  ladder.threshold.reset();
  return any;
}

}  // namespace

void limit_readings(const ReadingScope& scope, std::vector<Reading>& made) {
  const Phrase cap = stated_limit(*scope.clause, &Limits::cap);
  const Phrase floor = stated_limit(*scope.clause, &Limits::floor);
  made.push_back(ladder_reading(scope, "cap-ignored", 10,
                                joined("cap", "maximum", cap, " not applied", " niet toegepast"),
                                ignore_caps));
  made.push_back(ladder_reading(
      scope, "floor-ignored", 20,
      joined("floor", "minimum", floor, " not applied", " niet toegepast"), ignore_floors));
  made.push_back(ladder_reading(scope, "limit-in-money-ignored", 21,
                                {"limit in euros not applied", "grens in euro's niet toegepast"},
                                ignore_money_limits));
  made.push_back(ladder_reading(scope, "threshold-ignored", 15,
                                {"threshold not applied", "drempel niet toegepast"},
                                ignore_threshold));
  made.push_back(
      ladder_reading(scope, "pass-through-ignored", 16,
                     {"the whole change passed on instead of the agreed share",
                      "de hele wijziging doorberekend in plaats van het afgesproken deel"},
                     pass_everything));
  made.push_back(ladder_reading(scope, "decrease-kept", 17,
                                {"decrease not passed on", "daling niet doorgegeven"},
                                keep_decreases));
  Reading carry = ladder_reading(
      scope, "carry-over-taken", 22,
      {"what the cap had cut off charged on {} after all, although it lapses",
       "op {} alsnog gerekend wat eerder boven het maximum uitkwam, terwijl dat vervalt"},
      carry_increases);
  carry.dates = 2;
  made.push_back(std::move(carry));
  made.push_back(ladder_reading(scope, "cap-as-step", 30,
                                joined("the cap", "het maximum", cap, " charged as the indexation",
                                       " als indexatie gerekend"),
                                take_cap));
}

}  // namespace pricetalk
