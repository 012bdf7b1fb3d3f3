#include "page/column_widths.hpp"

#include <algorithm>
#include <cctype>
#include <numeric>

namespace pricetalk {

namespace {

constexpr int whole = 1000;
constexpr int signs_on_a_line = 92;
constexpr int between_columns = 4;  ///< as many signs

struct ColumnNeeds {
  int whole_text = 0;    ///< signs of the longest cell
  int longest_word = 0;  ///< below this, words break
};

void measure_cell(const std::string& text, ColumnNeeds& needs) {
  int all = 0;
  int word = 0;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80U) continue;
    ++all;
    word = c == ' ' ? 0 : word + 1;
    needs.longest_word = std::max(needs.longest_word, word);
  }
  needs.whole_text = std::max(needs.whole_text, all);
}

std::vector<ColumnNeeds> needs_of(const Page::Grid& grid) {
  std::vector<ColumnNeeds> made(grid.columns.size());
  for (std::size_t i = 0; i < made.size(); ++i) {
    const bool right = grid.columns[i].align == Page::Align::right;
    ColumnNeeds cells;
    for (const auto& row : grid.rows) measure_cell(row[i].words.plain(), cells);
    if (right) cells.longest_word = cells.whole_text;
    ColumnNeeds title;
    measure_cell(grid.columns[i].title.plain(), title);
    made[i].longest_word = std::max(cells.longest_word, title.longest_word);
    made[i].whole_text = std::max(cells.whole_text, title.whole_text);
  }
  return made;
}

int signs(const std::vector<int>& columns) {
  return std::accumulate(columns.begin(), columns.end(), 0);
}

/// Gives what a line has left to the columns that would like more, in proportion.
void share_rest(const std::vector<ColumnNeeds>& needs, std::vector<int>& columns) {
  std::vector<int> wanted(columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i)
    wanted[i] =
        std::max(0, std::min(needs[i].whole_text, signs_on_a_line) + between_columns - columns[i]);
  const int rest = signs_on_a_line - signs(columns);
  const int all = signs(wanted);
  if (rest <= 0 || all == 0) return;
  for (std::size_t i = 0; i < columns.size(); ++i)
    columns[i] += std::min(wanted[i], wanted[i] * rest / all);
}

}  // namespace

std::vector<int> column_widths(const Page::Grid& grid) {
  const std::vector<ColumnNeeds> needs = needs_of(grid);
  std::vector<int> columns;
  for (const ColumnNeeds& each : needs)
    columns.push_back(std::min(each.longest_word, signs_on_a_line / 2) + between_columns);
  share_rest(needs, columns);
  const int all = std::max(signs(columns), signs_on_a_line);
  for (int& each : columns) each = each * whole / all;
  return columns;
}

std::string office_columns(const Page::Grid& grid) {
  std::string made = "<colgroup>";
  for (const int width : column_widths(grid))
    made += "<col style=\"width: " + std::to_string(width / 10) + "." + std::to_string(width % 10) +
            "%\">";
  return made + "</colgroup>";
}

}  // namespace pricetalk
