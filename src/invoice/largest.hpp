#pragma once

#include <cstdint>

namespace pricetalk {

/// Quantities, prices and amounts of an invoice row, and quantity times price, are smaller than
/// this: then an amount has room for three decimals, the most that a currency has.
inline constexpr std::int64_t largest_on_invoice = 1'000'000'000'000'000;

}  // namespace pricetalk
