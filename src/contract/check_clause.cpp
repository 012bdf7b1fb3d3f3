#include "contract/resolve_clause.hpp"

namespace pricetalk {

namespace {

/// A limit that is a plain number, in whole units: -2 for "-200%".
std::optional<Ratio> stated_number(const Stated<LimitValue>& limit) {
  const Expression* e = &limit.value.value;
  const bool negative = e->kind == Expression::Kind::negate;
  if (negative) e = &e->operands.front();
  if (e->kind != Expression::Kind::number) return std::nullopt;
  const Ratio number = e->percent ? Ratio(e->number) / Ratio(100) : Ratio(e->number);
  return negative ? -number : number;
}

}  // namespace

void check_possible_caps(const Clause& clause, Diagnostics& diagnostics) {
  for (const DatedLadder& dated : clause.ladders)
    for (const auto* caps : {&dated.ladder.limits.cap, &dated.ladder.limits.cap_total})
      for (const Stated<LimitValue>& cap : *caps) {
        const std::optional<Ratio> number = stated_number(cap);
        if (!number || !cap.where || *number >= Ratio(-1)) continue;
        return diagnostics.error(
            "C0335", *cap.where,
            {"a cap of " + cap.value.text + " makes every price negative",
             "een plafond van " + cap.value.text + " maakt elke prijs negatief"},
            {"write the cap as the largest rise, for example cap = \"4%\"; the largest fall is a "
             "floor, for example floor = \"-2%\"",
             "schrijf het plafond als de hoogste stijging, bijvoorbeeld cap = \"4%\"; de grootste "
             "daling is een vloer, bijvoorbeeld floor = \"-2%\""});
      }
}

void check_limits_agree(const Clause& clause, Diagnostics& diagnostics) {
  for (const DatedLadder& dated : clause.ladders) {
    const Limits& limits = dated.ladder.limits;
    for (const auto& [caps, floors] :
         {std::pair(&limits.cap, &limits.floor), std::pair(&limits.cap_total, &limits.floor_total)})
      for (const Stated<LimitValue>& cap : *caps)
        for (const Stated<LimitValue>& floor : *floors) {
          const std::optional<Ratio> most = stated_number(cap);
          const std::optional<Ratio> least = stated_number(floor);
          if (!most || !least || *least <= *most || !cap.where) continue;
          return diagnostics.warning(
              "C0335", *cap.where,
              {"a cap of " + cap.value.text + " lies below the floor of " + floor.value.text +
                   ": the cap counts",
               "een plafond van " + cap.value.text + " ligt onder de vloer van " +
                   floor.value.text + ": het plafond geldt"},
              {"write the smallest change as the floor, and the largest as the cap",
               "schrijf de kleinste wijziging als vloer (floor), en de grootste als plafond "
               "(cap)"});
        }
  }
}

void check_first_day(const Clause& clause, Diagnostics& diagnostics) {
  const Schedule& when = clause.when;
  if (!when.first || !when.on.where || !when.on.value.day) return;
  const Date first = when.first->value;
  if (when.on.value.day->month == first.month() && when.on.value.day->day == first.day()) return;
  diagnostics.warning("C0336", *when.on.where,
                      {"`on` does nothing beside `first`: the dates are counted from that day",
                       "`on` doet niets naast `first`: de datums tellen vanaf die dag"},
                      {"leave `on` out, or write a `first` on that day",
                       "laat `on` weg, of schrijf een `first` op die dag"});
}

void refuse_as_written(const Stated<RoundingRule>& rounding, Diagnostics& diagnostics) {
  if (rounding.value.kind == RoundingRule::Kind::as_written && rounding.where)
    diagnostics.error("C0214", *rounding.where,
                      {"nothing was written here that has decimals",
                       "hier staat niets geschreven dat decimalen heeft"},
                      {"say how many, for example { decimals = 2 }",
                       "zeg hoeveel, bijvoorbeeld { decimals = 2 }"});
}

}  // namespace pricetalk
