#pragma once

#include "pricetalk/explain/outcome.hpp"
#include "pricetalk/number/decimal.hpp"
#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

/// Why a value of more than 18 digits is undetermined: it is too long to be written.
Undetermined too_long();

/// `round`, for values that nobody has bounded: undetermined where the result is too long.
Outcome<Decimal> rounded(const Ratio& value, const Rounding& rounding);

/// Whether a value can be written with no decimals at all.
bool writable(const Ratio& value);

/// Rounded half-up to `decimals`, or to fewer where 18 digits do not hold as many.
/// REQUIRES: writable(value).
Decimal as_many_decimals(const Ratio& value, int decimals);

}  // namespace pricetalk
