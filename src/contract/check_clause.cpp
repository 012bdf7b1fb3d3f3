#include <algorithm>
#include <numeric>

#include "contract/accepted.hpp"
#include "contract/check_numbers.hpp"
#include "contract/resolve_clause.hpp"
#include "contract/shared_clauses.hpp"
#include "contract/value_kind.hpp"
#include "contract/weights.hpp"

namespace pricetalk {

void check_possible_caps(const Clause& clause, Diagnostics& diagnostics) {
  for (const DatedLadder& dated : clause.ladders)
    for (const auto* caps : {&dated.ladder.limits.cap, &dated.ladder.limits.cap_total})
      for (const Stated<LimitValue>& cap : *caps) {
        const std::optional<Ratio> number = stated_number(cap.value);
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
          const std::optional<Ratio> most = stated_number(cap.value);
          const std::optional<Ratio> least = stated_number(floor.value);
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

namespace {

/// Whether a day of the year is one of the dates that are counted from the first one.
bool is_counted(const Schedule& when, const Date& first) {
  const auto& day = *when.on.value.day;
  const int months = when.every ? when.every->value.months().value_or(0) : 0;
  return day.day == first.day() && (day.month - first.month()) % std::gcd(months, 12) == 0;
}

}  // namespace

void check_first_day(const Clause& clause, Diagnostics& diagnostics) {
  const Schedule& when = clause.when;
  if (!when.first || !when.on.where || !when.on.value.day) return;
  if (is_counted(when, when.first->value)) return;
  diagnostics.warning("C0336", *when.on.where,
                      {"`on` does nothing beside `first`: the dates are counted from that day",
                       "`on` doet niets naast `first`: de datums tellen vanaf die dag"},
                      {"leave `on` out, or write a `first` on that day",
                       "laat `on` weg, of schrijf een `first` op die dag"});
}

namespace {

/// A limit of 104% where 4% is meant, a ratio of figures as a limit, and a cap below nothing.
void check_limit(const Stated<LimitValue>& limit, bool is_cap, const Ladder& ladder,
                 const Clause& clause, Diagnostics& diagnostics) {
  const auto weights = sum_of_weights(limit.value.value, ladder, clause);
  const std::optional<Ratio> number =
      weights ? std::optional(weights->total) : stated_number(limit.value);
  if (!number || !limit.where) return;
  if (is_cap && *number < Ratio(0) && *number >= Ratio(-1))
    return diagnostics.warning(
        "W0115", *limit.where,
        {"a cap of " + limit.value.text + " lowers the price at every adjustment",
         "een plafond van " + limit.value.text + " verlaagt de prijs bij elke aanpassing"},
        unless_accepted("W0115",
                        {"write the cap as the largest rise, for example cap = \"4%\"; the largest "
                         "fall is a floor, floor = \"-4%\"",
                         "schrijf het plafond als de hoogste stijging, bijvoorbeeld cap = \"4%\"; "
                         "de grootste daling is een vloer, floor = \"-4%\""}));
  // A price may double; a coefficient, or one less a fall, is no limit of a change.
  const bool moves = weights && weights->moves;
  if (is_cap ? *number <= Ratio(1) && !moves : *number < Ratio(Decimal(9, 1))) return;
  const Phrase key = is_cap ? Phrase{"cap", "plafond"} : Phrase{"floor", "vloer"};
  // Of a little more than 100% a coefficient is meant, 104%; of more, a percentage of hundred,
  // 300%.
  const bool coefficient = *number <= Ratio(Decimal(125, 2));
  const auto change = (coefficient ? (*number - Ratio(1)) * Ratio(100) : *number).exact_decimal();
  const std::string example =
      moves ? limit.value.text + " - 1" : (change ? change->text() : "4") + "%";
  const Decimal factor = (*number + Ratio(1))
                             .exact_decimal()
                             .value_or(round(*number + Ratio(1), Rounding::decimals(2)));
  const Phrase times{decimal_text(factor, Language::en) + " times what it was",
                     decimal_text(factor, Language::nl) + " keer zo hoog"};
  diagnostics.warning("W0115", *limit.where,
                      {"a " + key.en + " is a change, and " + limit.value.text +
                           (moves ? " is a coefficient: 1 when nothing changes, which is 100%"
                                  : " of change makes the price " + times.en),
                       "een " + key.nl + " is een verandering, en " + limit.value.text +
                           (moves ? " is een coëfficiënt: 1 als er niets verandert, en dat is 100%"
                                  : " verandering maakt de prijs " + times.nl)},
                      unless_accepted("W0115", {"write the change, \"" + example + "\"",
                                                "schrijf de verandering, \"" + example + "\""}));
}

/// A share that turns the change round, or lets nothing pass on any date.
void check_share(const Clause& clause, Diagnostics& diagnostics) {
  bool some_passes = false;
  for (const DatedLadder& dated : clause.ladders)
    for (const auto& knee : dated.ladder.pass_through.value.knees)
      some_passes = some_passes || knee.share.as_fraction() > Ratio(0);
  for (const DatedLadder& dated : clause.ladders) {
    const auto& stated = dated.ladder.pass_through;
    const bool turned =
        std::any_of(stated.value.knees.begin(), stated.value.knees.end(),
                    [](const auto& knee) { return knee.share.as_fraction() < Ratio(0); });
    if (!stated.where || (some_passes && !turned)) continue;
    return diagnostics.warning(
        "W0116", *stated.where,
        turned ? Phrase{"with a share below 0% the price falls when the figures rise",
                        "met een deel onder 0% daalt de prijs als de cijfers stijgen"}
               : Phrase{"a share of 0% lets nothing pass: the price never moves",
                        "een deel van 0% laat niets door: de prijs verandert nooit"},
        unless_accepted(
            "W0116",
            {"write the part of the change that is charged on, for example \"80%\"",
             "schrijf het deel van de verandering dat wordt doorberekend, bijvoorbeeld \"80%\""}));
  }
}

/// A coefficient in whole numbers: 1 until the price has risen by half, and then 2.
void check_coefficient(const Clause& clause, Diagnostics& diagnostics) {
  for (const DatedLadder& dated : clause.ladders) {
    const auto& stated = dated.ladder.rounding.coefficient;
    const RoundingRule& rule = stated.value;
    const bool whole = rule.kind == RoundingRule::Kind::decimals && rule.decimals == 0;
    const bool coarse =
        rule.kind == RoundingRule::Kind::step && Ratio(rule.step) >= Ratio(Decimal(5, 1));
    if (!stated.where || (!whole && !coarse)) continue;
    return diagnostics.warning(
        "W0117", *stated.where,
        {"a coefficient of 1.03 becomes 1 so: the price stays until it doubles",
         "een coëfficiënt van 1,03 wordt zo 1: de prijs blijft gelijk tot hij verdubbelt"},
        unless_accepted("W0117", {"a coefficient has for example { decimals = 4 }; the decimals of "
                                  "the price stand at rounding.price",
                                  "een coëfficiënt heeft bijvoorbeeld { decimals = 4 }; de "
                                  "decimalen van de prijs staan bij rounding.price"}));
  }
}

void check_limits_meant(const Clause& clause, Diagnostics& diagnostics) {
  for (const DatedLadder& dated : clause.ladders) {
    const Limits& limits = dated.ladder.limits;
    for (const auto& [list, is_cap] :
         {std::pair(&limits.cap, true), std::pair(&limits.floor, false)})
      for (const Stated<LimitValue>& each : *list)
        check_limit(each, is_cap, dated.ladder, clause, diagnostics);
  }
}

}  // namespace

void check_meant(const Clause& clause, Diagnostics& diagnostics) {
  Diagnostics found;
  check_numbers(clause, found);
  if (!clause.surcharge) {
    check_limits_meant(clause, found);
    check_share(clause, found);
    check_coefficient(clause, found);
  }
  Diagnostics kept;
  for (const Diagnostic& each : found.list())
    if (!accepts(clause.accepts, each.code)) kept.add(each);
  append_once(diagnostics, kept);
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
