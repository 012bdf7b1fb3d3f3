#include "report/row_chart.hpp"

#include <algorithm>

#include "explain/rounded.hpp"
#include "pricetalk/explain/format.hpp"
#include "report/svg_scale.hpp"

namespace pricetalk {

namespace {

constexpr int sheet_width = 720;
constexpr int row_height = 24;
constexpr int bar_height = 14;
constexpr int longest_name = 240;
constexpr int margin = 10;

class RowDrawing {
 public:
  explicit RowDrawing(const RowChart& chart) : chart_(chart), scale_(scale_of(chart)) {
    for (const RowChart::Row& row : chart.rows) {
      left_ = std::max(left_, std::min(longest_name, SvgSheet::width_of(row.name)) + 2 * margin);
      right_ = std::max(right_, SvgSheet::width_of(row.words) + 2 * margin);
    }
    top_ = chart.subtitle.empty() ? 30 : 46;
    if (!chart.legend.empty()) top_ += 20;
  }

  std::string text() {
    const auto count = static_cast<int>(chart_.rows.size());
    const int bottom = top_ + count * row_height;
    SvgSheet sheet(sheet_width, bottom + 40, chart_.title);
    sheet.text(Ratio(margin), Ratio(18), SvgSheet::cut(chart_.title, sheet_width - 2 * margin),
               SvgSheet::Anchor::start, "fill=\"#1d2730\" font-size=\"13\" font-weight=\"bold\"");
    if (!chart_.subtitle.empty())
      sheet.text(Ratio(margin), Ratio(35), SvgSheet::cut(chart_.subtitle, sheet_width - 2 * margin),
                 SvgSheet::Anchor::start, "fill=\"#4d5864\"");
    draw_legend(sheet);
    if (count > 0) {
      draw_axis(sheet, bottom);
      for (int i = 0; i < count; ++i) draw_row(sheet, chart_.rows[static_cast<std::size_t>(i)], i);
    }
    return std::move(sheet).finished();
  }

 private:
  static ValueScale scale_of(const RowChart& chart) {
    Ratio least(0);
    Ratio most(0);
    bool found = chart.from_zero;
    for (const RowChart::Row& row : chart.rows)
      for (const Ratio* value : {&row.from, &row.to}) {
        if (value == &row.from && row.from_axis) continue;
        least = found ? std::min(least, *value) : *value;
        most = found ? std::max(most, *value) : *value;
        found = true;
      }
    if (most < Ratio(0)) most = Ratio(0);
    // Of what lies close together the small steps must be seen; else zero belongs to it.
    if (least > Ratio(0) && least < (most - least) * Ratio(2)) least = Ratio(0);
    ValueScale scale(least, most, 4);
    if (!chart.from_zero && scale.low == least && least > Ratio(0))
      scale.low = scale.low - scale.step;
    return scale;
  }

  Ratio x(const Ratio& value) const {
    return Ratio(left_) + Ratio(sheet_width - left_ - right_) * scale_.part(value);
  }

  void draw_legend(SvgSheet& sheet) const {
    int at = margin;
    for (const auto& [shade, name] : chart_.legend) {
      sheet.box(Ratio(at), Ratio(top_ - 22), Ratio(at + 12), Ratio(top_ - 12), shade);
      sheet.text(Ratio(at + 17), Ratio(top_ - 13), name, SvgSheet::Anchor::start,
                 "fill=\"#4d5864\"");
      at += 17 + SvgSheet::width_of(name) + 14;
    }
  }

  void draw_axis(SvgSheet& sheet, int bottom) const {
    for (Ratio value = scale_.low; value <= scale_.high; value = value + scale_.step) {
      const bool zero = value.is_zero();
      sheet.line(x(value), Ratio(top_), x(value), Ratio(bottom),
                 {zero ? "#4d5864" : "#dfe4e9", "1", ""});
      sheet.text(x(value), Ratio(bottom + 14),
                 grouped(as_many_decimals(value, scale_.whole() ? 0 : 2), chart_.language),
                 SvgSheet::Anchor::middle, "fill=\"#4d5864\" font-size=\"10\"");
    }
    if (scale_.low > Ratio(0))
      sheet.text(
          Ratio(margin), Ratio(bottom + 32),
          say(chart_.language, "The axis does not begin at zero.", "De as begint niet bij nul."),
          SvgSheet::Anchor::start, "fill=\"#4d5864\" font-size=\"10\"");
  }

  void draw_row(SvgSheet& sheet, const RowChart::Row& row, int place) const {
    const int middle = top_ + place * row_height + row_height / 2;
    const Ratio low(middle - bar_height / 2);
    const Ratio high(middle + bar_height / 2);
    sheet.text(Ratio(left_ - margin), Ratio(middle + 4), SvgSheet::cut(row.name, longest_name),
               SvgSheet::Anchor::end);
    const bool cut_off = row.from_axis && scale_.low > Ratio(0);
    sheet.box(x(cut_off ? scale_.low : row.from), low, x(row.to), high, row.shade);
    if (cut_off) break_bar(sheet, low, high);
    if (row.leads_on)
      sheet.line(x(row.to), high, x(row.to), high + Ratio(row_height - bar_height),
                 {"#4d5864", "0.8", "2 2"});
    sheet.text(Ratio(sheet_width - margin), Ratio(middle + 4), row.words, SvgSheet::Anchor::end);
  }

  /// The mark of a bar whose beginning is left out.
  void break_bar(SvgSheet& sheet, const Ratio& low, const Ratio& high) const {
    for (const int at : {12, 17})
      sheet.line(Ratio(left_ + at), high + Ratio(2), Ratio(left_ + at + 5), low - Ratio(2),
                 {"#ffffff", "2.5", ""});
  }

  const RowChart& chart_;
  ValueScale scale_;
  int left_ = 60;
  int right_ = 40;
  int top_ = 30;
};

}  // namespace

std::string svg(const RowChart& chart) { return RowDrawing(chart).text(); }

RowChart chart_of(const Waterfall& waterfall) {
  const Language language = waterfall.language;
  RowChart made;
  made.title = waterfall.title;
  made.subtitle = waterfall.subtitle;
  made.language = language;
  made.legend = {{Shade::dark, say(language, "more", "meer")},
                 {Shade::stripes, say(language, "less", "minder")}};
  made.rows.push_back({waterfall.before.name, Ratio(0), waterfall.before.amount, Shade::grey,
                       waterfall.before.words, true, true});
  Ratio at = waterfall.before.amount;
  for (const Waterfall::Step& step : waterfall.steps) {
    const Ratio next = at + step.amount;
    made.rows.push_back({step.name, at, next,
                         step.amount >= Ratio(0) ? Shade::dark : Shade::stripes, step.words, false,
                         true});
    at = next;
  }
  made.rows.push_back({waterfall.after.name, Ratio(0), waterfall.after.amount, Shade::grey,
                       waterfall.after.words, true, false});
  return made;
}

RowChart chart_of(const ExposureBars& exposure) {
  RowChart made;
  made.title = exposure.title;
  made.subtitle = exposure.subtitle;
  made.language = exposure.language;
  made.from_zero = true;
  std::vector<ExposureBars::Bar> sorted = exposure.bars;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return abs(a.amount) > abs(b.amount); });
  for (const ExposureBars::Bar& bar : sorted)
    made.rows.push_back({bar.name, Ratio(0), bar.amount,
                         bar.amount < Ratio(0) ? Shade::stripes : Shade::dark, bar.words, false,
                         false});
  return made;
}

}  // namespace pricetalk
