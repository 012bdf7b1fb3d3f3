#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pricetalk/diagnostic/language.hpp"
#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

/// Columns side by side for each year: what several alternatives cost.
struct ColumnChart {
  struct Series {
    std::string name;
    std::vector<std::optional<Ratio>> values;  ///< one for each label; nothing leaves a gap
    std::string words;                         ///< behind the name: its sum
  };
  std::string title;
  std::string subtitle;
  std::vector<std::string> labels;  ///< under the columns: years
  std::vector<Series> series;
  Language language = Language::nl;
};

/// The chart as SVG; columns stand on zero, so that their heights can be compared. It grows wider
/// with the number of columns.
std::string svg(const ColumnChart& chart);

}  // namespace pricetalk
