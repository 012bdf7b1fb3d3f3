#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

/// How many bits the larger of numerator and denominator takes; 64 for all that fit in 64.
std::size_t bits(const Ratio& value);

/// A fraction in lowest terms, where both numbers fit in 64 bits.
struct Fraction {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;  ///< above zero
};
std::optional<Fraction> fraction(const Ratio& value);

}  // namespace pricetalk
