#include <cctype>
#include <string_view>

#include "pricetalk/page/page.hpp"

namespace pricetalk {

namespace {

std::string_view trimmed(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

/// How many characters in front make the line an item of a list; 0: none.
std::size_t dash(std::string_view line) {
  for (const std::string_view mark : {"- ", "* ", "• "})
    if (line.starts_with(mark)) return mark.size();
  return 0;
}

bool numbered(std::string_view line) {
  std::size_t digits = 0;
  while (digits < line.size() && std::isdigit(static_cast<unsigned char>(line[digits])) != 0)
    ++digits;
  return digits > 0 && digits + 1 < line.size() && (line[digits] == '.' || line[digits] == ')') &&
         line[digits + 1] == ' ';
}

class Typed {
 public:
  void take(std::string_view line) {
    if (line.empty()) return flush();
    if (const std::size_t mark = dash(line); mark > 0) {
      if (!words_.empty()) flush();
      items_.emplace_back(std::string(trimmed(line.substr(mark))));
    } else if (!items_.empty()) {
      items_.back() += " " + std::string(line);
    } else if (words_.empty()) {
      words_ = std::string(line);
    } else {
      words_ += (numbered(line) ? line_break() : Words(" ")) + std::string(line);
    }
  }

  void flush() {
    if (!items_.empty()) made.emplace_back(Page::Items{std::move(items_)});
    if (!words_.empty()) made.emplace_back(Page::Text{std::move(words_)});
    items_.clear();
    words_ = {};
  }

  std::vector<Page::Element> made;

 private:
  std::vector<Words> items_;
  Words words_;
};

}  // namespace

std::vector<Page::Element> as_typed(const std::string& text) {
  Typed typed;
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    typed.take(trimmed(rest.substr(0, end)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  typed.flush();
  return std::move(typed.made);
}

}  // namespace pricetalk
