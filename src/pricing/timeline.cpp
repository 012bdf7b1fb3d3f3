#include "pricetalk/pricing/timeline.hpp"

#include <algorithm>

namespace pricetalk {

namespace {

/// The day from which whole intervals are counted, and how many of them lie before the first date.
struct Anchor {
  Date day;
  int skip = 0;
};

Anchor anchor_of(const Contract& contract, const Line& line, const Schedule& when) {
  const Duration every = when.every->value;
  if (when.first) return {when.first->value, 0};
  if (const auto& day = when.on.value.day) {
    const Date start = line.from.value;
    Date first = day->in(start.year());
    if (first <= start) first = day->in(start.year() + 1);
    return {first, 0};
  }
  int skip = 0;
  for (Date date = contract.start; date <= line.from.value;) {
    const Date later = shift(contract.start, every, ++skip);
    if (later <= date) break;  // the calendar ends
    date = later;
  }
  return {contract.start, skip};
}

/// On a day on which a clause with resets_base runs, only it runs; what a decision put off until
/// that day comes first.
void only_the_reset(const Contract& contract, const Line& line, std::vector<Occasion>& occasions) {
  if (!line.parts.empty()) return;  // each part has a price of its own
  const auto put_off = [&](const Occasion& one) {
    const Clause& clause = contract.clauses[line.clauses[one.clause]];
    const DecisionTerms* decision = contract.decision_on(one.date, line, clause);
    return one.kind == Occasion::Kind::adjustment && decision != nullptr &&
           decision->kind.value == DecisionKind::deferred;
  };
  const auto resets = [&](const Occasion& one) {
    return contract.clauses[line.clauses[one.clause]].resets_base.value && !put_off(one);
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

}  // namespace

std::vector<Date> scheduled_dates(const Contract& contract, const Line& line, const Clause& clause,
                                  Date until) {
  const Schedule& when = clause.when;
  std::vector<Date> dates;
  if (when.every) {
    const Anchor anchor = anchor_of(contract, line, when);
    for (int i = anchor.skip;; ++i) {
      const Date date = shift(anchor.day, when.every->value, i);
      if (date > until || (!dates.empty() && date <= dates.back())) break;
      dates.push_back(date);
    }
  }
  for (const auto& stated : when.dates)
    if (stated.value <= until) dates.push_back(stated.value);
  if (when.at_delivery && line.delivered && *line.delivered <= until)
    dates.push_back(*line.delivered);
  std::sort(dates.begin(), dates.end());
  dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
  return dates;
}

std::optional<Date> last_date(const Contract& contract, const Line& line, const Clause& clause,
                              Date until) {
  const Schedule& when = clause.when;
  std::optional<Date> found;
  const auto later = [&](Date date) {
    if (date <= until && (!found || *found < date)) found = date;
  };
  if (when.every) {
    const Anchor anchor = anchor_of(contract, line, when);
    const auto nth = [&](int i) { return shift(anchor.day, when.every->value, i); };
    // Whole intervals never go back, so the last one is found by doubling and halving.
    int below = anchor.skip;
    if (nth(below) <= until) {
      int step = 1;
      while (nth(below + step) <= until && nth(below + step) > nth(below)) {
        below += step;
        step *= 2;
      }
      for (; step > 0; step /= 2)
        if (nth(below + step) <= until && nth(below + step) > nth(below)) below += step;
      later(nth(below));
    }
  }
  for (const auto& stated : when.dates) later(stated.value);
  if (when.at_delivery && line.delivered) later(*line.delivered);
  return found;
}

std::vector<Occasion> timeline(const Contract& contract, const Line& line, Date until) {
  std::vector<Occasion> occasions;
  const auto alive = [&](Date day) {
    return day > line.price_date && day >= line.from.value &&
           (!line.until || day <= line.until->value) && day <= until;
  };
  for (std::size_t i = 0; i < line.clauses.size(); ++i) {
    const Clause& clause = contract.clauses[line.clauses[i]];
    for (const Date date : scheduled_dates(contract, line, clause, until)) {
      if (!alive(date)) continue;
      occasions.push_back({Occasion::Kind::adjustment, date, date, i});
      const DecisionTerms* decision = contract.decision_on(date, line, clause);
      if (decision != nullptr && decision->kind.value == DecisionKind::deferred &&
          alive(decision->to->value))
        occasions.push_back({Occasion::Kind::deferred, decision->to->value, date, i});
    }
  }
  std::stable_sort(occasions.begin(), occasions.end(), [](const Occasion& a, const Occasion& b) {
    return a.day != b.day ? a.day < b.day : a.clause < b.clause;
  });
  only_the_reset(contract, line, occasions);
  return occasions;
}

Date reading_day(const Contract& contract, const Clause& clause, Date date) {
  const AnnouncementTerms* announcement = contract.announcement_for(date, clause);
  const Date day =
      announcement != nullptr && !clause.reads_on_date ? announcement->date.value : date;
  return clause.reads_revised ? day + Duration{1, Unit::year} : day;
}

}  // namespace pricetalk
