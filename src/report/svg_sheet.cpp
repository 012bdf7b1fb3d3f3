#include "report/svg_sheet.hpp"

#include <algorithm>
#include <array>

#include "diagnostic/utf8.hpp"
#include "pricetalk/page/page.hpp"
#include "report/svg_scale.hpp"
#include "report/table.hpp"

namespace pricetalk {

namespace {

constexpr std::array<std::string_view, 8> fills{
    "#14406b", "#c9d8e6",          "url(#pt-stripes)", "url(#pt-dots)",
    "#8d99a5", "url(#pt-crossed)", "#ffffff",          "url(#pt-level)"};

constexpr std::string_view patterns =
    "<defs>\n"
    "<pattern id=\"pt-stripes\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" "
    "patternTransform=\"rotate(45)\"><rect width=\"5\" height=\"5\" fill=\"#ffffff\"/>"
    "<rect width=\"2\" height=\"5\" fill=\"#14406b\"/></pattern>\n"
    "<pattern id=\"pt-dots\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\">"
    "<rect width=\"5\" height=\"5\" fill=\"#ffffff\"/><circle cx=\"2.5\" cy=\"2.5\" r=\"1.2\" "
    "fill=\"#14406b\"/></pattern>\n"
    "<pattern id=\"pt-crossed\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
    "<rect width=\"6\" height=\"6\" fill=\"#ffffff\"/><path d=\"M0 0L6 6M6 0L0 6\" "
    "stroke=\"#14406b\" stroke-width=\"0.9\"/></pattern>\n"
    "<pattern id=\"pt-level\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\">"
    "<rect width=\"4\" height=\"4\" fill=\"#ffffff\"/><rect width=\"4\" height=\"1.4\" "
    "fill=\"#14406b\"/></pattern>\n"
    "</defs>\n";

std::string stroke_text(const SvgSheet::Ink& with) {
  std::string made = " stroke=\"" + std::string(with.colour) + "\" stroke-width=\"" +
                     std::string(with.width) + "\"";
  if (!with.dashes.empty()) made += " stroke-dasharray=\"" + std::string(with.dashes) + "\"";
  return made;
}

}  // namespace

SvgSheet::SvgSheet(int width, int height, std::string_view title) {
  const std::string size = std::to_string(width) + " " + std::to_string(height);
  out_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + "\" width=\"" +
         std::to_string(width) + "\" height=\"" + std::to_string(height) +
         "\" role=\"img\" aria-label=\"" + html_escaped(std::string(title)) +
         "\" font-family=\"Helvetica, Arial, sans-serif\" font-size=\"11\">\n" +
         std::string(patterns) + "<rect width=\"" + std::to_string(width) + "\" height=\"" +
         std::to_string(height) + "\" fill=\"#ffffff\"/>\n";
}

void SvgSheet::line(const Ratio& x1, const Ratio& y1, const Ratio& x2, const Ratio& y2,
                    const Ink& with) {
  out_ += "<line x1=\"" + coordinate(x1) + "\" y1=\"" + coordinate(y1) + "\" x2=\"" +
          coordinate(x2) + "\" y2=\"" + coordinate(y2) + "\"" + stroke_text(with) + "/>\n";
}

void SvgSheet::box(const Ratio& x1, const Ratio& y1, const Ratio& x2, const Ratio& y2,
                   Shade shade) {
  const Ratio hair = Ratio::of(6, 10);
  out_ += "<rect x=\"" + coordinate(std::min(x1, x2)) + "\" y=\"" + coordinate(std::min(y1, y2)) +
          "\" width=\"" + coordinate(std::max(abs(x2 - x1), hair)) + "\" height=\"" +
          coordinate(std::max(abs(y2 - y1), hair)) + "\" fill=\"" +
          std::string(fills[static_cast<std::size_t>(shade)]) +
          "\" stroke=\"#14406b\" stroke-width=\"0.7\"/>\n";
}

void SvgSheet::path(const std::string& d, std::string_view fill, const Ink& with) {
  out_ += "<path d=\"" + d + "\" fill=\"" + std::string(fill) + "\"" + stroke_text(with) + "/>\n";
}

void SvgSheet::text(const Ratio& x, const Ratio& y, std::string_view words, Anchor anchor,
                    std::string_view attributes) {
  constexpr std::array<std::string_view, 3> anchors{"start", "middle", "end"};
  out_ += "<text x=\"" + coordinate(x) + "\" y=\"" + coordinate(y) + "\" text-anchor=\"" +
          std::string(anchors[static_cast<std::size_t>(anchor)]) + "\" " + std::string(attributes) +
          ">" + html_escaped(std::string(words)) + "</text>\n";
}

int SvgSheet::width_of(std::string_view words) {
  constexpr int tenths_of_a_sign = 65;
  return static_cast<int>(width(std::string(words))) * tenths_of_a_sign / 10;
}

std::string SvgSheet::cut(std::string_view words, int widest) {
  if (width_of(words) <= widest) return std::string(words);
  std::string made;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t length = utf8::length(words, at);
    if (width_of(made + "…") + 7 > widest) break;
    made += words.substr(at, length);
    at += length;
  }
  return made + "…";
}

}  // namespace pricetalk
