#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

/// How an area is filled, so that areas are told apart in print without colour.
enum class Shade : std::uint8_t { dark, light, stripes, dots, grey, crossed, white, level };

/// A drawing (SVG) that is put together piece by piece, with exact coordinates, so that the same
/// pieces give the same bytes. Coordinates count from the upper left corner.
class SvgSheet {
 public:
  enum class Anchor : std::uint8_t { start, middle, end };
  struct Ink {
    std::string_view colour = "#14406b";
    std::string_view width = "1";
    std::string_view dashes = "";  ///< "5 3"; empty: a whole line
  };

  /// `title`: for readers who do not see it.
  SvgSheet(int width, int height, std::string_view title);

  void line(const Ratio& x1, const Ratio& y1, const Ratio& x2, const Ratio& y2, const Ink& with);
  /// A rectangle between two corners, whichever they are; never thinner than a hair.
  void box(const Ratio& x1, const Ratio& y1, const Ratio& x2, const Ratio& y2, Shade shade);
  /// A path in the words of SVG.
  void path(const std::string& d, std::string_view fill, const Ink& with);
  void text(const Ratio& x, const Ratio& y, std::string_view words, Anchor anchor = Anchor::start,
            std::string_view attributes = "fill=\"#1d2730\"");

  std::string finished() && { return std::move(out_) + "</svg>\n"; }

  /// About how wide words are in the size of this drawing; rather too much than too little.
  static int width_of(std::string_view words);
  /// The words, cut off with "…" where they would be wider.
  static std::string cut(std::string_view words, int widest);

 private:
  std::string out_;
};

}  // namespace pricetalk
