#pragma once

#include <vector>

#include "lint/doubt.hpp"

namespace pricetalk {

/// Lengths of time, and days from which a line, a quantity or a number holds, that lie outside what
/// a contract lasts (W0132).
std::vector<Doubt> doubtful_times(const Contract& contract, Date today, const TrialLimits& limits);

}  // namespace pricetalk
