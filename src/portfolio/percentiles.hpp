#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace pricetalk {

/// What an amount comes to over many paths, in whole units of its last decimal. P10 of n paths is
/// the ceil(n / 10)th of them in order, and so on: a number that really came out.
struct Percentiles {
  std::int64_t p10 = 0;
  std::int64_t p50 = 0;
  std::int64_t p90 = 0;
  std::int64_t mean = 0;  ///< rounded half-up
  friend bool operator==(const Percentiles&, const Percentiles&) = default;
};

/// REQUIRES: at least one. Their order is changed.
Percentiles percentiles_of(std::span<std::int64_t> values);

}  // namespace pricetalk
