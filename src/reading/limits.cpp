#include <algorithm>
#include <array>
#include <utility>

#include "contract/formula.hpp"
#include "explain/currency_name.hpp"
#include "pricing/lower.hpp"
#include "reading/rank.hpp"
#include "reading/table.hpp"

namespace pricetalk {

namespace {

/// Whether a limit in percent can cut off a change.
bool cuts_off(const Limits& limits) {
  return !limits.cap.empty() || !limits.floor.empty() || !limits.cap_total.empty() ||
         !limits.floor_total.empty();
}

/// Whether limits hold for the price, in percent or in money.
bool limits_price(const Limits& limits) {
  return cuts_off(limits) || limits.highest_price || limits.lowest_price || limits.largest_increase;
}

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

void limit_mistakes(const ReadingScope& scope, std::vector<Reading>& made) {
  const Phrase cap = stated_limit(*scope.clause, &Limits::cap);
  const Phrase floor = stated_limit(*scope.clause, &Limits::floor);
  const Phrase money = currency_name(scope.contract->currency);
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
      {"limit in " + money.en + " not applied", "grens in " + money.nl + " niet toegepast"},
      ignore_money_limits);
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

/// Whether somebody may count a cap by the year, and what that says.
void cap_point(const ReadingScope& scope, std::vector<Reading>& made) {
  const int years = whole_years(*scope.clause);
  const std::string count = std::to_string(years);
  made.push_back(ladder_point(
      scope, Point::cap_per, "cap-per-year",
      years > 1 ? Phrase{"the cap once for each of the " + count + " years",
                         "het maximum één keer voor elk van de " + count + " jaren"}
                : Phrase{"the cap against the price of a year ago",
                         "het maximum ten opzichte van de prijs van een jaar eerder"},
      [](Ladder& ladder) {
        return !ladder.limits.cap.empty() && instead(ladder.limits.per, LimitPer::year);
      }));
}

/// The last rounding goes to the other side where it would pass a limit.
void rounding_within_point(const ReadingScope& scope, std::vector<Reading>& made) {
  made.push_back(ladder_point(scope, Point::cap_by_rounding, "rounded-within-the-limit",
                              {"rounded so that the price stays within the limit",
                               "zo afgerond dat de prijs binnen de grens blijft"},
                              [](Ladder& ladder) {
                                return limits_price(ladder.limits) &&
                                       !std::exchange(ladder.rounding.price_within_limits, true);
                              }));
}

void limit_points(const ReadingScope& scope, std::vector<Reading>& made) {
  made.push_back(ladder_point(
      scope, Point::carry_over, "cut-off-kept",
      {"what a limit cuts off comes back at the next date",
       "wat een maximum of minimum afsnijdt, komt op de volgende datum terug"},
      [](Ladder& ladder) {
        return cuts_off(ladder.limits) && ladder.limits.carry_over.value != CarryOver::both &&
               instead(ladder.limits.carry_over, CarryOver::both);
      }));
  made.push_back(ladder_point(
      scope, Point::carry_over, "cut-off-lost",
      {"what a limit cuts off is lost", "wat een maximum of minimum afsnijdt, vervalt"},
      [](Ladder& ladder) {
        return ladder.limits.carry_over.value == CarryOver::both &&
               instead(ladder.limits.carry_over, CarryOver::none);
      }));
  made.push_back(ladder_point(scope, Point::unused_cap, "unused-cap-kept",
                              {"unused room under the cap may be used later",
                               "ongebruikte ruimte onder het maximum mag later worden gebruikt"},
                              [](Ladder& ladder) {
                                return !ladder.limits.cap.empty() &&
                                       instead(ladder.limits.unused_cap, UnusedCap::kept);
                              }));
  cap_point(scope, made);
  rounding_within_point(scope, made);
}

/// Then a cap per adjustment and one per year are the same.
bool yearly(const Clause& clause) {
  const auto& every = clause.when.every;
  return every && every->value.months() == 12;
}

void cap_as_read(PointReader& reader, const Limits& limits) {
  if (limits.cap.empty()) return;
  reader.say(Point::unused_cap,
             limits.unused_cap.value == UnusedCap::lost ? Phrase{"it is lost", "vervalt"}
                                                        : Phrase{"it is kept", "blijft staan"},
             limits.unused_cap.where);
  if (yearly(reader.clause)) return;
  reader.say(Point::cap_per,
             limits.per.value == LimitPer::adjustment
                 ? Phrase{"each adjustment by itself", "elke aanpassing apart"}
                 : Phrase{"a year", "een jaar"},
             limits.per.where);
}

/// Only where the last rounding is finer than the smallest unit may it pass a limit.
void last_rounding_as_read(PointReader& reader, const Ladder& ladder) {
  const Currency& currency = reader.contract.currency;
  const auto last = settled(ladder.rounding.price.value, reader.line.price_decimals(currency));
  if (limits_price(ladder.limits) && last && last->step <= Decimal(1, currency.minor_decimals()))
    reader.say(Point::cap_by_rounding,
               {"the rounding may pass it by less than one step",
                "de afronding mag er minder dan één stap overheen"},
               std::nullopt);
}

void limits_as_read(PointReader& reader) {
  const Ladder& ladder = reader.clause.ladders.back().ladder;
  const Limits& limits = ladder.limits;
  static const std::array<Phrase, 4> kept = {{{"it is lost", "vervalt"},
                                              {"increases come back", "verhogingen komen terug"},
                                              {"decreases come back", "verlagingen komen terug"},
                                              {"it comes back", "komt terug"}}};
  if (cuts_off(limits))
    reader.say(Point::carry_over, kept[static_cast<std::size_t>(limits.carry_over.value)],
               limits.carry_over.where);
  cap_as_read(reader, limits);
  last_rounding_as_read(reader, ladder);
}

}  // namespace

const Stage limit_stage{Stage::Of::prices, limit_mistakes, limit_points, limits_as_read};

}  // namespace pricetalk
