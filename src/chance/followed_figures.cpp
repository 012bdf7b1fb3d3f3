#include "chance/followed_figures.hpp"

#include <algorithm>
#include <map>

#include "number/wide.hpp"
#include "scenario/follow.hpp"

namespace pricetalk {

namespace {

using wide::Int128;
using wide::power_of_ten;

/// Ties away from zero; at most eighteen nines. REQUIRES: the divisor is not zero.
std::int64_t half_up(Int128 value, Int128 divisor) {
  const bool negative = (value < 0) != (divisor < 0);
  if (value < 0) value = -value;
  if (divisor < 0) divisor = -divisor;
  const Int128 whole =
      std::min<Int128>((value + divisor / 2 + divisor % 2) / divisor, Decimal::largest_mantissa);
  return static_cast<std::int64_t>(negative ? -whole : whole);
}

/// The periods of the other series that a figure is made of.
std::vector<Period> made_of(const Series& follower, const Period& period) {
  if (!follower.rate_of.empty()) return {period, years_later(period, -1)};
  std::vector<Period> months;
  for (Period month = Period::containing(period.first_day(), Unit::month);
       month.first_day() <= period.last_day(); month = month.plus(1))
    months.push_back(month);
  return months;
}

}  // namespace

FollowedFigures::FollowedFigures(const Series& follower, const Series& followed,
                                 const SeriesPaths& shape, const SeriesPaths& followed_shape)
    : rate_(!follower.rate_of.empty()), decimals_(shape.decimals), scale_(followed_shape.decimals) {
  std::map<Period, Decimal> past;
  for (const Observation& o : followed.records) {
    if (o.status == FigureStatus::withdrawn) continue;
    past.insert_or_assign(o.period, o.value);
    scale_ = std::max(scale_, o.value.scale());
  }
  lift_ = power_of_ten(scale_ - followed_shape.decimals);
  const std::vector<Period>& projected = followed_shape.periods;
  for (const Period& period : shape.periods) {
    parts_.emplace_back();
    for (const Period& each : made_of(follower, period)) {
      const auto at = std::lower_bound(projected.begin(), projected.end(), each);
      Part part;
      if (at != projected.end() && *at == each) {
        part.projected = static_cast<std::size_t>(at - projected.begin());
      } else {
        const Decimal& figure = past.at(each);
        part.past = figure.mantissa() * power_of_ten(scale_ - figure.scale());
      }
      parts_.back().push_back(part);
    }
  }
}

std::int64_t FollowedFigures::part(const Part& part, const SeriesPaths& followed,
                                   std::size_t path) const {
  return part.projected ? followed.figures[*part.projected][path] * lift_ : part.past;
}

void FollowedFigures::fill(const SeriesPaths& followed, SeriesPaths& made) const {
  const Int128 unit = power_of_ten(decimals_);
  const Int128 scale = power_of_ten(scale_);
  for (std::size_t period = 0; period < parts_.size(); ++period) {
    const std::vector<Part>& parts = parts_[period];
    for (std::size_t path = 0; path < made.figures[period].size(); ++path) {
      if (rate_) {
        const Int128 now = part(parts[0], followed, path);
        const Int128 then = part(parts[1], followed, path);
        made.figures[period][path] = half_up((now - then) * 100 * unit, then);
        continue;
      }
      Int128 sum = 0;
      for (const Part& each : parts) sum += part(each, followed, path);
      made.figures[period][path] = half_up(sum * unit, scale * static_cast<Int128>(parts.size()));
    }
  }
}

}  // namespace pricetalk
