#pragma once

#include <vector>

#include "lint/doubt.hpp"

namespace pricetalk {

/// Prices of nothing that a clause is to move: whatever its figures do, they stay nothing (W0136).
/// What a clause accepts is not among them.
std::vector<Doubt> prices_of_nothing(const Contract& contract, const Coverage& coverage,
                                     Date until);

}  // namespace pricetalk
