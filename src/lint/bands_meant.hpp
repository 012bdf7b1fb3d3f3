#pragma once

#include <vector>

#include "lint/doubt.hpp"

namespace pricetalk {

/// Tables of bands at percentages that a formula asks with the level of an index (W0114), as
/// `band(C)` where bands begin at 3%: the last band always counts. None that the clause accepts.
std::vector<Doubt> bands_of_levels(const Contract& contract, const Library& library);

}  // namespace pricetalk
