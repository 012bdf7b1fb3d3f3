#pragma once

#include "pricetalk/number/ratio.hpp"

namespace pricetalk::invoices {

/// Whether `one` is so many times `other`, both of them prices or amounts, that it counts in a
/// larger unit. REQUIRES: `other` is above zero, or `one` is.
inline bool counts_a_larger_unit(const Ratio& one, const Ratio& other) {
  static const Ratio times(5);
  return one >= other * times;
}

}  // namespace pricetalk::invoices
