#pragma once

#include <string>
#include <vector>

#include "index/change_set.hpp"

namespace pricetalk {

/// What of somebody's own table goes into no series, although `as` takes the rest: quarters among
/// months, a second column. `chosen`: what is taken.
std::vector<Phrase> not_taken(const Publication& publication,
                              const std::vector<const PublishedSeries*>& chosen,
                              const std::string& as);

/// Periods before the new figures that have none, neither in the library nor in the file; empty
/// when there are none.
Phrase gap_before_new(const SeriesChange& change);

}  // namespace pricetalk
