#pragma once

#include <cstdint>
#include <string_view>

#include "pricetalk/number/decimal.hpp"

namespace pricetalk {

class Ratio;

/// Which of the two neighbours a number in between goes to. "Half" modes decide ties only.
enum class RoundingMode : std::uint8_t {
  half_up,    ///< ties away from zero: what people do by hand
  half_even,  ///< ties to the even neighbour
  half_down,  ///< ties toward zero
  up,         ///< away from zero
  down,       ///< toward zero: cut off
  ceiling,    ///< toward plus infinity
  floor,      ///< toward minus infinity
};

/// A named way of rounding, to multiples of `step`: 0.01 (cents), 0.05, 1, 25, 0.0001.
/// REQUIRES: step > 0.
struct Rounding {
  RoundingMode mode = RoundingMode::half_up;
  Decimal step{1, 2};

  /// Rounding to a number of decimals. REQUIRES: 0 <= decimals <= 18.
  static constexpr Rounding decimals(int decimals, RoundingMode mode = RoundingMode::half_up) {
    return {mode, Decimal(1, decimals)};
  }
  /// Equal when both give the same text for every value: steps 0.1 and 0.10 differ, because the
  /// result has the step's decimals.
  friend bool operator==(const Rounding& a, const Rounding& b) {
    return a.mode == b.mode && a.step.same_text(b.step);
  }
};

/// The word of the contract format: `half-up`, `ceiling`.
std::string_view word(RoundingMode mode);

/// The only way from a Ratio back to a Decimal. The result has the step's scale:
/// `round(Ratio::of(10, 3), Rounding::decimals(2))` is 3.33.
/// Throws Overflow when the result needs more than 18 digits.
Decimal round(const Ratio& value, const Rounding& rounding);

}  // namespace pricetalk
