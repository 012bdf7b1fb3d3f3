#pragma once

#include <string>
#include <vector>

#include "pricetalk/diagnostic/language.hpp"
#include "pricetalk/number/ratio.hpp"
#include "report/svg_sheet.hpp"

namespace pricetalk {

/// Bars that lie below each other, each with a name in front and words behind it.
struct RowChart {
  struct Row {
    std::string name;
    Ratio from;
    Ratio to;
    Shade shade = Shade::dark;
    std::string words;       ///< "+1,250.00"
    bool from_axis = false;  ///< it begins where the axis does, where that is above `from`
    bool leads_on = false;   ///< the next row begins where this one ends
  };
  std::string title;
  std::string subtitle;
  std::vector<Row> rows;
  bool from_zero = false;  ///< the axis holds zero
  std::vector<std::pair<Shade, std::string>> legend;
  Language language = Language::nl;
};

/// The chart as SVG; the axis says where it does not begin at zero.
std::string svg(const RowChart& chart);

/// What a waterfall is made from: two amounts and what lies between them.
struct Waterfall {
  struct Step {
    std::string name;
    Ratio amount;
    std::string words;
  };
  std::string title;
  std::string subtitle;
  Step before;
  std::vector<Step> steps;
  Step after;
  Language language = Language::nl;
};
RowChart chart_of(const Waterfall& waterfall);

/// How much hangs on each index: bars from zero, the largest first.
struct ExposureBars {
  struct Bar {
    std::string name;   ///< of the index
    Ratio amount;       ///< a year, for one point more
    std::string words;  ///< "€ 1.250,00 (12,5%)"
  };
  std::string title;
  std::string subtitle;
  std::vector<Bar> bars;
  Language language = Language::nl;
};
RowChart chart_of(const ExposureBars& exposure);

}  // namespace pricetalk
