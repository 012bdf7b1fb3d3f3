#pragma once

#include "pricetalk/calendar/date.hpp"
#include "pricetalk/index/series.hpp"

namespace pricetalk {

/// The figures of a library as the world knew them on a day, and no others.
Library seen_on(const Library& library, Date today);

/// The earlier figures with what the later library says of the same periods: what was corrected,
/// and nothing that is new.
Library corrected(const Library& before, const Library& after);

/// The later library, with the series that only the earlier one has.
Library joined(const Library& before, const Library& after);

/// Whether they hold the same figures, by series, period, value, status and day of publication.
bool same_figures(const Library& a, const Library& b);

}  // namespace pricetalk
