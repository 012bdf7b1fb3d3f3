#pragma once

#include <span>

#include "diagnostic/codes.hpp"

namespace pricetalk {

/// What may be wrong with a command line. Letter U: usage; the exit status is 2. Sorted by code.
std::span<const Code> usage_codes();

}  // namespace pricetalk
