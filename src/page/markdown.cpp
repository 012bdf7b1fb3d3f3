#include "page/markdown_words.hpp"
#include "pricetalk/page/page.hpp"

namespace pricetalk {

namespace {

using Place = MarkdownPlace;

std::string place_of(const std::string& anchor) {
  return anchor.empty() ? "" : "<a id=\"" + anchor + "\"></a>";
}

struct MarkdownWriter {
  std::string& out;

  void operator()(const Page::Heading& heading) const {
    out += std::string(static_cast<std::size_t>(heading.level), '#') + " " +
           place_of(heading.anchor) + markdown_words(heading.words, Place::heading) + "\n\n";
  }
  void operator()(const Page::Text& text) const {
    out += place_of(text.anchor) + markdown_words(text.words, Place::paragraph) + "\n\n";
  }
  void operator()(const Page::Items& list) const {
    for (const Words& item : list.items)
      out += (list.boxes ? "- [ ] " : "- ") + markdown_words(item, Place::paragraph) + "\n";
    out += "\n";
  }
  void operator()(const Page::Grid& grid) const {
    out += "|";
    for (const Page::Column& column : grid.columns)
      out += " " + markdown_words(column.title, Place::cell) + " |";
    out += "\n|";
    for (const Page::Column& column : grid.columns)
      out += column.align == Page::Align::right ? "---:|" : "---|";
    out += "\n";
    for (const auto& cells : grid.rows) {
      out += "|";
      for (const Page::Cell& cell : cells)
        out += " " + place_of(cell.anchor) + markdown_words(cell.words, Place::cell) + " |";
      out += "\n";
    }
    out += "\n";
  }
  void operator()(const Page::Chart& chart) const {
    out += markdown_words(chart.caption, Place::paragraph) + "\n\n";
  }
  void operator()(const Page::NewSheet& /*sheet*/) const { out += "---\n\n"; }
};

}  // namespace

std::string as_markdown(const Page& page) {
  std::string out;
  for (const Page::Element& element : page.elements) std::visit(MarkdownWriter{out}, element);
  while (out.ends_with("\n\n")) out.pop_back();
  return out;
}

}  // namespace pricetalk
