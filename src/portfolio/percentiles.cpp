#include "portfolio/percentiles.hpp"

#include <algorithm>
#include <numeric>

#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

namespace {

std::int64_t mean_of(std::span<const std::int64_t> values) {
  // The smallest is taken off first, so that even a million amounts add up within 64 bits.
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  const auto count = static_cast<std::int64_t>(values.size());
  if ((*high - *low) < INT64_MAX / count) {
    std::int64_t above = 0;
    for (const std::int64_t value : values) above += value - *low;
    return round(Ratio(*low) + Ratio::of(above, count), Rounding::decimals(0)).mantissa();
  }
  const Ratio sum = std::accumulate(values.begin(), values.end(), Ratio(0),
                                    [](const Ratio& a, std::int64_t b) { return a + Ratio(b); });
  return round(sum / Ratio(count), Rounding::decimals(0)).mantissa();
}

}  // namespace

Percentiles percentiles_of(std::span<std::int64_t> values) {
  Percentiles made;
  made.mean = mean_of(values);
  const std::size_t count = values.size();
  auto from = values.begin();
  const auto at = [&](std::size_t place) {
    const auto wanted = values.begin() + static_cast<std::ptrdiff_t>(place - 1);
    std::nth_element(from, wanted, values.end());
    from = wanted;
    return *wanted;
  };
  made.p10 = at((count + 9) / 10);
  made.p50 = at((count + 1) / 2);
  made.p90 = at((9 * count + 9) / 10);
  return made;
}

}  // namespace pricetalk
