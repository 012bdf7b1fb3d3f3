#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "calendar/working_day.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/timeline.hpp"
#include "reading/rank.hpp"
#include "reading/table.hpp"

namespace pricetalk {

namespace {

/// An edit of the contract's decisions.
Reading decision_reading(const ReadingScope& scope, std::string id, int rank, Phrase sentence,
                         std::function<bool(std::vector<DecisionTerms>&)> edit) {
  Reading reading;
  reading.id = std::move(id);
  reading.clause = scope.clause->id;
  reading.rank = rank;
  reading.sentence = std::move(sentence);
  reading.edit = [edit = std::move(edit)](const Contract& contract) -> std::optional<Contract> {
    Contract edited = contract;
    if (!edit(edited.terms.decision)) return std::nullopt;
    return edited;
  };
  return reading;
}

/// The adjustment dates of the line on which nothing was decided.
std::vector<Date> undecided_dates(const ReadingScope& scope) {
  std::vector<Date> dates;
  for (const Date date : scheduled_dates(*scope.contract, *scope.line, *scope.clause, scope.until))
    if (date > scope.line->price_date &&
        scope.contract->decision_on(date, *scope.line, *scope.clause) == nullptr)
      dates.push_back(date);
  return dates;
}

DecisionTerms decision(const ReadingScope& scope, Date date, DecisionKind kind) {
  DecisionTerms made;
  made.date = {date, {}};
  made.clause = {{Id{scope.clause->id}, {}}};
  made.price = {{Id{scope.line->id}, {}}};
  made.kind = {kind, {}};
  return made;
}

/// The step of every date put off, or brought forward, to another day.
Reading early_reading(const ReadingScope& scope, int months) {
  const std::string number = std::to_string(months);
  const Phrase by = months == 1 ? Phrase{"a month", "een maand"}
                                : Phrase{number + " months", number + " maanden"};
  return decision_reading(scope, "applied-early-" + number, rank::applied_early,
                          {"the adjustment of {} made " + by.en + " too early",
                           "de aanpassing van {} " + by.nl + " te vroeg doorgevoerd"},
                          [scope = scope, dates = undecided_dates(scope),
                           months](std::vector<DecisionTerms>& decisions) {
                            for (const Date date : dates) {
                              DecisionTerms moved = decision(scope, date, DecisionKind::deferred);
                              moved.to = {date - Duration{months, Unit::month}, {}};
                              decisions.push_back(std::move(moved));
                            }
                            return !dates.empty();
                          });
}

/// U26: sellers forget as well.
Reading skipped_reading(const ReadingScope& scope) {
  return decision_reading(
      scope, "step-forgotten", rank::step_forgotten, {"price not adjusted", "prijs niet aangepast"},
      [scope = scope, dates = undecided_dates(scope)](std::vector<DecisionTerms>& decisions) {
        for (const Date date : dates)
          decisions.push_back(decision(scope, date, DecisionKind::waived));
        return !dates.empty();
      });
}

/// Whether all or a part of a step was given up.
bool gives_up(const DecisionTerms& decision) {
  return decision.kind.value == DecisionKind::waived ||
         decision.kind.value == DecisionKind::reduced;
}

void waiver_readings(const ReadingScope& scope, std::vector<Reading>& made) {
  for (const DecisionTerms& d : scope.contract->terms.decision) {
    if (!gives_up(d) || !concerns(d, *scope.line, *scope.clause)) continue;
    const Date date = d.date.value;
    const Phrase of{" of " + std::to_string(date.year()), " van " + std::to_string(date.year())};
    const auto same = [date, kind = d.kind.value](const DecisionTerms& each) {
      return each.date.value == date && each.kind.value == kind;
    };
    if (!d.catch_up.value) {
      Reading recovered = decision_reading(
          scope, "waiver-recovered-" + date.text(), rank::waiver,
          {"the waived indexation" + of.en + " recovered later",
           "de kwijtgescholden indexatie" + of.nl + " later toch ingehaald"},
          [same](std::vector<DecisionTerms>& decisions) {
            const auto found = std::find_if(decisions.begin(), decisions.end(), same);
            if (found == decisions.end()) return false;
            found->catch_up.value = true;
            return true;
          });
      recovered.dates = 2;
      recovered.point = Point::waived_year;
      made.push_back(std::move(recovered));
    }
    made.push_back(decision_reading(scope, "waiver-ignored-" + date.text(), rank::waiver,
                                    {"the waived indexation" + of.en + " charged anyway",
                                     "de kwijtgescholden indexatie" + of.nl + " toch gerekend"},
                                    [same](std::vector<DecisionTerms>& decisions) {
                                      return std::erase_if(decisions, same) > 0;
                                    }));
  }
}

/// The contract as if a price had not been agreed.
void agreement_readings(const ReadingScope& scope, std::vector<Reading>& made) {
  for (const DecisionTerms& d : scope.contract->terms.decision) {
    if (d.kind.value != DecisionKind::agreed_price || !concerns(d, *scope.line, *scope.clause))
      continue;
    made.push_back(decision_reading(
        scope, "agreed-price-ignored-" + d.date.value.text(), rank::waiver,
        {"the agreed price of {} not charged", "de afgesproken prijs van {} niet gerekend"},
        [date = d.date.value](std::vector<DecisionTerms>& decisions) {
          return std::erase_if(decisions, [&](const DecisionTerms& each) {
                   return each.date.value == date && each.kind.value == DecisionKind::agreed_price;
                 }) > 0;
        }));
  }
}

/// The announced percentages of the clause, the last one of each date.
std::map<Date, Percent> announced_percentages(const ReadingScope& scope) {
  std::map<Date, Percent> made;
  std::map<Date, Date> received;
  for (const AnnouncementTerms& each : scope.contract->terms.announcement) {
    if (!each.change || each.clause.value.value != scope.clause->id) continue;
    const Date date = each.for_date.value;
    if (scope.contract->decision_on(date, *scope.line, *scope.clause) != nullptr) continue;
    Date& last = received.try_emplace(date, each.date.value).first->second;
    if (each.date.value < last) continue;
    last = each.date.value;
    made.insert_or_assign(date, each.change->value);
  }
  return made;
}

/// What was announced charged as it stands, whatever the clause gives.
void announced_readings(const ReadingScope& scope, std::vector<Reading>& made) {
  const auto announced = announced_percentages(scope);
  if (announced.empty()) return;
  const bool one = std::all_of(announced.begin(), announced.end(), [&](const auto& each) {
    return each.second == announced.begin()->second;
  });
  const Phrase of = one ? in_both(announced.begin()->second.text()) : Phrase{};
  const std::string space = one ? " " : "";
  made.push_back(
      decision_reading(scope, "announced-percentage", rank::announced_percentage,
                       {"the announced percentage" + space + of.en + " charged on {}",
                        "op {} het aangekondigde percentage" + space + of.nl + " gerekend"},
                       [scope = scope, announced](std::vector<DecisionTerms>& decisions) {
                         for (const auto& [date, change] : announced) {
                           DecisionTerms step = decision(scope, date, DecisionKind::reduced);
                           step.change = Stated<Percent>{change, {}};
                           decisions.push_back(std::move(step));
                         }
                         return true;
                       }));
  // It tells what was charged; a misreading that gives as much tells why.
  made.back().remembered = true;
}

bool announced_late(const ReadingScope& scope) {
  const Notice& notice = scope.clause->notice;
  if (!notice.before) return false;
  const auto& all = scope.contract->terms.announcement;
  return std::any_of(all.begin(), all.end(), [&](const AnnouncementTerms& each) {
    return each.clause.value.value == scope.clause->id &&
           too_late(each.date.value, each.for_date.value, notice.before->value);
  });
}

void occasion_mistakes(const ReadingScope& scope, std::vector<Reading>& made) {
  made.push_back(skipped_reading(scope));
  made.back().aspect = {Aspect::Part::all};
  const std::size_t waivers = made.size();
  waiver_readings(scope, made);
  agreement_readings(scope, made);
  announced_readings(scope, made);
  for (std::size_t i = waivers; i < made.size(); ++i) made[i].aspect = {Aspect::Part::decision};
  if (announced_late(scope)) {
    made.push_back(clause_reading(
        scope, "notice-missed", rank::notice_missed,
        {"adjusted although it was announced too late", "te laat aangekondigd en toch aangepast"},
        [](Clause& clause) {
          const bool duty = clause.notice.before.has_value();
          clause.notice.before.reset();
          return duty;
        }));
    made.back().aspect = {Aspect::Part::notice};
  }
  for (const int months : {1, 2, 3}) {
    made.push_back(early_reading(scope, months));
    made.back().aspect = {Aspect::Part::day};
    made.back().early = true;
  }
}

void occasion_points(const ReadingScope& scope, std::vector<Reading>& made) {
  made.push_back(clause_point(
      scope, Point::reading_day, "read-on-the-adjustment-date",
      {"figures as known on the adjustment date", "cijfers zoals bekend op de aanpassingsdatum"},
      [](Clause& clause) { return !std::exchange(clause.reads_on_date, true); }));
  made.push_back(clause_point(scope, Point::late_announcement, "late-forfeits",
                              {"a late announcement forfeits the step",
                               "bij een te late aankondiging vervalt de aanpassing"},
                              [](Clause& clause) {
                                return clause.notice.before &&
                                       instead(clause.notice.late, Late::forfeits);
                              }));
}

void announcements_as_read(PointReader& reader) {
  const Clause& clause = reader.clause;
  const auto& all = reader.contract.terms.announcement;
  if (std::none_of(all.begin(), all.end(), [&](const AnnouncementTerms& each) {
        return each.clause.value.value == clause.id;
      }))
    return;
  reader.say(
      Point::reading_day,
      {"as known on the day of the announcement", "zoals bekend op de dag van de aankondiging"},
      std::nullopt);
  static const std::array<Phrase, 4> late = {
      {{"the step is lost", "de aanpassing vervalt"},
       {"made up at the next date", "ingehaald op de volgende datum"},
       {"the new price starts later", "de nieuwe prijs gaat later in"},
       {"back to the adjustment date", "terug tot de aanpassingsdatum"}}};
  if (clause.notice.before)
    reader.say(Point::late_announcement, late[static_cast<std::size_t>(clause.notice.late.value)],
               clause.notice.late.where);
}

void decision_as_read(PointReader& reader, const DecisionTerms& decision) {
  if (!gives_up(decision) || !concerns(decision, reader.line, reader.clause)) return;
  const std::string year = std::to_string(decision.date.value.year());
  reader.say(
      Point::waived_year,
      decision.catch_up.value
          ? Phrase{year + " comes back at the next date", year + " komt op de volgende datum terug"}
          : Phrase{year + " is lost for good", year + " vervalt voorgoed"},
      decision.catch_up.where);
}

void occasions_as_read(PointReader& reader) {
  announcements_as_read(reader);
  for (const DecisionTerms& decision : reader.contract.terms.decision)
    decision_as_read(reader, decision);
}

}  // namespace

const Stage occasion_stage{Stage::Of::prices, occasion_mistakes, occasion_points,
                           occasions_as_read};

}  // namespace pricetalk
