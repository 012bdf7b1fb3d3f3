#pragma once

#include <optional>

#include "pricetalk/index/series.hpp"

namespace pricetalk {

/// How a series moved between two of its periods.
struct Movement {
  Period from;
  Period to;
  Ratio factor;  ///< the later figure over the earlier one
  Ratio change() const { return factor - Ratio(1); }
};

/// Its movement over so many years up to the last period with a figure that is known on the day;
/// nothing for percentages, and where a figure is missing.
std::optional<Movement> movement(const Series& series, int years, Date today);

/// How often the series stood lower than a year before, of the periods with both figures.
struct Falls {
  int of = 0;                       ///< periods compared
  int fell = 0;                     ///< of them lower than a year before
  std::optional<Movement> deepest;  ///< the largest fall over a year
};
Falls falls(const Series& series, Date today);

}  // namespace pricetalk
