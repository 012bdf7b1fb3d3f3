#pragma once

#include <array>
#include <cstdint>

namespace pricetalk {

/// What a draw decides; draws of two purposes have nothing to do with each other.
enum class DrawOf : std::uint32_t { block, residual };

/// Four words of chance for a month of a path, each 0 to 2^32 - 1 (Philox 4x32-10 of Random123): a
/// pure function, so that every draw can be made alone. `month`: year x 12 + month - 1.
std::array<std::uint32_t, 4> draw(std::uint32_t seed, std::uint64_t path, std::int32_t month,
                                  DrawOf what);

/// One of 0 … `count` - 1, all alike to one in 2^32 / `count`. REQUIRES: count > 0.
constexpr std::uint32_t one_of(std::uint32_t count, std::uint32_t word) {
  return static_cast<std::uint32_t>((std::uint64_t{word} * count) >> 32U);
}

/// The generator itself, as Random123 publishes its answers.
std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter,
                                    std::array<std::uint32_t, 2> key);

}  // namespace pricetalk
