#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "pricetalk/number/decimal.hpp"

namespace pricetalk {

/// Whether 5 may be 50: with a zero that nobody typed.
enum class Zeros : std::uint8_t { none, added };

/// A number with its decimal sign at another place, at most four away, the nearest that fits:
/// 10.41 for 1041, 95.0 for 9.50.
std::optional<Decimal> with_sign_moved(const Decimal& number, Zeros zeros,
                                       const std::function<bool(const Decimal&)>& fits);

}  // namespace pricetalk
