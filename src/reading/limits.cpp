#include <algorithm>

#include "contract/formula.hpp"
#include "reading/rank.hpp"
#include "reading/table.hpp"

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

/// The floor taken as the indexation itself, although the figures give more.
bool take_floor(Ladder& ladder) {
  if (ladder.limits.floor.size() != 1) return false;
  const Stated<LimitValue>& floor = ladder.limits.floor.front();
  const Expression& value = floor.value.value;
  if (!value.percent || value.number.is_zero() || value.number.is_negative()) return false;
  const auto fixed = formula("change = " + floor.value.text);
  if (fixed) ladder.formula = {*fixed, floor.where};
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

/// "-2%" read as "2%", or the other way round.
bool turn_floor(Ladder& ladder) {
  bool changed = false;
  for (auto& floor : ladder.limits.floor) {
    Expression& value = floor.value.value;
    if (floor.value.none) continue;
    if (value.kind == Expression::Kind::negate) {
      const Expression operand = value.operands.front();
      value = operand;
    } else if (value.kind == Expression::Kind::number && value.percent && !value.number.is_zero()) {
      Expression turned;
      turned.kind = Expression::Kind::negate;
      turned.operands = {value};
      value = std::move(turned);
    } else {
      continue;
    }
    floor.value.text = normal_form(value);
    changed = true;
  }
  return changed;
}

bool keep_unused(Ladder& ladder) {
  if (ladder.limits.unused_cap.value == UnusedCap::kept || ladder.limits.cap.empty()) return false;
  ladder.limits.unused_cap = {UnusedCap::kept, {}};
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
  const auto add = [&](Aspect aspect, std::string id, int rank, Phrase sentence,
                       std::function<bool(Ladder&)> edit) -> Reading& {
    made.push_back(
        ladder_reading(scope, std::move(id), rank, std::move(sentence), std::move(edit)));
    made.back().aspect = std::move(aspect);
    return made.back();
  };
  add({Aspect::Part::cap}, "cap-ignored", rank::cap_ignored,
      joined("cap", "maximum", cap, " not applied", " niet toegepast"), ignore_caps);
  add({Aspect::Part::floor}, "floor-ignored", rank::floor_ignored,
      joined("floor", "minimum", floor, " not applied", " niet toegepast"), ignore_floors);
  add({Aspect::Part::floor}, "floor-wrong-side", rank::floor_wrong_side,
      joined("floor", "minimum", floor, " applied with the opposite sign",
             " met het omgekeerde teken toegepast"),
      turn_floor);
  add({Aspect::Part::money}, "limit-in-money-ignored", rank::limit_in_money_ignored,
      {"limit in euros not applied", "grens in euro's niet toegepast"}, ignore_money_limits);
  add({Aspect::Part::threshold}, "threshold-ignored", rank::threshold_ignored,
      {"threshold not applied", "drempel niet toegepast"}, ignore_threshold);
  add({Aspect::Part::share}, "pass-through-ignored", rank::share_ignored,
      {"the whole change passed on instead of the agreed share",
       "de hele wijziging doorberekend in plaats van het afgesproken deel"},
      pass_everything);
  add({Aspect::Part::floor}, "decrease-kept", rank::decrease_kept,
      {"the decrease of {} not passed on", "de daling van {} niet doorgegeven"}, keep_decreases);
  add({Aspect::Part::cap, "kept"}, "carry-over-taken", rank::carry_over_taken,
      {"what the cap had cut off charged on {} after all, although it lapses",
       "op {} alsnog gerekend wat eerder boven het maximum uitkwam, terwijl dat vervalt"},
      carry_increases)
      .dates = 2;
  add({Aspect::Part::cap, "unused"}, "unused-cap-taken", rank::unused_cap_taken,
      {"room that was left under an earlier cap used on {}, although it lapses",
       "op {} ruimte onder een eerder maximum alsnog gebruikt, terwijl die vervalt"},
      keep_unused)
      .dates = 2;
  add({Aspect::Part::formula}, "cap-as-step", rank::cap_as_step,
      joined("the cap", "het maximum", cap, " charged as the indexation",
             " als indexatie gerekend"),
      take_cap);
  add({Aspect::Part::formula}, "floor-as-step", rank::floor_as_step,
      joined("the floor", "het minimum", floor, " charged as the indexation",
             " als indexatie gerekend"),
      take_floor);
}

}  // namespace pricetalk
