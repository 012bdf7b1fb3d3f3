#pragma once

#include <string>

#include "pricetalk/number/decimal.hpp"
#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

/// A percentage as written: `Percent{4.5}` is "4.5%". Its own type, so that 4 and 0.04 cannot be
/// confused; the conversion has a name.
struct Percent {
  Decimal of_hundred;

  /// 4.5 % as the fraction 0.045.
  Ratio as_fraction() const;
  /// "4.5%", decimals as written.
  std::string text() const { return of_hundred.text() + "%"; }
  friend bool operator==(const Percent&, const Percent&) = default;
};

/// Index points as written: "5 points". A difference of index values, not a percentage.
struct Points {
  Decimal value;
  friend bool operator==(const Points&, const Points&) = default;
};

}  // namespace pricetalk
