#include <algorithm>

#include "page/other_forms.hpp"

namespace pricetalk {

namespace {

std::string plain_line(const Words& words) {
  std::string made;
  for (const Words::Run& run : words.runs())
    made += run.kind == Words::Run::Kind::line_break ? "\n" : run.text;
  return made;
}

/// Signs, not bytes.
std::size_t signs_in(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

struct PlainTextWriter {
  std::string& out;

  void operator()(const Page::Heading& heading) const { out += heading.words.plain() + "\n\n"; }
  void operator()(const Page::Text& text) const {
    if (!text.words.empty()) out += plain_line(text.words) + "\n\n";
  }
  void operator()(const Page::Items& list) const {
    for (const Words& item : list.items) out += (list.boxes ? "[ ] " : "- ") + item.plain() + "\n";
    out += "\n";
  }
  void operator()(const Page::Grid& grid) const {
    std::vector<std::vector<std::string>> rows(1);
    for (const Page::Column& column : grid.columns) rows[0].push_back(column.title.plain());
    for (const auto& cells : grid.rows) {
      rows.emplace_back();
      for (const Page::Cell& cell : cells) rows.back().push_back(cell.words.plain());
    }
    std::vector<std::size_t> widths(grid.columns.size());
    for (const auto& row : rows)
      for (std::size_t i = 0; i < row.size(); ++i)
        widths[i] = std::max(widths[i], signs_in(row[i]));
    for (const auto& row : rows) {
      std::string line;
      for (std::size_t i = 0; i < row.size(); ++i) {
        const std::string blanks(widths[i] - signs_in(row[i]), ' ');
        const bool right = grid.columns[i].align == Page::Align::right;
        line += (i == 0 ? "" : "  ") + (right ? blanks + row[i] : row[i] + blanks);
      }
      line.erase(line.find_last_not_of(' ') + 1);
      if (!line.empty()) out += line + "\n";
    }
    out += "\n";
  }
  void operator()(const Page::Chart& chart) const { out += chart.caption.plain() + "\n\n"; }
  void operator()(const Page::NewSheet& /*sheet*/) const { out += "----\n\n"; }
};

}  // namespace

std::string as_plain_text(const Page& page) {
  std::string out;
  for (const Page::Element& element : page.elements) std::visit(PlainTextWriter{out}, element);
  while (out.ends_with("\n\n")) out.pop_back();
  return out;
}

}  // namespace pricetalk
