#pragma once

#include <optional>

#include "pricetalk/index/series.hpp"

namespace pricetalk {

/// The median of the days between the end of a period and its first publication; nothing when no
/// day is recorded. A revision says when a figure was mended, not when it came.
std::optional<int> usual_lag(const Records& records);

/// Whether the publisher can still be waited for on `today`: the day that its calendar states has
/// not passed; without one the period is not over, or the usual lag has not passed, and where no
/// lag is recorded, as long again as the period itself. Else the library lacks the figure.
bool still_awaited(const Series& series, const Period& period, Date today);

}  // namespace pricetalk
