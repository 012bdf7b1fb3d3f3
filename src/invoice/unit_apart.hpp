#pragma once

#include "pricetalk/number/ratio.hpp"

namespace pricetalk::invoices {

/// Whether `one` is so many times `other`, both of them prices or amounts, that it counts in a
/// larger unit. REQUIRES: `other` is above zero, or `one` is.
inline bool counts_a_larger_unit(const Ratio& one, const Ratio& other) {
  static const Ratio times(5);
  return one >= other * times;
}

/// Whether two numbers above zero are so far apart that they cannot count in one unit.
inline bool far_apart(const Ratio& a, const Ratio& b) {
  return a.sign() > 0 && b.sign() > 0 && (counts_a_larger_unit(a, b) || counts_a_larger_unit(b, a));
}

}  // namespace pricetalk::invoices
