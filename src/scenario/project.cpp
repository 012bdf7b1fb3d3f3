#include "scenario/project.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "index/usual_lag.hpp"
#include "scenario/follow.hpp"
#include "scenario/yearly_means.hpp"

namespace pricetalk {

namespace {

int month_count(Date day) { return day.year() * 12 + day.month() - 1; }

int floor_div(int a, int b) { return a / b - ((a % b != 0 && (a < 0) != (b < 0)) ? 1 : 0); }

bool hidden(const Observation& o, Date today) {
  return o.published ? *o.published > today : o.period.last_day() > today;
}

bool settled(FigureStatus status) {
  return status == FigureStatus::definitive || status == FigureStatus::revised;
}

int periods_a_year(Unit unit) {
  return unit == Unit::month ? 12 : unit == Unit::quarter ? 4 : unit == Unit::year ? 1 : 0;
}

/// Where a rule that is not written stands: a series that follows another.
const SeriesFuture no_rule{};

Phrase words_following(const Series& series) {
  const std::string& other = followed_by(series);
  return series.rate_of.empty()
             ? Phrase{"means of '" + other + "'", "gemiddelden van '" + other + "'"}
             : Phrase{"yearly changes of '" + other + "'", "jaarmutaties van '" + other + "'"};
}

/// Appends the projected records of one series.
class Projection {
 public:
  Projection(const Series& seen, const SeriesFuture& rule, const Phrase& words, Span where,
             const Future& future, Date today, Date until)
      : made_{seen, {}, {}},
        rule_(rule),
        where_(where),
        today_(today),
        until_(until),
        rounding_(Rounding::decimals(seen.published_decimals())) {
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
    } else if (const auto* means = std::get_if<YearlyMeans>(&rule_.rule)) {
      for (const Unit unit : all_units) reach(*means, unit);
    } else if (const auto* again = std::get_if<PastAgain>(&rule_.rule)) {
      for (const Unit unit : all_units) repeat(again->span, unit);
    } else {
      for (const Unit unit : all_units) go_on(unit);
    }
    return std::move(made_);
  }

