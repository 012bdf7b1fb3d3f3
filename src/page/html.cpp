#include <cctype>

#include "page/column_widths.hpp"
#include "page/html_style.hpp"
#include "page/other_forms.hpp"
#include "pricetalk/page/page.hpp"

namespace pricetalk {

std::string html_escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string anchor_of(const std::string& text) {
  static constexpr const char* hex = "0123456789abcdef";
  std::string made;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || c == '-') {
      made += c;
    } else if (c == '/') {
      made += '.';
    } else {
      made += '_';
      made += hex[byte >> 4U];
      made += hex[byte & 0xFU];
    }
  }
  return made;
}

namespace {

/// A currency sign and its amount stay on one line.
std::string with_amounts_whole(std::string text) {
  const std::string sign = "€ ";
  for (auto at = text.find(sign); at != std::string::npos; at = text.find(sign, at + 1)) {
    const auto next = at + sign.size();
    if (next < text.size() && std::isdigit(static_cast<unsigned char>(text[next])) != 0)
      text.replace(next - 1, 1, "\u00a0");
  }
  return text;
}

std::string html_words(const Words& words) {
  std::string out;
  for (const Words::Run& run : words.runs()) {
    const std::string text = with_amounts_whole(html_escaped(run.text));
    switch (run.kind) {
      case Words::Run::Kind::plain:
        out += text;
        break;
      case Words::Run::Kind::strong:
        out += "<strong>" + text + "</strong>";
        break;
      case Words::Run::Kind::code:
        out += "<code>" + text + "</code>";
        break;
      case Words::Run::Kind::link:
        out += "<a href=\"#" + html_escaped(run.anchor) + "\">" + text + "</a>";
        break;
      case Words::Run::Kind::file:
        out += "<a href=\"" + html_escaped(run.anchor) + "\">" + text + "</a>";
        break;
      case Words::Run::Kind::line_break:
        out += "<br>\n";
        break;
    }
  }
  return out;
}

std::string id_of(const std::string& anchor) {
  return anchor.empty() ? "" : " id=\"" + html_escaped(anchor) + "\"";
}

class HtmlWriter {
 public:
  HtmlWriter() = default;
  /// For a program that knows no style sheets: cells and columns say themselves how they look.
  static HtmlWriter for_office() {
    HtmlWriter made;
    made.office_ = true;
    made.right_ = " style=\"text-align: right\"";
    return made;
  }

  void operator()(const Page::Heading& heading) {
    if (heading.level == 2 || new_sheet_) section();
    const std::string tag = "h" + std::to_string(heading.level);
    out_ +=
        "<" + tag + id_of(heading.anchor) + ">" + html_words(heading.words) + "</" + tag + ">\n";
  }
  void operator()(const Page::Text& text) {
    out_ += "<p" + id_of(text.anchor) + ">" + html_words(text.words) + "</p>\n";
  }
  void operator()(const Page::Items& list) {
    out_ += list.boxes ? "<ul class=\"boxes\">\n" : "<ul>\n";
    for (const Words& item : list.items) out_ += "<li>" + html_words(item) + "</li>\n";
    out_ += "</ul>\n";
  }
  void operator()(const Page::Grid& grid) {
    out_ += "<table>" + (office_ ? office_columns(grid) : "") + "<thead><tr>";
    for (const Page::Column& column : grid.columns)
      out_ +=
          "<th" + (column.align == Page::Align::right ? right_ : "") +
          (column.width > 0 && !office_ ? " style=\"width:" + std::to_string(column.width) + "%\""
                                        : "") +
          ">" +
          (office_ ? "<strong>" + html_words(column.title) + "</strong>"
                   : html_words(column.title)) +
          "</th>";
    out_ += "</tr></thead>\n<tbody>\n";
    for (const auto& cells : grid.rows) {
      out_ += "<tr>";
      for (std::size_t i = 0; i < cells.size(); ++i) cell(cells[i], grid.columns[i]);
      out_ += "</tr>\n";
    }
    out_ += "</tbody></table>\n";
  }
  void operator()(const Page::Chart& chart) {
    out_ += "<figure>" + chart.svg + "<figcaption>" + html_words(chart.caption) +
            "</figcaption></figure>\n";
  }
  void operator()(const Page::NewSheet& /*sheet*/) { new_sheet_ = true; }

  std::string text() {
    if (inside_) out_ += "</section>\n";
    return std::move(out_);
  }

 private:
  void section() {
    if (inside_) out_ += "</section>\n";
    out_ += new_sheet_ ? "<section class=\"new-sheet\">\n" : "<section>\n";
    new_sheet_ = false;
    inside_ = true;
  }

  void cell(const Page::Cell& cell, const Page::Column& column) {
    std::string kind;
    if (cell.mark == Page::Mark::wrong) kind = "wrong";
    if (cell.mark == Page::Mark::blush) kind = "blush";
    if (!kind.empty()) kind = " class=\"" + kind + "\"";
    if (kind.empty() && column.align == Page::Align::right) kind = right_;
    const std::string label = column.title.plain();
    out_ += "<td" + id_of(cell.anchor) + kind +
            (label.empty() ? "" : " data-label=\"" + html_escaped(label) + "\"") + ">";
    if (!cell.words.empty()) out_ += "<span>" + html_words(cell.words) + "</span>";
    out_ += "</td>";
  }

  bool office_ = false;
  std::string right_ = " class=\"n\"";
  std::string out_;
  bool inside_ = false;
  bool new_sheet_ = false;
};

std::string style_of(Page::Paper paper) {
  switch (paper) {
    case Page::Paper::document:
      return document_style;
    case Page::Paper::sheet:
      return sheet_style;
    case Page::Paper::letter:
      return letter_style;
    case Page::Paper::list:
      return std::string(sheet_style) + list_style;
  }
  return document_style;
}

}  // namespace

std::string as_office_html(const Page& page) {
  HtmlWriter writer = HtmlWriter::for_office();
  for (const Page::Element& element : page.elements) std::visit(writer, element);
  return "<!DOCTYPE html>\n<html>\n<body>\n" + writer.text() + "</body>\n</html>\n";
}

std::string as_html(const Page& page) {
  HtmlWriter writer;
  for (const Page::Element& element : page.elements) std::visit(writer, element);
  const std::string language = say(page.language, "en", "nl", "de", "fr");
  return "<!DOCTYPE html>\n<html lang=\"" + language +
         "\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
         html_escaped(page.name) + "</title>\n<style>" + common_style + style_of(page.paper) +
         "</style>\n</head>\n<body>\n" + writer.text() + "</body>\n</html>\n";
}

}  // namespace pricetalk
