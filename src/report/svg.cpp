#include "report/svg.hpp"

#include <algorithm>

#include "explain/rounded.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/page/page.hpp"
#include "report/svg_scale.hpp"

namespace pricetalk {

namespace {

constexpr int left_margin = 62;
constexpr int right_margin = 132;
constexpr int top_margin = 8;
constexpr int bottom_margin = 18;

class Drawing {
 public:
  explicit Drawing(const LineChart& chart) : chart_(chart) { scale(); }

  std::string text() {
    out_ =
        std::string("<svg ") + (chart_.by_itself ? "xmlns=\"http://www.w3.org/2000/svg\" " : "") +
        "viewBox=\"0 0 " + std::to_string(chart_.width) + " " + std::to_string(chart_.height) +
        "\" role=\"img\" aria-label=\"" + html_escaped(chart_.title) + "\" font-family=\"" +
        (chart_.by_itself ? "Helvetica, Arial, sans-serif" : "inherit") + "\" font-size=\"9\">\n";
    if (chart_.by_itself) heading();
    if (found_) {
      grid();
      for (const ChartLine& line : chart_.lines) draw(line);
      names();
    }
    return out_ + "</svg>";
  }

 private:
  int top() const { return chart_.by_itself ? top_margin + 20 : top_margin; }

  void heading() {
    out_ += "<rect width=\"" + std::to_string(chart_.width) + "\" height=\"" +
            std::to_string(chart_.height) + "\" fill=\"#ffffff\"/>\n<text x=\"10\" y=\"16\" " +
            "font-size=\"12\" font-weight=\"bold\" fill=\"#1d2833\">" + html_escaped(chart_.title) +
            "</text>\n";
  }

  void scale() {
    Ratio least;
    Ratio most;
    for (const ChartLine& line : chart_.lines)
      for (const auto& value : line.values) {
        if (!value) continue;
        least = found_ ? std::min(least, *value) : *value;
        most = found_ ? std::max(most, *value) : *value;
        found_ = true;
      }
    if (found_) scale_ = ValueScale(least, most, 4);
  }

  Ratio x(std::size_t i) const {
    const auto last = static_cast<std::int64_t>(std::max<std::size_t>(chart_.labels.size(), 2) - 1);
    return Ratio(left_margin) + Ratio(chart_.width - left_margin - right_margin) *
                                    Ratio::of(static_cast<std::int64_t>(i), last);
  }
  Ratio y(const Ratio& value) const {
    return Ratio(chart_.height - bottom_margin) -
           Ratio(chart_.height - bottom_margin - top()) * scale_.part(value);
  }
  std::string axis_text(const Ratio& value) const {
    return grouped(as_many_decimals(value, scale_.whole() ? 0 : 2), chart_.language);
  }

  void grid() {
    for (Ratio value = scale_.low; value <= scale_.high; value = value + scale_.step) {
      const std::string at = coordinate(y(value));
      out_ += "<line x1=\"" + std::to_string(left_margin) + "\" x2=\"" +
              std::to_string(chart_.width - right_margin) + "\" y1=\"" + at + "\" y2=\"" + at +
              "\" stroke=\"#e3e7eb\"/>\n<text x=\"" + std::to_string(left_margin - 5) + "\" y=\"" +
              coordinate(y(value) + Ratio(3)) + "\" text-anchor=\"end\" fill=\"#4d5864\">" +
              axis_text(value) + "</text>\n";
    }
    for (std::size_t i = 0; i < chart_.labels.size(); ++i)
      out_ += "<text x=\"" + coordinate(x(i)) + "\" y=\"" + std::to_string(chart_.height - 5) +
              "\" text-anchor=\"middle\" fill=\"#4d5864\">" + html_escaped(chart_.labels[i]) +
              "</text>\n";
  }

  void draw(const ChartLine& line) {
    std::string path;
    bool pen = false;
    std::string at_y;
    for (std::size_t i = 0; i < line.values.size(); ++i) {
      if (!line.values[i]) {
        pen = false;
        continue;
      }
      const std::string px = coordinate(x(i));
      const std::string py = coordinate(y(*line.values[i]));
      if (!pen)
        path += "M" + px + " " + py;
      else if (line.steps)
        path += "L" + px + " " + at_y + "L" + px + " " + py;
      else
        path += "L" + px + " " + py;
      at_y = py;
      pen = true;
    }
    out_ += "<path d=\"" + path + "\" fill=\"none\" stroke=\"" + line.colour +
            "\" stroke-width=\"1.8\"" + (line.dashed ? " stroke-dasharray=\"5 3\"" : "") + "/>\n";
  }

  /// The name of each line at its end, moved apart where they would overlap.
  void names() {
    struct Name {
      Ratio at;
      const ChartLine* line;
    };
    std::vector<Name> placed;
    for (const ChartLine& line : chart_.lines) {
      const auto last = std::find_if(line.values.rbegin(), line.values.rend(),
                                     [](const auto& v) { return v.has_value(); });
      if (last != line.values.rend()) placed.push_back({y(**last), &line});
    }
    std::stable_sort(placed.begin(), placed.end(),
                     [](const Name& a, const Name& b) { return a.at < b.at; });
    for (std::size_t i = 1; i < placed.size(); ++i)
      placed[i].at = std::max(placed[i].at, placed[i - 1].at + Ratio(10));
    const Ratio lowest(chart_.height - 4);
    for (std::size_t i = placed.size(); i-- > 0;) {
      const Ratio limit = i + 1 < placed.size() ? placed[i + 1].at - Ratio(10) : lowest;
      placed[i].at = std::min(placed[i].at, limit);
    }
    for (const Name& name : placed)
      out_ += "<text x=\"" + std::to_string(chart_.width - right_margin + 6) + "\" y=\"" +
              coordinate(name.at + Ratio(3)) + "\" fill=\"" + name.line->colour + "\">" +
              html_escaped(name.line->name) + "</text>\n";
  }

  const LineChart& chart_;
  std::string out_;
  bool found_ = false;
  ValueScale scale_{Ratio(0), Ratio(1), 1};
};

}  // namespace

std::string svg(const LineChart& chart) { return Drawing(chart).text(); }

}  // namespace pricetalk
