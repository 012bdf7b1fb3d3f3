#include "contract/scheduled_dates.hpp"

#include <algorithm>

namespace pricetalk {

namespace {

/// From where whole intervals are counted, and how many of them lie before the first date.
class Intervals {
 public:
  Intervals(const Contract& contract, const Line& line, const Schedule& when)
      : every_(when.every->value) {
    const auto& day = when.on.value.day;
    if (when.first) {
      anchor_ = when.first->value;
      if (day && anchor_ == day->in(anchor_.year())) on_ = day;
      return;
    }
    if (day) {
      const Date start = line.from.value;
      anchor_ = day->in(start.year());
      if (anchor_ <= start) anchor_ = day->in(start.year() + 1);
      on_ = day;
      return;
    }
    anchor_ = contract.start;
    for (Date date = anchor_; date <= line.from.value;) {
      const Date later = at(++first_);
      if (later <= date) break;  // the calendar ends
      date = later;
    }
  }

  int first() const { return first_; }

  /// A day that its month does not have is the last one of it: 29 February comes back in leap
  /// years.
  Date at(int i) const {
    const Date date = shift(anchor_, every_, i);
    if (!on_ || !every_.months()) return date;
    const int day = std::min(on_->day, days_in_month(date.year(), date.month()));
    return *Date::make(date.year(), date.month(), day);
  }

  /// The last interval that ends on or before a day; nothing before the first. Whole intervals
  /// never go back, so it is found by doubling and halving.
  std::optional<int> last(Date until) const {
    int below = first_;
    if (at(below) > until) return std::nullopt;
    const auto fits = [&](int i) { return at(i) <= until && at(i) > at(below); };
    int step = 1;
    while (fits(below + step)) {
      below += step;
      step *= 2;
    }
    for (; step > 0; step /= 2)
      if (fits(below + step)) below += step;
    return below;
  }

 private:
  Duration every_;
  Date anchor_;
  std::optional<MonthDay> on_;
  int first_ = 0;
};

/// The dates that are written one by one, in no order.
std::vector<Date> stated_dates(const Line& line, const Schedule& when) {
  std::vector<Date> dates;
  for (const auto& stated : when.dates) dates.push_back(stated.value);
  if (when.at_delivery && line.delivered) dates.push_back(*line.delivered);
  return dates;
}

}  // namespace

std::vector<Date> scheduled_dates(const Contract& contract, const Line& line, const Clause& clause,
                                  Date until) {
  const Schedule& when = clause.when;
  std::vector<Date> dates;
  if (when.every) {
    const Intervals intervals(contract, line, when);
    for (int i = intervals.first();; ++i) {
      const Date date = intervals.at(i);
      if (date > until || (!dates.empty() && date <= dates.back())) break;
      dates.push_back(date);
    }
  }
  for (const Date date : stated_dates(line, when))
    if (date <= until) dates.push_back(date);
  std::sort(dates.begin(), dates.end());
  dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
  return dates;
}

std::optional<Date> last_date(const Contract& contract, const Line& line, const Clause& clause,
                              Date until) {
  const Schedule& when = clause.when;
  std::optional<Date> found;
  if (when.every) {
    const Intervals intervals(contract, line, when);
    if (const auto last = intervals.last(until)) found = intervals.at(*last);
  }
  for (const Date date : stated_dates(line, when))
    if (date <= until && (!found || *found < date)) found = date;
  return found;
}

std::optional<Date> next_date(const Contract& contract, const Line& line, const Clause& clause,
                              Date day) {
  const Schedule& when = clause.when;
  std::optional<Date> found;
  if (when.every) {
    const Intervals intervals(contract, line, when);
    const auto last = intervals.last(day.plus_days(-1));
    const Date next = intervals.at(last ? *last + 1 : intervals.first());
    if (next >= day) found = next;  // else the calendar ends
  }
  for (const Date date : stated_dates(line, when))
    if (date >= day && (!found || date < *found)) found = date;
  return found;
}

}  // namespace pricetalk
