#include "scenario/project.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "index/usual_lag.hpp"

namespace pricetalk {

namespace {

int month_count(Date day) { return day.year() * 12 + day.month() - 1; }

int floor_div(int a, int b) { return a / b - ((a % b != 0 && (a < 0) != (b < 0)) ? 1 : 0); }

/// The same period `years` later (or earlier): month, quarter and day of the year stay; a week
/// moves by 52 weeks.
Period years_later(const Period& period, int years) {
  switch (period.unit()) {
    case Unit::month:
      return period.plus(12 * years);
    case Unit::quarter:
      return period.plus(4 * years);
    case Unit::year:
      return period.plus(years);
    case Unit::week:
      return period.plus(52 * years);
    case Unit::day:
      break;
  }
  return Period::containing(shift(period.first_day(), {12, Unit::month}, years), Unit::day);
}

bool hidden(const Observation& o, Date today) {
  return o.published ? *o.published > today : o.period.last_day() > today;
}

bool settled(FigureStatus status) {
  return status == FigureStatus::definitive || status == FigureStatus::revised;
}

/// Appends the projected records of one series.
class Projection {
 public:
  Projection(const Series& seen, const SeriesFuture& rule, const Future& future, Date today,
             Date until)
      : made_{seen, {}},
        rule_(rule),
        today_(today),
        until_(until),
        rounding_(Rounding::decimals(seen.published_decimals())) {
    const Phrase words = rule.words();
    made_.series.projection = {
        "scenario " + future.scenario + ", future " + future.id + ": " + words.en,
        "scenario " + future.scenario + ", toekomst " + future.id + ": " + words.nl};
    for (const Observation& o : seen.records) {
      if (o.status == FigureStatus::withdrawn)
        past_.erase(o.period);
      else
        past_[o.period] = o;
    }
    lag_ = usual_lag(seen.records);
  }

  ProjectedSeries run() && {
    confirm();
    if (const auto* path = std::get_if<std::vector<PathFigure>>(&rule_.rule)) {
      follow(*path);
    } else {
      for (const Unit unit : all_units) go_on(unit);
    }
    return std::move(made_);
  }

 private:
  void append(const Period& period, const Decimal& value, std::optional<Date> published) {
    made_.series.records.push_back({.period = period,
                                    .value = value,
                                    .status = FigureStatus::projected,
                                    .published = published,
                                    .retrieved = today_,
                                    .supersedes = {},
                                    .where = rule_.where});
  }

  /// What is provisional today becomes definitive as it is.
  void confirm() {
    for (const auto& [period, o] : past_)
      if (!settled(o.status)) append(period, o.value, today_.plus_days(1));
  }

  /// False when the figure has too many digits: then the series ends.
  bool publish(const Period& period, const Ratio& without_shocks) {
    std::optional<Date> published;
    if (lag_) published = std::max(period.last_day().plus_days(*lag_), today_.plus_days(1));
    try {
      append(period, round(without_shocks * shocks(period), rounding_), published);
    } catch (const Overflow&) {
      return false;
    }
    return true;
  }

  Ratio shocks(const Period& period) const {
    Ratio factor(1);
    for (const Shock& shock : rule_.shocks) {
      if (period.last_day() < shock.from.first_day()) continue;
      Ratio left(1);
      if (shock.fades) {
        const int all = *shock.fades->months();
        const int gone =
            std::max(0, month_count(period.first_day()) - month_count(shock.from.first_day()));
        left = Ratio::of(std::max(0, all - gone), all);
      }
      factor = factor * (Ratio(1) + shock.change.as_fraction() * left);
    }
    return factor;
  }

  bool over(const Period& period) const { return period.first_day() > until_; }

  void follow(const std::vector<PathFigure>& path) {
    for (const PathFigure& figure : path)
      if (!past_.contains(figure.period) && !publish(figure.period, figure.value)) return;
  }

  /// Each period whose year before has a figure, after the last visible one of the unit.
  void go_on(Unit unit) {
    std::map<Period, Decimal> path;
    for (const auto& [period, o] : past_)
      if (period.unit() == unit) path.emplace(period, o.value);
    if (path.empty()) return;
    const Period last = path.rbegin()->first;
    for (auto at = path.begin(); at != path.end(); ++at) {  // grows behind `at`
      const Period next = years_later(at->first, 1);
      if (next <= last || path.contains(next)) continue;
      if (over(next)) return;
      const std::optional<Ratio> factor = yearly(next, last);
      if (!factor) return;
      try {
        path.emplace(next, round(at->second * *factor, rounding_));
      } catch (const Overflow&) {
        return;
      }
      if (!publish(next, path.at(next))) return;
    }
  }

  /// The change of a period against a year before.
  std::optional<Ratio> yearly(const Period& period, const Period& last) {
    if (const auto* growth = std::get_if<YearlyGrowth>(&rule_.rule))
      return Ratio(1) + growth->of(period.first_day().year()).as_fraction();
    const Period again = replayed(std::get<PeriodSpan>(rule_.rule), period, last);
    const Period before = years_later(again, -1);
    const auto now = past_.find(again);
    const auto then = past_.find(before);
    if (now == past_.end() || then == past_.end() || then->second.value.is_zero()) {
      made_.missing = now == past_.end() ? again : before;
      return std::nullopt;
    }
    return Ratio(now->second.value) / Ratio(then->second.value);
  }

  /// Which past period comes again: same season, the years of the span in turn, the first of them
  /// in the twelve months after the last visible period.
  static Period replayed(const PeriodSpan& span, const Period& period, const Period& last) {
    const int first = month_count(span.first_day());
    const int years = (month_count(span.last_day()) - first + 1) / 12;
    const int since = month_count(period.first_day()) - month_count(last.plus(1).first_day());
    const int year = floor_div(since, 12) % years;
    const int back = floor_div(month_count(period.first_day()) - first - 12 * year, 12);
    return years_later(period, -back);
  }

  ProjectedSeries made_;
  const SeriesFuture& rule_;
  Date today_;
  Date until_;
  Rounding rounding_;
  std::map<Period, Observation> past_;
  std::optional<int> lag_;
};

}  // namespace

Series seen_on(const Series& series, Date today) {
  Series seen = series;
  seen.records = {};
  std::vector<std::optional<RecordId>> moved;
  for (const Observation& o : series.records) {
    moved.emplace_back();
    if (hidden(o, today)) continue;
    moved.back() = static_cast<RecordId>(seen.records.size());
    Observation copy = o;
    if (o.supersedes) copy.supersedes = moved[*o.supersedes];
    seen.records.push_back(std::move(copy));
  }
  return seen;
}

bool goes_on(const Series& series) { return !series.stopped && series.successor.empty(); }

ProjectedSeries project_series(const Series& seen, const SeriesFuture& rule, const Future& future,
                               Date today, Date until) {
  return Projection(seen, rule, future, today, until).run();
}

Library project(const Library& known, const Future& future, Date today, Date until) {
  std::vector<Series> made;
  for (const auto& series : known.all()) {
    Series seen = seen_on(*series, today);
    const SeriesFuture* rule = future.for_series(series->id);
    if (rule != nullptr && goes_on(seen))
      made.push_back(project_series(seen, *rule, future, today, until).series);
    else
      made.push_back(std::move(seen));
  }
  return known.with(std::move(made), {future.source});
}

}  // namespace pricetalk
