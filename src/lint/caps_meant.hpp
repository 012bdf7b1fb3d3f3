#pragma once

#include <vector>

#include "lint/doubt.hpp"

namespace pricetalk {

/// Caps that leave an index nothing to do, that nothing ever reaches, or that one step uses up
/// (W0115): held against the floor, against caps of other days, and against how the indices and the
/// price without that cap moved.
std::vector<Doubt> doubtful_caps(const Contract& contract, const Coverage& coverage, Date until,
                                 const TrialLimits& sizes);

}  // namespace pricetalk
