#pragma once

#include <span>

#include "diagnostic/codes.hpp"

namespace pricetalk {

/// What can be wrong with a file of statutory facts. Letter L. Sorted by code.
std::span<const Code> law_codes();

}  // namespace pricetalk
