#pragma once

#include <optional>

#include "pricetalk/scenario/scenario.hpp"

namespace pricetalk {

/// A series as a future continues it.
struct ProjectedSeries {
  Series series;
  std::optional<Period> missing;    ///< a figure of the past that the rule needs; it is not there
  std::optional<int> out_of_reach;  ///< a year whose mean no figures above zero reach
};

/// The series without the records that `today` hides.
Series seen_on(const Series& series, Date today);

/// Whether a future may continue the series: it has not stopped and has no successor.
bool goes_on(const Series& series);

/// REQUIRES: goes_on(seen).
ProjectedSeries project_series(const Series& seen, const SeriesFuture& rule, const Future& future,
                               Date today, Date until);

}  // namespace pricetalk
