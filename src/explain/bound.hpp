#pragma once

#include "pricetalk/explain/outcome.hpp"
#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

/// Whether a fraction is small enough to go on with. What a contract rounds anywhere stays far
/// below the bound.
bool workable(const Ratio& value);

/// Why a value is undetermined that nothing rounds: its exact fraction has grown too large to go on
/// with.
Undetermined too_exact();

}  // namespace pricetalk
