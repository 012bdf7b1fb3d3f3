#pragma once

#include <array>
#include <cstdint>

// Integers of 128 bits and powers of ten, for the .cpp files of this room. Never in a public
// header.
namespace pricetalk::wide {

__extension__ using Int128 = __int128;
__extension__ using UInt128 = unsigned __int128;

constexpr auto powers_of_ten = [] {
  std::array<std::int64_t, 19> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

/// 10^exponent. REQUIRES: 0 <= exponent <= 18.
constexpr std::int64_t power_of_ten(int exponent) {
  return powers_of_ten[static_cast<std::size_t>(exponent)];
}

}  // namespace pricetalk::wide
