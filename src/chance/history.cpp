#include "chance/history.hpp"

#include <cmath>
#include <iterator>

namespace pricetalk {

MonthNumber month_number(const Period& month) {
  return month.first_day().year() * 12 + month.first_day().month() - 1;
}

Period month_of(MonthNumber number) { return Period::month(number / 12, number % 12 + 1); }

History::History(const Series& seen)
    : decimals_(seen.published_decimals()), percentages_(seen.unit == SeriesUnit::percent) {
  for (const Observation& o : seen.records) {
    if (o.period.unit() != Unit::month) continue;
    if (o.status == FigureStatus::withdrawn)
      figures_.erase(month_number(o.period));
    else
      figures_.insert_or_assign(month_number(o.period), o.value);
  }
  for (const SeriesHole& hole : seen.holes)
    for (Period month = Period::containing(hole.period.first_day(), Unit::month);
         month.last_day() <= hole.period.last_day(); month = month.plus(1))
      holes_.insert(month_number(month));
}

History History::until(MonthNumber month) const {
  History made = *this;
  made.figures_.erase(made.figures_.upper_bound(month), made.figures_.end());
  return made;
}

std::int64_t History::last_units() const {
  return round(figures_.rbegin()->second, Rounding::decimals(decimals_)).mantissa();
}

std::optional<MonthNumber> History::gap(MonthNumber from, MonthNumber until) const {
  for (MonthNumber month = from; month <= until; ++month) {
    const bool between = !empty() && first() < month && month < last();
    if (!figures_.contains(month) && !(between && holes_.contains(month))) return month;
  }
  return std::nullopt;
}

std::optional<MonthNumber> History::not_above_zero(MonthNumber from, MonthNumber until) const {
  if (percentages_) return std::nullopt;
  for (auto at = figures_.lower_bound(from); at != figures_.end() && at->first <= until; ++at)
    if (at->second.is_zero() || at->second.is_negative()) return at->first;
  return std::nullopt;
}

double History::change(MonthNumber month) const { return level(month) - level(month - 1); }

double History::level(MonthNumber month) const {
  const auto after = figures_.lower_bound(month);
  if (after->first == month) return level_of(after->second);
  const auto before = std::prev(after);
  const double share = static_cast<double>(month - before->first) /
                       static_cast<double>(after->first - before->first);
  return (1 - share) * level_of(before->second) + share * level_of(after->second);
}

double History::level_of(const Decimal& figure) const {
  const double value =
      static_cast<double>(figure.mantissa()) / std::pow(10.0, static_cast<double>(figure.scale()));
  return percentages_ ? value * std::pow(10.0, static_cast<double>(decimals_)) : std::log(value);
}

}  // namespace pricetalk
