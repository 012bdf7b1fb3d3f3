#pragma once

#include <functional>
#include <optional>

#include "pricetalk/number/decimal.hpp"

namespace pricetalk {

/// The number with two of its digits exchanged, 90.39 for 93.09, where one of them fits: neighbours
/// first, as they are exchanged most often. Nothing where none does.
std::optional<Decimal> with_two_digits_exchanged(const Decimal& number,
                                                 const std::function<bool(const Decimal&)>& fits);

/// The number with one digit less, 14.62 for 114.62, the first that fits; its decimals stay.
std::optional<Decimal> with_one_digit_less(const Decimal& number,
                                           const std::function<bool(const Decimal&)>& fits);

}  // namespace pricetalk
