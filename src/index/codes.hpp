#pragma once

#include <span>

#include "diagnostic/codes.hpp"

namespace pricetalk {

/// What can be wrong with published figures: a figures file (I01..), and a series that is asked for
/// (I02..). Sorted by code.
std::span<const Code> index_codes();

}  // namespace pricetalk
