#pragma once

#include <vector>

#include "lint/doubt.hpp"

namespace pricetalk {

/// Tables of bands at percentages that a formula asks with the level of an index (W0114), as
/// `band(C)` where bands begin at 3%: the last band always counts. None that the clause accepts.
std::vector<Doubt> bands_of_levels(const Contract& contract, const Library& library);

/// Bands that give a hundredth of what can be meant (W0114): all of them below the smallest cap, or
/// one between two of which a hundred times as much lies in between.
std::vector<Doubt> bands_that_hardly_move(const Contract& contract, const TrialLimits& limits);

/// Tables of four bands or more of which what two neighbours give is exchanged (W0114): with these
/// two in the other order all of it rises, or falls.
std::vector<Doubt> bands_out_of_order(const Contract& contract);

}  // namespace pricetalk
