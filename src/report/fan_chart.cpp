#include "report/fan_chart.hpp"

#include <algorithm>
#include <array>

#include "explain/rounded.hpp"
#include "pricetalk/explain/format.hpp"
#include "report/svg_scale.hpp"
#include "report/svg_sheet.hpp"

namespace pricetalk {

namespace {

constexpr int fan_width = 720;
constexpr int fan_height = 230;
constexpr int fan_edge = 10;
constexpr int name_height = 13;

using FanYears = std::vector<FanChart::Year>;
using Quantile = std::optional<Ratio> FanChart::Year::*;

class FanDrawing {
 public:
  explicit FanDrawing(const FanChart& chart) : chart_(chart), scale_(scale_of(chart)) {
    for (Ratio value = scale_.low; value <= scale_.high; value = value + scale_.step)
      left_ = std::max(left_, SvgSheet::width_of(axis_text(value)) + 2 * fan_edge);
    for (const std::string& name : names())
      right_ = std::max(right_, SvgSheet::width_of(name) + 22);
    top_ = chart.subtitle.empty() ? 36 : 52;
  }

  std::string text() {
    SvgSheet sheet(fan_width, top_ + fan_height + 46, chart_.title);
    sheet.text(Ratio(fan_edge), Ratio(18), SvgSheet::cut(chart_.title, fan_width - 2 * fan_edge),
               SvgSheet::Anchor::start, "fill=\"#1d2730\" font-size=\"13\" font-weight=\"bold\"");
    if (!chart_.subtitle.empty())
      sheet.text(Ratio(fan_edge), Ratio(35),
                 SvgSheet::cut(chart_.subtitle, fan_width - 2 * fan_edge), SvgSheet::Anchor::start,
                 "fill=\"#4d5864\"");
    if (known_) draw(sheet);
    return std::move(sheet).finished();
  }

 private:
  ValueScale scale_of(const FanChart& chart) {
    Ratio least;
    Ratio most;
    const auto add = [&](const std::optional<Ratio>& value) {
      if (!value) return;
      least = known_ ? std::min(least, *value) : *value;
      most = known_ ? std::max(most, *value) : *value;
      known_ = true;
    };
    for (const FanChart::Year& year : chart.years)
      for (const Quantile quantile :
           {&FanChart::Year::low, &FanChart::Year::middle, &FanChart::Year::high})
        add(year.*quantile);
    add(chart.budget);
    return {least, most, 5};
  }

  std::array<std::string, 4> names() const {
    const Language language = chart_.language;
    return {say(language, "1 in 10 above (P90)", "1 op 10 hoger (P90)"),
            say(language, "the middle (P50)", "het midden (P50)"),
            say(language, "1 in 10 below (P10)", "1 op 10 lager (P10)"),
            say(language, "budget", "budget")};
  }

  std::string axis_text(const Ratio& value) const {
    return grouped(as_many_decimals(value, scale_.whole() ? 0 : 2), chart_.language);
  }
  Ratio x(std::size_t year) const {
    const auto count = static_cast<std::int64_t>(std::max<std::size_t>(chart_.years.size(), 1));
    return Ratio(left_) + Ratio(fan_width - left_ - right_) *
                              Ratio::of(2 * static_cast<std::int64_t>(year) + 1, 2 * count);
  }
  Ratio y(const Ratio& value) const {
    return Ratio(top_ + fan_height) - Ratio(fan_height) * scale_.part(value);
  }
  std::string point(std::size_t year, const Ratio& value) const {
    return coordinate(x(year)) + " " + coordinate(y(value));
  }

  void draw(SvgSheet& sheet) const {
    for (Ratio value = scale_.low; value <= scale_.high; value = value + scale_.step) {
      sheet.line(Ratio(left_), y(value), Ratio(fan_width - right_), y(value), {"#dfe4e9", "1", ""});
      sheet.text(Ratio(left_ - 6), y(value) + Ratio(4), axis_text(value), SvgSheet::Anchor::end,
                 "fill=\"#4d5864\" font-size=\"10\"");
    }
    draw_labels(sheet);
    for (const auto& [first, last] : stretches()) draw_stretch(sheet, first, last);
    if (chart_.budget)
      sheet.line(Ratio(left_), y(*chart_.budget), Ratio(fan_width - right_), y(*chart_.budget),
                 {"#1d2730", "1.2", "8 3 2 3"});
    draw_names(sheet);
    if (scale_.low > Ratio(0))
      sheet.text(
          Ratio(fan_edge), Ratio(top_ + fan_height + 38),
          say(chart_.language, "The axis does not begin at zero.", "De as begint niet bij nul."),
          SvgSheet::Anchor::start, "fill=\"#4d5864\" font-size=\"10\"");
  }

