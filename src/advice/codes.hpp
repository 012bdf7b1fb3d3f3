#pragma once

#include <span>

#include "diagnostic/codes.hpp"

namespace pricetalk {

/// What can be wrong with a thresholds file of the red-face rules. Letter R. Sorted by code.
std::span<const Code> advice_codes();

}  // namespace pricetalk
