#include "report/chart.hpp"

#include <algorithm>

#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

std::vector<std::string> bar_chart(const std::vector<Observation>& observations, int width) {
  std::vector<std::string> bars;
  if (observations.empty()) return bars;
  const auto by_value = [](const Observation& a, const Observation& b) {
    return a.value < b.value;
  };
  const auto [least, most] =
      std::minmax_element(observations.begin(), observations.end(), by_value);
  const Ratio low(least->value);
  const Ratio range = Ratio(most->value) - low;
  for (const Observation& o : observations) {
    Ratio blocks(width);
    if (!range.is_zero()) blocks = Ratio(1) + (Ratio(o.value) - low) * Ratio(width - 1) / range;
    std::string bar;
    for (std::int64_t i = round(blocks, Rounding::decimals(0)).mantissa(); i > 0; --i) bar += "▇";
    bars.push_back(std::move(bar));
  }
  return bars;
}

}  // namespace pricetalk
