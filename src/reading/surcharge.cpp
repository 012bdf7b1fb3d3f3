#include "reading/rank.hpp"
#include "reading/table.hpp"

// On which day and over which price a surcharge is counted, and how it is rounded.

namespace pricetalk {

namespace {

void surcharge_mistakes(const ReadingScope& scope, std::vector<Reading>& made) {
  made.push_back(ladder_reading(
      scope, "surcharge-rounded-up", rank::price_rounding,
      {"surcharge rounded up", "toeslag naar boven afgerond"},
      [](Ladder& ladder) { return turn(ladder.rounding.surcharge.value, RoundingMode::up); }));
  made.back().aspect = {Aspect::Part::price};
}

void surcharge_points(const ReadingScope& scope, std::vector<Reading>& made) {
  const auto add = [&](Point point, const char* id, Phrase sentence,
                       std::function<bool(Clause&)> edit) {
    made.push_back(clause_point(scope, point, id, std::move(sentence), std::move(edit)));
  };
  const Date from = scope.line->from.value;
  const Date month = *Date::make(from.year(), from.month(), 1);
  const auto on = [&](const char* id, Phrase sentence,
                      const std::function<void(Schedule&)>& dates) {
    add(Point::surcharge_day, id, std::move(sentence), [dates](Clause& clause) {
      Schedule& when = clause.when;
      if (when.every || !when.dates.empty() || when.at_delivery) return false;
      dates(when);
      return true;
    });
  };
  on("surcharge-of-the-month",
     {"one surcharge a month, that of its first day",
      "één toeslag per maand, die van de eerste dag"},
     [month](Schedule& when) {
       when.every = Stated<Duration>{{1, Unit::month}, {}};
       when.first = Stated<Date>{month, {}};
     });
  on("surcharge-of-the-signature", {"of the day of signature", "van de dag van ondertekening"},
     [day = scope.contract->signed_on](Schedule& when) {
       when.dates = {{day, {}}};
     });
  add(Point::surcharge_price, "surcharge-on-the-original-price",
      {"the original price", "de oorspronkelijke prijs"}, [](Clause& clause) {
        return clause.compounding.value == Compounding::previous &&
               instead(clause.compounding, Compounding::base);
      });
  if (scope.contract->bid)
    add(Point::reference, "surcharge-against-the-offer",
        {"the figure of the day of the offer", "het cijfer van de dag van de offerte"},
        [](Clause& clause) {
          bool changed = false;
          for (IndexRead& read : clause.reads) {
            const PeriodRule::Back* back = read.base.value.back();
            if (back != nullptr && back->what == LookBack::at_start)
              changed = instead(read.base, looking_back(LookBack::at_bid, "at bid")) || changed;
          }
          return changed;
        });
  const auto rounded = [&](const char* id, Phrase sentence, RoundingRule rule) {
    add(Point::surcharge_rounding, id, std::move(sentence), [rule](Clause& clause) {
      bool changed = false;
      for (DatedLadder& dated : clause.ladders)
        changed = instead(dated.ladder.rounding.surcharge, rule) || changed;
      return changed;
    });
  };
  rounded("surcharge-not-rounded",
          {"not rounded; only the invoice line is",
           "niet afgerond; alleen de factuurregel wordt afgerond"},
          RoundingRule{});
  RoundingRule up;
  up.kind = RoundingRule::Kind::decimals;
  up.decimals = scope.contract->currency.minor_decimals();
  up.mode = RoundingMode::ceiling;
  rounded("surcharge-rounded-up", {"rounded up to whole cents", "naar boven afgerond op centen"},
          up);
}

void surcharge_as_read(PointReader& reader) {
  const Clause& clause = reader.clause;
  const Schedule& when = clause.when;
  std::optional<Span> where;
  if (when.every)
    where = when.every->where;
  else if (!when.dates.empty())
    where = when.dates.front().where;
  else if (when.at_delivery)
    where = clause.where;
  reader.say(Point::surcharge_day,
             where ? Phrase{"of its own dates", "van de eigen datums"}
                   : Phrase{"of every day", "van elke dag"},
             where);
  if (formula_names(clause, "P0"))
    reader.say(Point::surcharge_price, price_words(clause.compounding.value),
               clause.compounding.where);
  const Stated<RoundingRule>& rule = clause.ladders.back().ladder.rounding.surcharge;
  reader.say(Point::surcharge_rounding,
             rounding_words(rule.value, reader.contract.currency.minor_decimals()), rule.where);
}

}  // namespace

const Stage surcharge_stage{Stage::Of::surcharges, surcharge_mistakes, surcharge_points,
                            surcharge_as_read};

}  // namespace pricetalk
