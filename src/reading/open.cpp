#include <algorithm>
#include <utility>

#include "pricing/lower.hpp"
#include "reading/table.hpp"

// What a clause leaves open, where nobody makes a mistake who reads it otherwise.

namespace pricetalk {

namespace {

/// Edits every index of the clause; says whether one changed.
Reading index_reading(const ReadingScope& scope, Point point, std::string id, Phrase sentence,
                      std::function<bool(IndexRead&)> edit) {
  Reading made = clause_reading(scope, std::move(id), 50, std::move(sentence),
                                [edit = std::move(edit)](Clause& clause) {
                                  bool changed = false;
                                  for (IndexRead& read : clause.reads)
                                    changed = edit(read) || changed;
                                  return changed;
                                });
  made.point = point;
  made.mistake = false;
  return made;
}

Reading ladder_point(const ReadingScope& scope, Point point, std::string id, Phrase sentence,
                     std::function<bool(Ladder&)> edit) {
  Reading made = ladder_reading(scope, std::move(id), 50, std::move(sentence), std::move(edit));
  made.point = point;
  made.mistake = false;
  return made;
}

/// Sets what is there by default; the contract's own words stay.
template <class T>
bool instead(Stated<T>& stated, T value) {
  if (!stated.by_default() || stated.value == value) return false;
  stated.value = std::move(value);
  return true;
}

PeriodRule looking_back(LookBack what, const char* text) {
  PeriodRule rule;
  rule.what = PeriodRule::Back{what, {}};
  rule.text = text;
  return rule;
}

RoundingRule percent_step(const Decimal& step) {
  RoundingRule rule;
  rule.kind = RoundingRule::Kind::percent_step;
  rule.step = step;
  return rule;
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

/// A latest published figure against the one of the same period a step earlier.
void same_period_point(const ReadingScope& scope, std::vector<Reading>& made) {
  if (!scope.clause->when.every) return;
  const Duration every = scope.clause->when.every->value;
  made.push_back(
      index_reading(scope, Point::reference, "reference-of-the-same-period",
                    {"the figure of the same period one adjustment earlier",
                     "het cijfer van dezelfde periode, één aanpassing eerder"},
                    [every](IndexRead& read) {
                      const PeriodRule::Back* back = read.base.value.back();
                      if (!std::holds_alternative<PeriodRule::Latest>(read.use.value.what) ||
                          back == nullptr || back->what != LookBack::at_previous_date)
                        return false;
                      PeriodRule rule;
                      rule.what = PeriodRule::Back{LookBack::earlier, every};
                      rule.text = every.text() + " earlier";
                      return instead(read.base, std::move(rule));
                    }));
}

void figure_points(const ReadingScope& scope, std::vector<Reading>& made) {
  same_period_point(scope, made);
  made.push_back(index_reading(
      scope, Point::reference, "reference-at-last-adjustment",
      {"the figure used at the last adjustment, so that a skipped year is caught up",
       "het cijfer van de laatste aanpassing, zodat een overgeslagen jaar wordt ingehaald"},
      [](IndexRead& read) {
        const PeriodRule::Back* back = read.base.value.back();
        return back != nullptr && back->what == LookBack::at_previous_date &&
               instead(read.base, looking_back(LookBack::at_last_adjustment, "at last adjustment"));
      }));
  made.push_back(index_reading(
      scope, Point::reference, "reference-at-start",
      {"the figure of the start", "het cijfer van het begin"}, [](IndexRead& read) {
        const PeriodRule::Back* back = read.base.value.back();
        return back != nullptr && back->what == LookBack::at_start &&
               instead(read.base, looking_back(LookBack::at_signature, "at signature"));
      }));
  made.back().id = "reference-at-signature";
  made.back().sentence = {"the figure of the day of signature",
                          "het cijfer van de dag van ondertekening"};
  made.push_back(index_reading(
      scope, Point::first_reference, "first-reference-at-start",
      {"at the first adjustment the figure of the start of the line",
       "bij de eerste aanpassing het cijfer van het begin van de regel"},
      [](IndexRead& read) {
        const PeriodRule::Back* back = read.base.value.back();
        if (read.first_base || back == nullptr || back->what != LookBack::at_previous_date)
          return false;
        read.first_base =
            Stated<PeriodRule>{looking_back(LookBack::at_start, "at start"), std::nullopt};
        return true;
      }));
  made.push_back(index_reading(
      scope, Point::reference_version, "reference-as-known-now",
      {"the reference figure as it is known now", "het referentiecijfer zoals het nu bekend is"},
      [](IndexRead& read) {
        if (read.base.value.back() == nullptr || read.reference_as_known_now) return false;
        read.reference_as_known_now = true;
        return true;
      }));
  made.push_back(
      index_reading(scope, Point::publication, "first-publication",
                    {"the figure as first published, even if it was revised",
                     "het eerst gepubliceerde cijfer, ook als het is herzien"},
                    [](IndexRead& read) { return instead(read.publication, Which::first); }));
  made.push_back(
      index_reading(scope, Point::publication, "definitive-publication",
                    {"only definitive figures", "alleen definitieve cijfers"},
                    [](IndexRead& read) { return instead(read.publication, Which::definitive); }));
  made.push_back(index_reading(scope, Point::link_base, "compared-in-the-new-base",
                               {"both figures in the base year of the new one",
                                "beide cijfers in het basisjaar van het nieuwe cijfer"},
                               [](IndexRead& read) {
                                 return !read.links.empty() &&
                                        instead(read.in_base_of,
                                                ComparisonBase{ComparisonBase::Of::comparison, {}});
                               }));
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

void limit_points(const ReadingScope& scope, std::vector<Reading>& made) {
  made.push_back(
      ladder_point(scope, Point::threshold_since, "threshold-since-start",
                   {"the change counted from the start", "de verandering geteld vanaf het begin"},
                   [](Ladder& ladder) {
                     return ladder.threshold && instead(ladder.threshold->since, Since::start);
                   }));
  made.push_back(ladder_point(
      scope, Point::threshold_tested, "threshold-on-price",
      {"tested on what is passed on", "getoetst op wat wordt doorberekend"}, [](Ladder& ladder) {
        return ladder.threshold && instead(ladder.threshold->tested_on, TestedOn::price);
      }));
  made.push_back(
      ladder_point(scope, Point::threshold_part, "threshold-excess",
                   {"only what passes the threshold", "alleen wat boven de drempel uitkomt"},
                   [](Ladder& ladder) {
                     return ladder.threshold && instead(ladder.threshold->then, Then::excess);
                   }));
  made.push_back(
      ladder_point(scope, Point::carry_over, "cut-off-kept",
                   {"what a limit cuts off comes back at the next date",
                    "wat een maximum of minimum afsnijdt, komt op de volgende datum terug"},
                   [](Ladder& ladder) {
                     const Limits& limits = ladder.limits;
                     return !(limits.cap.empty() && limits.floor.empty() &&
                              limits.cap_total.empty() && limits.floor_total.empty()) &&
                            limits.carry_over.value != CarryOver::both &&
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

/// A reading of the line, which its first clause stands for.
void parts_point(const ReadingScope& scope, std::vector<Reading>& made) {
  const Line& line = *scope.line;
  if (line.parts.empty() || line.clauses.empty() ||
      &scope.contract->clauses[line.clauses.front()] != scope.clause)
    return;
  Reading reading;
  reading.id = "only-the-sum-of-the-parts-rounded";
  reading.clause = scope.clause->id;
  reading.rank = 50;
  reading.sentence = {"only the sum of the parts rounded", "alleen de som van de delen afgerond"};
  reading.edit = [id = line.id](const Contract& contract) -> std::optional<Contract> {
    Contract edited = contract;
    for (Line& each : edited.lines)
      if (each.id == id && !std::exchange(each.parts_in_full, true)) return edited;
    return std::nullopt;
  };
  reading.point = Point::parts_rounding;
  reading.mistake = false;
  made.push_back(std::move(reading));
}

/// Which day and which price a surcharge is counted by, and how it is rounded.
void surcharge_points(const ReadingScope& scope, std::vector<Reading>& made) {
  if (!scope.clause->surcharge) return;
  const auto add = [&](Point point, const char* id, Phrase sentence,
                       std::function<bool(Clause&)> edit) {
    made.push_back(clause_reading(scope, id, 50, std::move(sentence), std::move(edit)));
    made.back().point = point;
    made.back().mistake = false;
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

}  // namespace

void open_point_readings(const ReadingScope& scope, std::vector<Reading>& made) {
  figure_points(scope, made);
  rounding_points(scope, made);
  limit_points(scope, made);
  cap_point(scope, made);
  rounding_within_point(scope, made);
  parts_point(scope, made);
  surcharge_points(scope, made);
  const auto clause_point = [&](Point point, const char* id, Phrase sentence,
                                std::function<bool(Clause&)> edit) {
    made.push_back(clause_reading(scope, id, 50, std::move(sentence), std::move(edit)));
    made.back().point = point;
    made.back().mistake = false;
  };
  clause_point(Point::compounding, "from-the-original-price",
               {"each time from the original price", "telkens vanaf de oorspronkelijke prijs"},
               from_the_original_price);
  clause_point(
      Point::reading_day, "read-on-the-adjustment-date",
      {"figures as known on the adjustment date", "cijfers zoals bekend op de aanpassingsdatum"},
      [](Clause& clause) { return !std::exchange(clause.reads_on_date, true); });
  clause_point(Point::late_announcement, "late-forfeits",
               {"a late announcement forfeits the step",
                "bij een te late aankondiging vervalt de aanpassing"},
               [](Clause& clause) {
                 return clause.notice.before && instead(clause.notice.late, Late::forfeits);
               });
}

}  // namespace pricetalk
