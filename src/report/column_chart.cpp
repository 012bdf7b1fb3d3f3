#include "report/column_chart.hpp"

#include <algorithm>

#include "explain/rounded.hpp"
#include "pricetalk/explain/format.hpp"
#include "report/svg_scale.hpp"
#include "report/svg_sheet.hpp"

namespace pricetalk {

namespace {

constexpr int narrowest_sheet = 720;
constexpr int narrowest_column = 7;
constexpr int plot_height = 220;
constexpr int edge = 10;
constexpr int shades = 8;

class ColumnDrawing {
 public:
  explicit ColumnDrawing(const ColumnChart& chart) : chart_(chart), scale_(scale_of(chart)) {
    for (Ratio value = scale_.low; value <= scale_.high; value = value + scale_.step)
      left_ = std::max(left_, SvgSheet::width_of(axis_text(value)) + 2 * edge);
    top_ = 34 + (chart.subtitle.empty() ? 0 : 16) + count() * 16;
    width_ = std::max(narrowest_sheet,
                      left_ + edge + groups() * (std::max(count(), 1) * narrowest_column + 12));
  }

  std::string text() {
    const int bottom = top_ + plot_height;
    SvgSheet sheet(width_, bottom + 30, chart_.title);
    sheet.text(Ratio(edge), Ratio(18), SvgSheet::cut(chart_.title, width_ - 2 * edge),
               SvgSheet::Anchor::start, "fill=\"#1d2730\" font-size=\"13\" font-weight=\"bold\"");
    if (!chart_.subtitle.empty())
      sheet.text(Ratio(edge), Ratio(35), SvgSheet::cut(chart_.subtitle, width_ - 2 * edge),
                 SvgSheet::Anchor::start, "fill=\"#4d5864\"");
    draw_legend(sheet);
    draw_axis(sheet);
    for (int group = 0; group < groups(); ++group) draw_group(sheet, group);
    return std::move(sheet).finished();
  }

 private:
  static ValueScale scale_of(const ColumnChart& chart) {
    Ratio least(0);
    Ratio most(0);
    for (const ColumnChart::Series& series : chart.series)
      for (const auto& value : series.values)
        if (value) {
          least = std::min(least, *value);
          most = std::max(most, *value);
        }
    return {least, most, 5};
  }

  int groups() const { return static_cast<int>(chart_.labels.size()); }
  int count() const { return static_cast<int>(chart_.series.size()); }
  static Shade shade_of(int series) { return static_cast<Shade>(series % shades); }

  Ratio y(const Ratio& value) const {
    return Ratio(top_ + plot_height) - Ratio(plot_height) * scale_.part(value);
  }
  Ratio group_width() const { return Ratio::of(width_ - left_ - edge, std::max(groups(), 1)); }
  std::string axis_text(const Ratio& value) const {
    return grouped(as_many_decimals(value, scale_.whole() ? 0 : 2), chart_.language);
  }

  /// A row for each alternative, so that no name is in the way of another.
  void draw_legend(SvgSheet& sheet) const {
    int widest = 0;
    for (const ColumnChart::Series& series : chart_.series)
      widest = std::max(widest, SvgSheet::width_of(series.words));
    for (int i = 0; i < count(); ++i) {
      const ColumnChart::Series& series = chart_.series[static_cast<std::size_t>(i)];
      const int base = top_ - 12 - (count() - i - 1) * 16;
      const int names = width_ - 3 * edge - 17 - widest;
      sheet.box(Ratio(edge), Ratio(base - 9), Ratio(edge + 12), Ratio(base + 1), shade_of(i));
      const std::string name = SvgSheet::cut(series.name, names);
      sheet.text(Ratio(edge + 17), Ratio(base), name);
      sheet.text(Ratio(std::max(300, edge + 17 + SvgSheet::width_of(name) + edge) + widest),
                 Ratio(base), series.words, SvgSheet::Anchor::end);
    }
  }

  void draw_axis(SvgSheet& sheet) const {
    for (Ratio value = scale_.low; value <= scale_.high; value = value + scale_.step) {
      const bool zero = value.is_zero();
      sheet.line(Ratio(left_), y(value), Ratio(width_ - edge), y(value),
                 {zero ? "#4d5864" : "#dfe4e9", "1", ""});
      sheet.text(Ratio(left_ - 6), y(value) + Ratio(4), axis_text(value), SvgSheet::Anchor::end,
                 "fill=\"#4d5864\" font-size=\"10\"");
    }
  }

  void draw_group(SvgSheet& sheet, int group) const {
    const Ratio from = Ratio(left_) + group_width() * Ratio(group);
    const Ratio inner = group_width() * Ratio::of(8, 10);
    const Ratio column = inner / Ratio(std::max(count(), 1));
    const Ratio start = from + (group_width() - inner) / Ratio(2);
    for (int i = 0; i < count(); ++i) {
      const auto& values = chart_.series[static_cast<std::size_t>(i)].values;
      const auto at = static_cast<std::size_t>(group);
      if (at >= values.size() || !values[at]) continue;
      const Ratio left = start + column * Ratio(i);
      sheet.box(left, y(Ratio(0)), left + column * Ratio::of(9, 10), y(*values[at]), shade_of(i));
    }
    if (group % label_step() != 0) return;
    sheet.text(from + group_width() / Ratio(2), Ratio(top_ + plot_height + 16),
               chart_.labels[static_cast<std::size_t>(group)], SvgSheet::Anchor::middle,
               "fill=\"#4d5864\"");
  }

  /// Every label where they fit, else every second one, and so on.
  int label_step() const {
    int widest = 1;
    for (const std::string& label : chart_.labels)
      widest = std::max(widest, SvgSheet::width_of(label) + 8);
    int step = 1;
    while (group_width() * Ratio(step) < Ratio(widest)) ++step;
    return step;
  }

  const ColumnChart& chart_;
  ValueScale scale_;
  int left_ = 40;
  int top_ = 40;
  int width_ = narrowest_sheet;
};

}  // namespace

std::string svg(const ColumnChart& chart) { return ColumnDrawing(chart).text(); }

}  // namespace pricetalk
