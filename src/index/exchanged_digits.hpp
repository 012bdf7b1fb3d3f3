#pragma once

#include <functional>
#include <optional>

#include "pricetalk/number/decimal.hpp"

namespace pricetalk {

/// The number with two of its digits exchanged, 90.39 for 93.09, where one of them fits: neighbours
/// first, as they are exchanged most often. Nothing where none does.
std::optional<Decimal> with_two_digits_exchanged(const Decimal& number,
                                                 const std::function<bool(const Decimal&)>& fits);

}  // namespace pricetalk
