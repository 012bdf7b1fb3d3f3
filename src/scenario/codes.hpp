#pragma once

#include <span>

#include "diagnostic/codes.hpp"

namespace pricetalk {

/// What can be wrong with a scenario (S01..) and with a scenario for a contract (S02..). Sorted.
std::span<const Code> scenario_codes();

}  // namespace pricetalk
