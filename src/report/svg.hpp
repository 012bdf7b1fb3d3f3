#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pricetalk/diagnostic/language.hpp"
#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

/// One line of a chart. Values that are not known leave a gap.
struct ChartLine {
  std::string name;
  std::vector<std::optional<Ratio>> values;  ///< one per label
  std::string colour;                        ///< "#14406b"
  bool dashed = false;
  bool steps = false;  ///< a price that stays until it moves
};

struct LineChart {
  std::vector<std::string> labels;  ///< under the axis
  std::vector<ChartLine> lines;
  std::string title;  ///< for readers who do not see it
  int width = 720;    ///< of the drawing; it scales to the page
  int height = 150;
  Language language = Language::nl;
  bool by_itself = false;  ///< a file of its own: on white, under its title
};

/// A chart as inline SVG, drawn with exact coordinates, so that the same figures give the same
/// bytes. The value axis begins near the smallest value and says so by its labels.
std::string svg(const LineChart& chart);

}  // namespace pricetalk
