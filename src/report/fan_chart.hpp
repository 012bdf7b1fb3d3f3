#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pricetalk/diagnostic/language.hpp"
#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

/// How wide the future is: the middle of many paths, and the band that most of them stay in.
struct FanChart {
  /// One year. Quantiles that are not known leave a gap.
  struct Year {
    std::string label;            ///< "2027"
    std::optional<Ratio> low;     ///< one path in ten lies below it (P10)
    std::optional<Ratio> middle;  ///< half of the paths lie below it (P50)
    std::optional<Ratio> high;    ///< one path in ten lies above it (P90)
  };
  std::string title;
  std::string subtitle;
  std::vector<Year> years;
  std::optional<Ratio> budget;  ///< a line across; empty: none
  Language language = Language::nl;
};

/// The chart as SVG; the axis says where it does not begin at zero.
std::string svg(const FanChart& chart);

}  // namespace pricetalk
