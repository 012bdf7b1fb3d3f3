#pragma once

#include <optional>

#include "pricetalk/scenario/scenario.hpp"

namespace pricetalk {

/// A series as a future continues it.
struct ProjectedSeries {
  Series series;
  std::optional<Period> missing;  ///< a figure that a replay asked for and that is not there
};

/// The series without the records that `today` hides.
Series seen_on(const Series& series, Date today);

/// Whether a future may continue the series: it has not stopped and has no successor.
bool goes_on(const Series& series);

/// REQUIRES: goes_on(seen).
ProjectedSeries project_series(const Series& seen, const SeriesFuture& rule, const Future& future,
                               Date today, Date until);

}  // namespace pricetalk
