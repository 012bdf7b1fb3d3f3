#pragma once

#include <set>
#include <string>

#include "contract/formula.hpp"

namespace pricetalk {

/// Warns when the plain weights of a formula do not add up to 1: with `0.15 + 0.70*L/L0 +
/// 0.14*C/C0` the price moves even when no figure does. Looks at sums in which every term has a
/// weight, and only where the sum is the coefficient (`P = P0 * (...)`, `coefficient = ...`, or no
/// name at all). A term of `constants` alone has no weight: `1 + 4% * t/m`.
void check_weights(const Formula& formula, const std::set<std::string>& constants,
                   Diagnostics& diagnostics);

}  // namespace pricetalk
