#include "scenario/follow.hpp"

#include "scenario/project.hpp"

namespace pricetalk {

namespace {

/// In percent; nothing when the figure a year before is zero.
std::optional<Decimal> change_over_a_year(const Series& series, const Period& period,
                                          const FigureOf& followed) {
  const std::optional<Decimal> now = followed(period);
  const std::optional<Decimal> then = followed(years_later(period, -1));
  if (!now || !then || then->is_zero()) return std::nullopt;
  return round((Ratio(*now) / Ratio(*then) - Ratio(1)) * Ratio(100),
               Rounding::decimals(series.published_decimals()));
}

std::optional<Decimal> mean_of_periods(const Series& series, const Period& period, Unit unit,
                                       const FigureOf& followed) {
  Ratio sum;
  int count = 0;
  for (Period part = Period::containing(period.first_day(), unit);
       part.first_day() <= period.last_day(); part = part.plus(1)) {
    const std::optional<Decimal> figure = followed(part);
    if (!figure) return std::nullopt;
    sum = sum + Ratio(*figure);
    ++count;
  }
  return round(sum / Ratio(count), Rounding::decimals(series.published_decimals()));
}

}  // namespace

const std::string& followed_by(const Series& series) {
  return series.rate_of.empty() ? series.mean_of : series.rate_of;
}

const Series* followed_in(const Library& known, const Future& future, const Series& series) {
  if (followed_by(series).empty() || !goes_on(series)) return nullptr;
  // A rule for every series is meant for those that have no better one.
  const SeriesFuture* rule = future.for_series(series.id);
  if (rule != nullptr && !std::holds_alternative<PastAgain>(rule->rule)) return nullptr;
  const Series* followed = known.find(followed_by(series));
  if (followed == nullptr || !goes_on(*followed) || !followed_by(*followed).empty()) return nullptr;
  return followed;
}

std::optional<Decimal> figure_that_follows(const Series& series, const Period& period, Unit unit,
                                           const FigureOf& followed) {
  return series.rate_of.empty() ? mean_of_periods(series, period, unit, followed)
                                : change_over_a_year(series, period, followed);
}

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

}  // namespace pricetalk
