#include "pricing/timeline.hpp"

#include <algorithm>

#include "pricetalk/pricing/schedule.hpp"
#include "pricing/notice.hpp"

namespace pricetalk {

namespace {

/// What runs at a place of the line on an adjustment date; nothing runs no longer.
const Clause* runs_on(const Contract& contract, const Line& line, std::size_t place, Date date) {
  return contract.clauses[line.clauses[place]].on(date);
}

/// The adjustment dates at a place of the line, each with what runs on it.
std::vector<std::pair<Date, const Clause*>> dates_of(const Contract& contract, const Line& line,
                                                     std::size_t place, Date until) {
  const Clause& clause = contract.clauses[line.clauses[place]];
  std::vector<std::pair<Date, const Clause*>> made;
  for (const Date date : scheduled_dates(contract, line, clause, until))
    if (clause.on(date) == &clause) made.emplace_back(date, &clause);
  if (clause.later && clause.later->clause)
    for (const Date date : scheduled_dates(contract, line, *clause.later->clause, until))
      if (date >= clause.later->from) made.emplace_back(date, clause.later->clause.get());
  return made;
}

/// On a day on which a clause with resets_base runs, only it runs; what a decision put off until
/// that day comes first.
void only_the_reset(const Contract& contract, const Line& line, std::vector<Occasion>& occasions) {
  if (!line.parts.empty()) return;  // each part has a price of its own
  const auto put_off = [&](const Occasion& one) {
    const Clause& clause = *runs_on(contract, line, one.clause, one.date);
    const DecisionTerms* decision = contract.decision_on(one.date, line, clause);
    return one.kind == Occasion::Kind::adjustment && decision != nullptr &&
           decision->kind.value == DecisionKind::deferred;
  };
  const auto resets = [&](const Occasion& one) {
    return runs_on(contract, line, one.clause, one.date)->resets_base.value && !put_off(one);
  };
  std::vector<Date> days;
  for (const Occasion& one : occasions)
    if (resets(one)) days.push_back(one.day);
  if (days.empty()) return;
  const auto on_such_a_day = [&](const Occasion& one) {
    return std::find(days.begin(), days.end(), one.day) != days.end();
  };
  std::erase_if(occasions, [&](const Occasion& one) {
    return one.kind == Occasion::Kind::adjustment && on_such_a_day(one) && !resets(one) &&
           !put_off(one);
  });
  std::stable_sort(occasions.begin(), occasions.end(), [&](const Occasion& a, const Occasion& b) {
    if (a.day != b.day) return a.day < b.day;
    return on_such_a_day(a) && !resets(a) && resets(b);
  });
}

/// An agreed price has the last word on its day: the adjustments that it is about come last, and on
/// a day without them it is an occasion of its own.
void agreed_prices(const Contract& contract, const Line& line, Date until,
                   std::vector<Occasion>& occasions) {
  const auto by_agreement = [&](const Occasion& one) {
    if (one.kind != Occasion::Kind::adjustment) return false;
    const DecisionTerms* decision =
        contract.decision_on(one.date, line, *runs_on(contract, line, one.clause, one.date));
    return decision != nullptr && decision->kind.value == DecisionKind::agreed_price;
  };
  for (const DecisionTerms& decision : contract.terms.decision) {
    const Date day = decision.date.value;
    if (day < line.price_date || day > until || (line.until && day > line.until->value) ||
        contract.agreed_on(day, line) != &decision)
      continue;
    const auto first = std::find_if(occasions.begin(), occasions.end(),
                                    [&](const Occasion& one) { return one.day >= day; });
    const auto last =
        std::find_if(first, occasions.end(), [&](const Occasion& one) { return one.day > day; });
    const auto agreed =
        std::stable_partition(first, last, [&](const Occasion& one) { return !by_agreement(one); });
    if (agreed == last) occasions.insert(last, {Occasion::Kind::agreed, day, day, 0, &decision});
  }
}

}  // namespace

namespace {

/// The days on which the price of the other line may move, each once.
std::vector<Occasion> followed(const Contract& contract, const Line& line, Date until) {
  std::vector<Occasion> made;
  const Line* other = contract.find_line(line.follows->of);
  if (other == nullptr) return made;
  for (const Occasion& one : timeline(contract, *other, until)) {
    if (line.until && one.day > line.until->value) break;
    if (!made.empty() && made.back().day == one.day) continue;
    made.push_back({Occasion::Kind::followed, one.day, one.day, one.clause, nullptr});
  }
  return made;
}

}  // namespace

std::vector<Occasion> timeline(const Contract& contract, const Line& line, Date until) {
  if (line.follows) return followed(contract, line, until);
  std::vector<Occasion> occasions;
  const auto alive = [&](Date day) {
    return day > line.price_date && day >= line.from.value &&
           (!line.until || day <= line.until->value) && day <= until;
  };
  for (std::size_t i = 0; i < line.clauses.size(); ++i)
    for (const auto& [when, runs] : dates_of(contract, line, i, until)) {
      const Date date = when;
      const Clause& clause = *runs;
      if (!alive(date)) continue;
      const auto made_on = [&](Date day) {
        return judge_notice(contract, line, clause, date, day).first_day;
      };
      const DecisionTerms* decision = contract.decision_on(date, line, clause);
      if (decision != nullptr && decision->kind.value == DecisionKind::deferred) {
        occasions.push_back({Occasion::Kind::adjustment, date, date, i, nullptr});
        if (const Date day = made_on(decision->to->value); alive(day))
          occasions.push_back({Occasion::Kind::deferred, day, date, i, nullptr});
      } else if (const Date day = made_on(date); day == date) {
        occasions.push_back({Occasion::Kind::adjustment, date, date, i, nullptr});
      } else if (alive(day)) {
        occasions.push_back({Occasion::Kind::late, day, date, i, nullptr});
      }
    }
  std::stable_sort(occasions.begin(), occasions.end(), [](const Occasion& a, const Occasion& b) {
    return a.day != b.day ? a.day < b.day : a.clause < b.clause;
  });
  only_the_reset(contract, line, occasions);
  agreed_prices(contract, line, until, occasions);
  return occasions;
}

Date day_of(const PriceEntry& entry) {
  const DecisionTerms* decision = entry.decision;
  const bool deferred = decision != nullptr && decision->kind.value == DecisionKind::deferred;
  // What happens on the date itself, that nothing does, begins on it.
  return deferred && decision->to && entry.from > entry.date ? decision->to->value : entry.date;
}

Date reading_day(const Contract& contract, const Clause& clause, Date date) {
  const AnnouncementTerms* announcement = contract.announcement_for(date, clause);
  const Date day =
      announcement != nullptr && !clause.reads_on_date ? announcement->date.value : date;
  return clause.reads_revised ? day + Duration{1, Unit::year} : day;
}

}  // namespace pricetalk