  /// As yearly changes or means of another series, which was projected.
  ProjectedSeries run_after(const Series& followed) && {
    confirm();
    std::map<Period, Decimal> figures;
    Unit finest = Unit::year;
    for (const Observation& o : followed.records) {
      if (o.status == FigureStatus::withdrawn) continue;
      figures.insert_or_assign(o.period, o.value);
      finest = std::min(finest, o.period.unit());
    }
    const FigureOf of = [&](const Period& period) {
      const auto found = figures.find(period);
      return found == figures.end() ? std::nullopt : std::optional(found->second);
    };
    if (past_.empty()) return std::move(made_);
    Period next = past_.rbegin()->first.plus(1);
    while (!over(next)) {
      const auto figure = figure_that_follows(made_.series, next, finest, of);
      if (!figure || !publish(next, *figure)) break;
      next = next.plus(1);
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
                                    .where = where_});
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
      append(period, round(moved(period, without_shocks * shocks(period)), rounding_), published);
    } catch (const Overflow&) {
      return false;
    }
    return true;
  }

  /// As the rule is moved to see what a result hangs on.
  Ratio moved(const Period& period, const Ratio& value) const {
    if (!rule_.higher && !rule_.steeper) return value;
    if (made_.series.unit == SeriesUnit::percent) {
      Ratio points(0);
      for (const auto& each : {rule_.higher, rule_.steeper})
        if (each) points = points + Ratio(each->of_hundred);
      return value + points;
    }
    Ratio factor(1);
    if (rule_.higher) factor = factor * (Ratio(1) + rule_.higher->as_fraction());
    const bool grows = std::holds_alternative<YearlyGrowth>(rule_.rule);
    if (rule_.steeper && !grows)
      for (int year = years_ahead(period); year > 0; --year)
        factor = factor * (Ratio(1) + rule_.steeper->as_fraction());
    return value * factor;
  }

  /// How many steps of a year lead back to a figure that was there: 1 in the first year.
  int years_ahead(const Period& period) const {
    int years = 0;
    for (Period back = period; !past_.contains(back) && years < 100; ++years)
      back = years_later(back, -1);
    return years;
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

  std::map<Period, Decimal> visible(Unit unit) const {
    std::map<Period, Decimal> path;
    for (const auto& [period, o] : past_)
      if (period.unit() == unit) path.emplace(period, o.value);
    return path;
  }

  /// The figures of all periods of a calendar year; nothing, and which is missing.
  std::optional<std::vector<Ratio>> whole_year(const std::map<Period, Decimal>& path, int year,
                                               Unit unit) {
    std::vector<Ratio> figures;
    Period period = Period::containing(Period::year(year).first_day(), unit);
    for (int i = 0; i < periods_a_year(unit); ++i, period = period.plus(1)) {
      const auto found = path.find(period);
      if (found == path.end()) {
        made_.missing = period;
        return std::nullopt;
      }
      figures.emplace_back(found->second);
    }
    return figures;
  }

  /// Year after year, the periods that are still to come make its mean what it is stated to be.
  void reach(const YearlyMeans& means, Unit unit) {
    std::map<Period, Decimal> path = visible(unit);
    if (path.empty() || periods_a_year(unit) == 0) return;
    for (Period next = path.rbegin()->first.plus(1); !over(next);
         next = path.rbegin()->first.plus(1)) {
      const auto figures = to_come(means, unit, next, path);
      if (!figures) return;
      for (const Decimal& figure : *figures) {
        if (!over(next) && !publish(next, figure)) return;
        path.emplace(next, figure);
        next = next.plus(1);
      }
    }
  }

  /// The periods of the year from `next` on.
  std::optional<std::vector<Decimal>> to_come(const YearlyMeans& means, Unit unit,
                                              const Period& next,
                                              const std::map<Period, Decimal>& path) {
    const int year = next.first_day().year();
    const auto before = whole_year(path, year - 1, unit);
    if (!before) return std::nullopt;
    YearToCome asked;
    asked.percentages = made_.series.unit == SeriesUnit::percent;
    for (const Ratio& figure : *before) asked.sum = asked.sum + figure;
    const YearMean mean = means.of(year);
    if (const auto* level = std::get_if<Decimal>(&mean))
      asked.sum = Ratio(*level) * Ratio(periods_a_year(unit));
    else
      asked.sum = asked.sum * (Ratio(1) + std::get<Percent>(mean).as_fraction());
    std::size_t known = 0;
    for (Period period = Period::containing(Period::year(year).first_day(), unit); period < next;
         period = period.plus(1)) {
      const auto found = path.find(period);
      if (found == path.end()) {
        made_.missing = period;
        return std::nullopt;
      }
      asked.sum = asked.sum - Ratio(found->second);
      ++known;
    }
    asked.year_before.assign(before->begin() + static_cast<std::ptrdiff_t>(known), before->end());
    asked.last = path.rbegin()->second;
    const auto year_before = path.find(years_later(path.rbegin()->first, -1));
    asked.change = year_before == path.end() || year_before->second.is_zero()
                       ? Ratio(1)
                       : asked.last / Ratio(year_before->second);
    try {
      auto made = year_to_come(asked, rounding_.step.scale());
      if (!made) made_.out_of_reach = year;
      return made;
    } catch (const Overflow&) {
      return std::nullopt;
    }
  }

  /// Each period whose year before has a figure, after the last visible one of the unit: the change
  /// from the period before it is that of the past.
  void repeat(const PeriodSpan& span, Unit unit) {
    std::map<Period, Decimal> past = visible(unit);
    if (past.empty()) return;
    const Period last = past.rbegin()->first;
    std::map<Period, Ratio> path;
    for (const auto& [period, figure] : past) path.emplace(period, figure);
    for (auto at = path.begin(); at != path.end(); ++at) {  // grows behind `at`
      const Period next = years_later(at->first, 1);
      if (next <= last || path.contains(next)) continue;
      if (over(next)) return;
      const auto& [before, level] = *path.rbegin();
      const Period again = in_the_past(span, next);
      const auto now = past.find(again);
      const auto then = past.find(again.plus(before.ordinal() - next.ordinal()));
      const bool percentages = made_.series.unit == SeriesUnit::percent;
      if (now == past.end() || then == past.end() || (!percentages && then->second.is_zero())) {
        made_.missing = now == past.end() ? again : again.plus(before.ordinal() - next.ordinal());
        return;
      }
      const Ratio figure = percentages ? level + Ratio(now->second) - Ratio(then->second)
                                       : level * Ratio(now->second) / Ratio(then->second);
      path.emplace(next, figure);
      if (!publish(next, figure)) return;
    }
  }

  /// Which period of the span comes again: the first year of the span in the year of `today`, the
  /// years before it where a series is late, and after its last year the first one.
  Period in_the_past(const PeriodSpan& span, const Period& period) const {
    const int first = month_count(span.first_day());
    const int years = (month_count(span.last_day()) - first + 1) / 12;
    const int shift = floor_div(month_count(today_) - first, 12);
    const int since = floor_div(month_count(period.first_day()) - first, 12) - shift;
    const int turns = since < 0 ? 0 : since / years;
    return years_later(period, -(shift + turns * years));
  }

  /// Each period whose year before has a figure, after the last visible one of the unit.
  void go_on(Unit unit) {
    std::map<Period, Decimal> path = visible(unit);
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
    if (const auto* growth = std::get_if<YearlyGrowth>(&rule_.rule)) {
      const Ratio stated = growth->of(period.first_day().year()).as_fraction();
      const bool steeper = rule_.steeper && made_.series.unit != SeriesUnit::percent;
      return Ratio(1) + (steeper ? stated + rule_.steeper->as_fraction() : stated);
    }
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
  Span where_;
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
  return Projection(seen, rule, rule.words(), rule.where, future, today, until).run();
}

Library project(const Library& known, const Future& future, Date today, Date until) {
  std::vector<Series> made;
  std::vector<std::shared_ptr<const Series>> followers;
  for (const auto& series : known.all()) {
    Series seen = seen_on(*series, today);
    const SeriesFuture* rule = future.for_series(series->id);
    if (followed_in(known, future, *series) != nullptr)
      followers.push_back(series);
    else if (rule != nullptr && goes_on(seen))
      made.push_back(project_series(seen, *rule, future, today, until).series);
    else
      made.push_back(std::move(seen));
  }
  Library projected = known.with(std::move(made), {future.source});
  if (followers.empty()) return projected;
  std::vector<Series> behind;
  for (const auto& series : followers) {
    const Series& followed = *projected.find(followed_by(*series));
    behind.push_back(Projection(seen_on(*series, today), no_rule, words_following(*series),
                                future.where, future, today, until)
                         .run_after(followed)
                         .series);
  }
  return projected.with(std::move(behind), {});
}

}  // namespace pricetalk
