#pragma once

#include <cstdint>
#include <vector>

#include "pricetalk/index/series.hpp"

namespace pricetalk {

/// Periods without a figure between others that have one. Those that their publisher will never
/// publish a figure for (`SeriesHole`) are none.
struct PeriodGap {
  PeriodSpan periods;
  std::int64_t count = 0;
  const Observation* behind = nullptr;  ///< the first figure after it; lives in the series
};

/// The usual number of periods from one figure to the next, by the last twelve.
int usual_distance(const Series& series, Unit unit);

/// In the order of the periods. `distance`: from one figure to the next, in periods of the unit.
std::vector<PeriodGap> gaps_in(const Series& series, Unit unit, int distance = 1);

}  // namespace pricetalk
