#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

#include "report/column_chart.hpp"
#include "report/fan_chart.hpp"
#include "report/row_chart.hpp"

// What drawings look like is looked at; that no words lie on others or beside the sheet is held
// here, for few and many rows, long names, negative and missing amounts.
namespace charts_test {

using namespace pricetalk;

struct Words {
  std::string text;
  int left = 0;
  int right = 0;
  int top = 0;
  int bottom = 0;
};

int tenths(const std::string& number) {
  const auto parsed = Decimal::parse(number);
  return static_cast<int>(round(Ratio(*parsed) * Ratio(10), Rounding::decimals(0)).mantissa());
}

/// The words of a drawing with the space that they take, in tenths.
std::vector<Words> words_of(const std::string& svg) {
  static const std::regex form(
      R"x(<text x="([-\d.]+)" y="([-\d.]+)" text-anchor="(\w+)"[^>]*>([^<]*)</text>)x");
  std::vector<Words> made;
  for (std::sregex_iterator at(svg.begin(), svg.end(), form), end; at != end; ++at) {
    const int x = tenths((*at)[1]);
    const int y = tenths((*at)[2]);
    // A sign is narrower than what the drawing reserves for it.
    const int width = SvgSheet::width_of((*at)[4].str()) * 10 * 8 / 10;
    const int left = (*at)[3] == "start" ? x : (*at)[3] == "end" ? x - width : x - width / 2;
    made.push_back({(*at)[4], left, left + width, y - 85, y + 20});
  }
  return made;
}

std::pair<int, int> size_of(const std::string& svg) {
  static const std::regex form(R"x(viewBox="0 0 (\d+) (\d+)")x");
  std::smatch match;
  std::regex_search(svg, match, form);
  return {std::stoi(match[1]) * 10, std::stoi(match[2]) * 10};
}

void expect_readable(const std::string& svg) {
  const std::vector<Words> words = words_of(svg);
  const auto [width, height] = size_of(svg);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Words& a = words[i];
    EXPECT_TRUE(a.left >= 0 && a.right <= width && a.top >= 0 && a.bottom <= height) << a.text;
    for (std::size_t k = i + 1; k < words.size(); ++k) {
      const Words& b = words[k];
      const bool apart =
          a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
      EXPECT_TRUE(apart) << a.text << " / " << b.text;
    }
  }
}

FanChart fan(int years, int width) {
  FanChart chart;
  chart.title = "Wat 214 contracten kosten";
  chart.subtitle = "EUR zonder btw";
  for (int i = 0; i < years; ++i) {
    const Ratio middle(1'000'000 + i * 30'000);
    const Ratio band(i * width + 1);
    chart.years.push_back({std::to_string(2026 + i), middle - band, middle, middle + band});
  }
  return chart;
}

TEST(Charts, of_a_fan_have_no_words_on_each_other) {
  for (const int years : {0, 1, 2, 6, 30, 50})
    for (const int width : {0, 20, 25'000}) {
      FanChart chart = fan(years, width);
      expect_readable(svg(chart));
      chart.budget = Ratio(1'000'100);
      chart.language = Language::en;
      expect_readable(svg(chart));
    }
}

TEST(Charts, of_a_fan_leave_a_gap_where_a_quantile_is_not_known) {
  FanChart chart = fan(6, 1000);
  const std::string whole = svg(chart);
  chart.years[2].high.reset();
  const std::string broken = svg(chart);
  const auto bands = [](const std::string& text) {
    std::size_t count = 0;
    for (std::size_t at = text.find("fill=\"#d9e4ee\""); at != std::string::npos;
         at = text.find("fill=\"#d9e4ee\"", at + 1))
      ++count;
    return count;
  };
  EXPECT_EQ(bands(whole), 1U);
  EXPECT_EQ(bands(broken), 2U);
}

TEST(Charts, of_alternatives_have_no_words_on_each_other) {
  for (const int years : {1, 3, 10, 50})
    for (const int alternatives : {1, 3, 9}) {
      ColumnChart chart;
      chart.title = "Kosten per jaar van alle contracten";
      for (int year = 0; year < years; ++year)
        chart.labels.push_back(std::to_string(2026 + year) + (year == 0 ? " (2 mnd)" : ""));
      for (int k = 0; k < alternatives; ++k) {
        ColumnChart::Series series{
            "een alternatief met een lange naam, nummer " + std::to_string(k), {}, "12.345.678,90"};
        for (int year = 0; year < years; ++year)
          series.values.emplace_back(year == 1 ? Ratio(-40'000) : Ratio(1'000'000 + k * 1000));
        if (years > 2) series.values[2].reset();
        chart.series.push_back(std::move(series));
      }
      expect_readable(svg(chart));
    }
}

TEST(Charts, of_a_bridge_have_no_words_on_each_other) {
  for (const int before : {0, 100, 1'000'000}) {
    Waterfall chart;
    chart.title =
        "Van een begroting met een heel lange naam naar een prognose met een naam die "
        "niet op de regel van de tekening past";
    chart.subtitle = "214 contracten";
    chart.before = {"een-heel-lange-mapnaam-van-de-begroting (14 oktober 2025)", Ratio(before),
                    "1.000.000,00"};
    chart.steps = {{"index", Ratio(900), "+900,00"},
                   {"hoeveelheid", Ratio(-1500), "-1.500,00"},
                   {"clausule", Ratio(20), "+20,00"}};
    chart.after = {"prognose (31 december 2025)", Ratio(before - 580), "999.420,00"};
    expect_readable(svg(chart_of(chart)));
  }
}

TEST(Charts, of_exposure_stand_on_zero_with_the_largest_first) {
  ExposureBars chart;
  chart.title = "Wat één punt meer kost, per jaar";
  chart.bars = {{"szw/minimumuurloon-21", Ratio(5400), "€ 5.400,00 (27,2%)"},
                {"cbs/cpi/alle-bestedingen-2025", Ratio(12'345), "€ 12.345,00 (62,1%)"},
                {"eia/brent", Ratio(-300), "€ -300,00 (1,5%)"}};
  const std::string drawn = svg(chart_of(chart));
  expect_readable(drawn);
  EXPECT_LT(drawn.find("alle-bestedingen"), drawn.find("minimumuurloon"));
  EXPECT_LT(drawn.find("minimumuurloon"), drawn.find("brent"));
  EXPECT_NE(drawn.find(">0</text>"), std::string::npos);
  EXPECT_EQ(drawn, svg(chart_of(chart)));
}

}  // namespace charts_test
