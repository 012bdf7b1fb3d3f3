#include <algorithm>

#include "pricetalk/report/page.hpp"

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

namespace {

/// A currency sign and its amount stay on one line.
std::string with_amounts_whole(std::string text) {
  const std::string sign = "€ ";
  for (auto at = text.find(sign); at != std::string::npos; at = text.find(sign, at + 1)) {
    const auto next = at + sign.size();
    if (next < text.size() && text[next] >= '0' && text[next] <= '9')
      text.replace(next - 1, 1, "\u00a0");
  }
  return text;
}

/// Escapes, then turns `**bold**` into strong. The words FOUT and WRONG in bold get their colour.
std::string inline_html(const std::string& text) {
  std::string escaped = with_amounts_whole(html_escaped(text));
  std::string out;
  bool bold = false;
  for (std::size_t i = 0; i < escaped.size();) {
    if (escaped.compare(i, 2, "**") == 0) {
      out += bold ? "</strong>" : "<strong>";
      bold = !bold;
      i += 2;
    } else {
      out += escaped[i++];
    }
  }
  return bold ? out + "</strong>" : out;
}

std::string cell_class(const std::string& cell, Table::Align align) {
  if (cell == "FOUT" || cell == "WRONG") return " class=\"wrong\"";
  if (cell == "GÊNANT" || cell == "BLUSH") return " class=\"blush\"";
  return align == Table::Align::right ? " class=\"n\"" : "";
}

std::string table_html(const Table& table) {
  const bool findings =
      std::any_of(table.rows.begin(), table.rows.end(), [](const std::vector<std::string>& cells) {
        return !cells.empty() && !cell_class(cells[0], Table::Align::left).empty();
      });
  std::string out =
      std::string("<table") + (findings ? " class=\"findings\"" : "") + "><thead><tr>";
  for (const Table::Column& column : table.columns)
    out += "<th" + std::string(column.align == Table::Align::right ? " class=\"n\"" : "") + ">" +
           inline_html(column.title) + "</th>";
  out += "</tr></thead>\n<tbody>\n";
  for (const auto& cells : table.rows) {
    out += "<tr>";
    for (std::size_t i = 0; i < cells.size(); ++i)
      out += "<td" + cell_class(cells[i], table.columns[i].align) + ">" + inline_html(cells[i]) +
             "</td>";
    out += "</tr>\n";
  }
  return out + "</tbody></table>\n";
}

struct HtmlWriter {
  std::string& out;
  void operator()(const Page::Text& text) const {
    out += "<p>" + inline_html(text.text) + "</p>\n";
  }
  void operator()(const Page::Items& list) const {
    out += list.boxes ? "<ul class=\"boxes\">\n" : "<ul>\n";
    for (const std::string& item : list.items) out += "<li>" + inline_html(item) + "</li>\n";
    out += "</ul>\n";
  }
  void operator()(const Table& table) const { out += table_html(table); }
  void operator()(const Page::Chart& chart) const {
    out += "<figure>" + chart.svg + "<figcaption>" + inline_html(chart.caption) +
           "</figcaption></figure>\n";
  }
};

constexpr const char* common_style = R"(
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; color: #1b1f24; background: #fff; font-family: "Source Sans 3", "Segoe UI", "Liberation Sans", Arial, sans-serif; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-weight: 600; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
figure { margin: 0; }
svg { display: block; width: 100%; height: auto; }
)";

