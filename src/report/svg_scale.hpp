#pragma once

#include <algorithm>
#include <string>

#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

/// A coordinate of a drawing, with one decimal.
inline std::string coordinate(const Ratio& value) {
  return round(value, Rounding::decimals(1)).text();
}

/// The value axis of a drawing: round numbers from `low` to `high` that hold every value.
struct ValueScale {
  Ratio low;
  Ratio high;
  Ratio step{1};

  /// About `steps` steps over the values from `least` to `most`.
  ValueScale(const Ratio& least, const Ratio& most, int steps) {
    Ratio range = most - least;
    if (range.is_zero()) range = abs(most).is_zero() ? Ratio(1) : abs(most) / Ratio(10);
    step = round_step(range / Ratio(steps));
    low = whole_steps(least, RoundingMode::floor) * step;
    high = whole_steps(most, RoundingMode::ceiling) * step;
    if (high == low) high = low + step;
  }

  /// Where a value lies: 0 at the low end, 1 at the high end.
  Ratio part(const Ratio& value) const { return (value - low) / (high - low); }
  bool whole() const {
    const auto exact = step.exact_decimal();
    return exact && exact->scale() == 0;
  }

 private:
  /// 1, 2, 2.5 or 5 times a power of ten, at least `wanted`.
  static Ratio round_step(const Ratio& wanted) {
    Ratio power(1);
    while (power * Ratio(10) <= wanted) power = power * Ratio(10);
    while (power > wanted && !wanted.is_zero()) power = power / Ratio(10);
    for (const Ratio& factor : {Ratio(1), Ratio(2), Ratio::of(5, 2), Ratio(5)})
      if (power * factor >= wanted) return power * factor;
    return power * Ratio(10);
  }
  Ratio whole_steps(const Ratio& value, RoundingMode mode) const {
    return Ratio(round(value / step, {mode, Decimal(1, 0)}));
  }
};

}  // namespace pricetalk
