#pragma once

#include <array>
#include <cstdint>

#include "number/wide.hpp"
#include "pricing/plan.hpp"

// Arithmetic of the two runners of a plan, for one line and for columns. Only for their .cpp files.
namespace pricetalk::plan_arithmetic {

template <class Int>
Int power_of_ten(int exponent) {
  static constexpr auto table = [] {
    std::array<Int, sizeof(Int) == 8 ? 19 : 38> made{};
    Int power = 1;
    for (std::size_t i = 0; i < made.size(); ++i) {
      made[i] = power;
      if (i + 1 < made.size()) power *= 10;
    }
    return made;
  }();
  return table[static_cast<std::size_t>(exponent)];
}

/// A quotient rounded to a whole number. REQUIRES: divisor > 0.
template <class Int>
Int whole_quotient(Int value, Int divisor, RoundingMode mode) {
  Int low = value / divisor;  // toward zero
  if (low * divisor > value) --low;
  const Int rest = value - low * divisor;  // 0 <= rest < divisor
  if (rest == 0) return low;
  const Int other = divisor - rest;
  const bool negative = value < 0;
  switch (mode) {
    case RoundingMode::floor:
      return low;
    case RoundingMode::ceiling:
      return low + 1;
    case RoundingMode::down:
      return negative ? low + 1 : low;
    case RoundingMode::up:
      return negative ? low : low + 1;
    case RoundingMode::half_up:
      return rest > other || (rest == other && !negative) ? low + 1 : low;
    case RoundingMode::half_down:
      return rest > other || (rest == other && negative) ? low + 1 : low;
    case RoundingMode::half_even:
      return rest > other || (rest == other && low % 2 != 0) ? low + 1 : low;
  }
  return low;
}

}  // namespace pricetalk::plan_arithmetic
