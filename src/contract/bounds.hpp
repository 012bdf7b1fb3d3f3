#pragma once

#include "pricetalk/contract/terms.hpp"

namespace pricetalk {

/// Values that can be read but cannot be meant: a discount below 0 or above 100 %, a period of
/// nothing.
void check_bounds(const ContractTerms& terms, Diagnostics& problems);

}  // namespace pricetalk
