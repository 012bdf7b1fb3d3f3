#pragma once

#include <cstddef>

#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

/// How many bits the larger of numerator and denominator takes; 64 for all that fit in 64.
std::size_t bits(const Ratio& value);

}  // namespace pricetalk
