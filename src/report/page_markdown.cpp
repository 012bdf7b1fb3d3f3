#include "pricetalk/report/page.hpp"

namespace pricetalk {

namespace {

struct MarkdownWriter {
  std::string& out;
  void operator()(const Page::Text& text) const { out += text.text + "\n\n"; }
  void operator()(const Page::Items& list) const {
    for (const std::string& item : list.items) out += (list.boxes ? "- [ ] " : "- ") + item + "\n";
    out += "\n";
  }
  void operator()(const Table& table) const { out += as_markdown(table) + "\n"; }
  void operator()(const Page::Chart& chart) const { out += "*" + chart.caption + "*\n\n"; }
};

}  // namespace

std::string as_markdown(const Page& page) {
  std::string out = "# " + page.title + "\n\n";
  for (const std::string& line : page.head) out += line + "  \n";
  if (!page.head.empty()) out += "\n";
  for (const Page::Block& block : page.blocks) {
    if (!block.title.empty()) out += "## " + block.title + "\n\n";
    for (const Page::Element& element : block.elements) std::visit(MarkdownWriter{out}, element);
  }
  while (out.ends_with("\n\n")) out.pop_back();
  return out;
}

}  // namespace pricetalk