  void draw_labels(SvgSheet& sheet) const {
    int widest = 1;
    for (const FanChart::Year& year : chart_.years)
      widest = std::max(widest, SvgSheet::width_of(year.label) + 8);
    std::size_t step = 1;
    while (chart_.years.size() > 1 &&
           (x(1) - x(0)) * Ratio(static_cast<std::int64_t>(step)) < Ratio(widest))
      ++step;
    for (std::size_t i = 0; i < chart_.years.size(); i += step)
      sheet.text(x(i), Ratio(top_ + fan_height + 16), chart_.years[i].label,
                 SvgSheet::Anchor::middle, "fill=\"#4d5864\"");
  }

  static bool whole(const FanChart::Year& year) { return year.low && year.middle && year.high; }

  /// First and last of years in a row that are known.
  std::vector<std::pair<std::size_t, std::size_t>> stretches() const {
    std::vector<std::pair<std::size_t, std::size_t>> made;
    for (std::size_t i = 0; i < chart_.years.size(); ++i) {
      if (!whole(chart_.years[i])) continue;
      if (!made.empty() && made.back().second + 1 == i)
        made.back().second = i;
      else
        made.emplace_back(i, i);
    }
    return made;
  }

  std::string line_of(Quantile quantile, std::size_t first, std::size_t last) const {
    std::string made;
    for (std::size_t i = first; i <= last; ++i)
      made += (i == first ? "M" : "L") + point(i, *(chart_.years[i].*quantile));
    return made;
  }

  void draw_stretch(SvgSheet& sheet, std::size_t first, std::size_t last) const {
    std::string band = line_of(&FanChart::Year::high, first, last);
    for (std::size_t i = last + 1; i-- > first;) band += "L" + point(i, *chart_.years[i].low);
    sheet.path(band + "Z", "#d9e4ee", {"#d9e4ee", "1", ""});
    sheet.path(line_of(&FanChart::Year::high, first, last), "none", {"#14406b", "1.2", "5 3"});
    sheet.path(line_of(&FanChart::Year::low, first, last), "none", {"#14406b", "1.2", "2 3"});
    sheet.path(line_of(&FanChart::Year::middle, first, last), "none", {"#14406b", "2.2", ""});
    for (std::size_t i = first; i <= last; ++i)
      for (const Quantile quantile :
           {&FanChart::Year::low, &FanChart::Year::middle, &FanChart::Year::high}) {
        const Ratio size = Ratio::of(quantile == &FanChart::Year::middle ? 5 : 3, 2);
        const Ratio at = y(*(chart_.years[i].*quantile));
        sheet.box(x(i) - size, at - size, x(i) + size, at + size, Shade::dark);
      }
  }

  /// What each line is, behind its end, moved apart where names would lie on each other.
  void draw_names(SvgSheet& sheet) const {
    const auto years = stretches();
    std::vector<std::pair<Ratio, std::string>> placed;
    const auto all = names();
    if (!years.empty()) {
      const FanChart::Year& last = chart_.years[years.back().second];
      placed = {{y(*last.high), all[0]}, {y(*last.middle), all[1]}, {y(*last.low), all[2]}};
    }
    if (chart_.budget) placed.emplace_back(y(*chart_.budget), all[3]);
    std::stable_sort(placed.begin(), placed.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 1; i < placed.size(); ++i)
      placed[i].first = std::max(placed[i].first, placed[i - 1].first + Ratio(name_height));
    const Ratio lowest(top_ + fan_height + 4);
    for (std::size_t i = placed.size(); i-- > 0;)
      placed[i].first =
          std::min(placed[i].first,
                   i + 1 < placed.size() ? placed[i + 1].first - Ratio(name_height) : lowest);
    for (const auto& [at, name] : placed)
      sheet.text(Ratio(fan_width - right_ + 8), at + Ratio(4), name);
  }

  const FanChart& chart_;
  bool known_ = false;
  ValueScale scale_;
  int left_ = 40;
  int right_ = 60;
  int top_ = 36;
};

}  // namespace

std::string svg(const FanChart& chart) { return FanDrawing(chart).text(); }

}  // namespace pricetalk
