#pragma once

#include <string>

#include "pricetalk/diagnostic/diagnostic.hpp"
#include "pricetalk/index/series.hpp"

namespace pricetalk {

/// The id that is nearest to one that is not there, else the first that goes on where it ends;
/// empty when there is none.
std::string near_series(const Library& library, const std::string& id);

/// The series that a person named. When there is none, nothing, and I0201 with the nearest id.
const Series* find_series(const Library& library, const std::string& id, Diagnostics& problems);

}  // namespace pricetalk
