#pragma once

#include "pricetalk/calendar/period.hpp"
#include "pricetalk/number/decimal.hpp"
#include "pricetalk/number/ratio.hpp"

/// How far figures lie apart.
namespace pricetalk {

inline Ratio distance(const Ratio& a, const Ratio& b) { return a < b ? b - a : a - b; }

/// How many times the smaller the larger is. REQUIRES: both above zero.
inline Ratio factor_between(const Decimal& a, const Decimal& b) {
  return a < b ? Ratio(b) / Ratio(a) : Ratio(a) / Ratio(b);
}

/// Below twenty: so are changes in percent, and few figures of an index.
inline bool is_small(const Decimal& value) {
  return value < Decimal(20, 0) && Decimal(-20, 0) < value;
}

inline bool above_zero(const Decimal& value) { return !value.is_zero() && !value.is_negative(); }

}  // namespace pricetalk