constexpr const char* sheet_style = R"(
@page { size: A4; margin: 8mm 11mm; }
body { font-size: 8pt; line-height: 1.2; max-width: 188mm; padding: 4mm; }
h1 { font-size: 14pt; margin: 0 0 .5mm; }
h2 { font-size: 9pt; margin: 1.5mm 0 .4mm; padding-top: .6mm; border-top: .25mm solid #b9c2cc; color: #14406b; }
p { margin: .5mm 0; }
.head p { margin: 0; }
th { color: #4d5864; font-size: 7.4pt; }
th, td { padding: .25mm 1mm .25mm 0; vertical-align: top; border-bottom: .15mm solid #e3e7eb; }
td + td, th + th { padding-left: 1.6mm; }
ul { margin: .5mm 0; padding-left: 4mm; }
ul.boxes { list-style: none; padding-left: 0; columns: 2; column-gap: 6mm; }
ul.boxes li { break-inside: avoid; padding-left: 4.2mm; text-indent: -4.2mm; }
ul.boxes li::before { content: "☐ "; }
figcaption { font-size: 7.2pt; color: #4d5864; }
.wrong { color: #fff; background: #b3261e; font-weight: 700; text-align: center; white-space: nowrap; }
.blush { color: #5b3a00; background: #ffd98a; font-weight: 700; text-align: center; white-space: nowrap; }
.findings td:nth-child(2) { width: 29%; }
.findings td:nth-child(3) { width: 12%; }
.findings td:nth-child(4) { width: 15%; }
@media print { body { padding: 0; max-width: none; } .wrong, .blush { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
)";

constexpr const char* document_style = R"(
@page { size: A4; margin: 18mm 16mm; }
body { font-size: 10pt; line-height: 1.4; max-width: 190mm; padding: 8mm; }
h1 { font-size: 16pt; margin: 0 0 3mm; }
h2 { font-size: 12pt; margin: 6mm 0 2mm; color: #14406b; break-after: avoid; }
th, td { padding: .8mm 2mm; vertical-align: top; border-bottom: .2mm solid #dde2e7; font-size: 8.6pt; overflow-wrap: anywhere; }
td.n, th.n { overflow-wrap: normal; }
tr { break-inside: avoid; }
)";

constexpr const char* letter_style = R"(
@page { size: A4; margin: 15mm 23mm 12mm; }
body { font-size: 9.6pt; line-height: 1.32; max-width: 168mm; padding: 6mm; }
@media print { body { padding: 0; max-width: none; } }
p { margin: 0 0 1.9mm; }
h1 { font-size: 13pt; margin: 0 0 3mm; }
h2, h3 { font-size: 11pt; margin: 4mm 0 1mm; break-after: avoid; }
ul { margin: 0 0 1.9mm; padding-left: 5mm; }
table { width: auto; margin: 0 0 2mm; }
th, td { padding: .3mm 4mm .3mm 0; border-bottom: .2mm solid #dde2e7; vertical-align: top; }
)";

std::string shell(const std::string& title, Language language, const char* style,
                  const std::string& body) {
  const std::string lang = language == Language::nl ? "nl" : "en";
  return "<!DOCTYPE html>\n<html lang=\"" + lang +
         "\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
         html_escaped(title) + "</title>\n<style>" + common_style + style +
         "</style>\n</head>\n<body>\n" + body + "</body>\n</html>\n";
}

}  // namespace

std::string as_html(const Page& page) {
  std::string body = "<h1>" + inline_html(page.title) + "</h1>\n<div class=\"head\">\n";
  for (const std::string& line : page.head) body += "<p>" + inline_html(line) + "</p>\n";
  body += "</div>\n";
  for (const Page::Block& block : page.blocks) {
    body += "<section>\n";
    if (!block.title.empty()) body += "<h2>" + inline_html(block.title) + "</h2>\n";
    for (const Page::Element& element : block.elements) std::visit(HtmlWriter{body}, element);
    body += "</section>\n";
  }
  return shell(page.title, page.language, page.one_sheet ? sheet_style : document_style, body);
}

namespace {

/// Reads the small Markdown of our own letters, paragraph by paragraph.
class LetterMarkdown {
 public:
  explicit LetterMarkdown(const std::string& markdown) {
    std::string line;
    for (const char c : markdown + "\n") {
      if (c != '\n') {
        line += c;
        continue;
      }
      take(line);
      line.clear();
    }
    flush();
  }
  std::string html;

 private:
  enum class Kind { none, paragraph, list, table };

  void take(const std::string& line) {
    if (line.empty()) return flush();
    if (line.starts_with("#")) {
      flush();
      const std::size_t level = std::min<std::size_t>(line.find_first_not_of('#'), 3);
      const std::string tag = "h" + std::to_string(level);
      html += "<" + tag + ">" + inline_html(line.substr(line.find_first_not_of("# "))) + "</" +
              tag + ">\n";
      return;
    }
    const Kind kind = line.starts_with("- ")  ? Kind::list
                      : line.starts_with("|") ? Kind::table
                                              : Kind::paragraph;
    if (kind != kind_ && !(kind_ == Kind::list && line.starts_with("  "))) flush();
    if (kind_ == Kind::none) kind_ = kind;
    lines_.push_back(line);
  }

  void flush() {
    if (kind_ == Kind::paragraph) {
      html += "<p>";
      for (std::size_t i = 0; i < lines_.size(); ++i) {
        std::string line = lines_[i];
        while (line.ends_with(' ') || line.ends_with('\\')) line.pop_back();
        html += (i == 0 ? "" : "<br>\n") + inline_html(line);
      }
      html += "</p>\n";
    } else if (kind_ == Kind::list) {
      html += "<ul>\n";
      for (const std::string& line : lines_)
        html += "<li>" + inline_html(line.starts_with("- ") ? line.substr(2) : line) + "</li>\n";
      html += "</ul>\n";
    } else if (kind_ == Kind::table) {
      html += table_html(table());
    }
    kind_ = Kind::none;
    lines_.clear();
  }

  static std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> found;
    std::string cell;
    for (std::size_t i = 1; i < line.size(); ++i) {
      if (line[i] == '\\' && i + 1 < line.size() && line[i + 1] == '|') {
        cell += line[++i];
      } else if (line[i] == '|') {
        const std::size_t from = std::min(cell.find_first_not_of(' '), cell.size());
        cell = cell.substr(from);
        while (cell.ends_with(' ')) cell.pop_back();
        found.push_back(cell);
        cell.clear();
      } else {
        cell += line[i];
      }
    }
    return found;
  }

  Table table() const {
    Table made;
    for (const std::string& title : cells(lines_.front()))
      made.columns.push_back({title, Table::Align::left});
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      std::vector<std::string> row = cells(lines_[i]);
      row.resize(made.columns.size());
      const bool rule = lines_[i].find_first_not_of("|-: ") == std::string::npos;
      for (std::size_t c = 0; rule && c < row.size(); ++c)
        if (row[c].ends_with(':')) made.columns[c].align = Table::Align::right;
      if (!rule) made.rows.push_back(std::move(row));
    }
    return made;
  }

  Kind kind_ = Kind::none;
  std::vector<std::string> lines_;
};

}  // namespace

std::string letter_html(const std::string& markdown, const std::string& title, Language language) {
  return shell(title, language, letter_style, LetterMarkdown(markdown).html);
}

}  // namespace pricetalk
