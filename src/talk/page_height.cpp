#include <algorithm>

#include "report/table.hpp"
#include "talk/page.hpp"

namespace pricetalk {

namespace {

// Hundredths of a millimetre, of the type that a talk page is printed in, with the widest of the
// letters that a machine may have for it: some 128 signs in a line. A little less is reckoned with.
constexpr int line_height = 322;
constexpr int row_gap = 66;
constexpr int heading_height = 650;
constexpr int paragraph_gap = 60;
constexpr int caption_height = 320;
constexpr int title_height = 560;
constexpr std::size_t signs_in_line = 118;
constexpr std::size_t signs_in_title = 66;
constexpr int chart_width = 18600;

std::size_t lines_of(std::size_t signs, std::size_t in_line) {
  return std::max<std::size_t>(1, (signs + in_line - 1) / in_line);
}

int text_height(const Words& words, std::size_t in_line = signs_in_line) {
  return static_cast<int>(lines_of(width(words.plain()), in_line)) * line_height;
}

/// A browser gives each column room by its longest cell; where all of them fit, nothing wraps.
int grid_height(const Page::Grid& grid) {
  constexpr std::size_t gap = 2;
  std::vector<std::size_t> longest;
  for (const Page::Column& column : grid.columns)
    longest.push_back(std::min<std::size_t>(width(column.title.plain()), 12) + gap);
  for (const auto& cells : grid.rows)
    for (std::size_t i = 0; i < cells.size(); ++i)
      longest[i] = std::max(longest[i], width(cells[i].words.plain()) + gap);
  std::size_t all = 0;
  for (const std::size_t each : longest) all += each;
  const bool fixed = std::all_of(grid.columns.begin(), grid.columns.end(),
                                 [](const Page::Column& column) { return column.width > 0; });
  const auto row_height = [&](auto cell) {
    std::size_t lines = 1;
    for (std::size_t i = 0; all > signs_in_line && i < longest.size(); ++i) {
      const std::size_t share =
          fixed ? static_cast<std::size_t>(grid.columns[i].width) * signs_in_line * 9 / 1000
                : longest[i] * signs_in_line / all;
      lines = std::max(lines, lines_of(cell(i), std::max<std::size_t>(8, share)));
    }
    return static_cast<int>(lines) * line_height + row_gap;
  };
  int height = row_height([&](std::size_t i) { return width(grid.columns[i].title.plain()); });
  for (const auto& cells : grid.rows)
    height += row_height([&](std::size_t i) { return width(cells[i].words.plain()); });
  return height;
}

/// Width and height of a drawing, as its viewBox says.
int chart_height(const std::string& svg) {
  const auto at = svg.find("viewBox=\"0 0 ");
  if (at == std::string::npos) return 0;
  std::size_t begin = at + 13;
  int sides[2] = {0, 0};
  for (int& side : sides) {
    while (begin < svg.size() && svg[begin] >= '0' && svg[begin] <= '9')
      side = side * 10 + (svg[begin++] - '0');
    ++begin;
  }
  return sides[0] == 0 ? 0 : chart_width / sides[0] * sides[1];
}

struct Height {
  int sum = 0;
  bool ended = false;

  void operator()(const Page::Heading& heading) {
    if (heading.level == 1)
      add(static_cast<int>(lines_of(width(heading.words.plain()), signs_in_title)) * title_height);
    else
      add(heading_height);
  }
  void operator()(const Page::Text& text) { add(text_height(text.words) + paragraph_gap); }
  void operator()(const Page::Items& list) {
    if (!list.boxes) {
      for (const Words& item : list.items) add(text_height(item, signs_in_line - 4));
      return add(paragraph_gap);
    }
    // Two columns.
    int all = 0;
    int highest = 0;
    for (const Words& item : list.items) {
      const int height = text_height(item, signs_in_line / 2 - 7);
      all += height;
      highest = std::max(highest, height);
    }
    add(all / 2 + highest / 2 + paragraph_gap);
  }
  void operator()(const Page::Grid& grid) { add(grid_height(grid)); }
  void operator()(const Page::Chart& chart) {
    add(chart_height(chart.svg) + text_height(chart.caption) + caption_height - line_height);
  }
  void operator()(const Page::NewSheet& /*sheet*/) { ended = true; }

 private:
  void add(int height) {
    if (!ended) sum += height;
  }
};

}  // namespace

int height_in_print(const Page& page) {
  Height height;
  for (const Page::Element& element : page.elements) std::visit(height, element);
  return (height.sum + 99) / 100;
}

}  // namespace pricetalk
