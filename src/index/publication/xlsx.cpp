#include <algorithm>
#include <array>
#include <map>

#include "calendar/digits.hpp"
#include "document/words.hpp"
#include "index/publication/spreadsheet.hpp"
#include "index/publication/stored_number.hpp"
#include "index/publication/xml_names.hpp"
#include "pricetalk/calendar/date.hpp"

/// Workbooks of Excel since 2007 (ECMA-376): XML in a ZIP archive. Texts stand once, in a list of
/// their own; numbers and days look alike until the style of their cell says which it is.
namespace pricetalk::publication {

namespace {

/// How a style shows a number.
struct CellStyle {
  enum class Kind : std::uint8_t { number, percent, day, month, year };
  Kind kind = Kind::number;
  std::size_t decimals = 0;
  bool fixed = false;  ///< the format says how many decimals are shown
};

/// A format without what stands in quotes or brackets or behind a backslash; its first part.
std::string plain_format(std::string_view code) {
  std::string made;
  for (std::size_t at = 0; at < code.size() && code[at] != ';'; ++at) {
    if (code[at] == '"') {
      at = std::min(code.find('"', at + 1), code.size());
    } else if (code[at] == '[') {
      at = std::min(code.find(']', at + 1), code.size());
    } else if (code[at] == '\\' || code[at] == '_' || code[at] == '*') {
      ++at;
    } else {
      made += code[at];
    }
  }
  return document::lower(made);
}

CellStyle style_of_format(std::string_view code) {
  const std::string format = plain_format(code);
  CellStyle made;
  if (format == "general" || format == "standard" || format == "@") return made;
  const auto holds = [&](char c) { return format.find(c) != std::string::npos; };
  if (holds('y') || holds('d')) {
    made.kind = holds('d')   ? CellStyle::Kind::day
                : holds('m') ? CellStyle::Kind::month
                             : CellStyle::Kind::year;
    return made;
  }
  if (holds('%')) made.kind = CellStyle::Kind::percent;
  const auto point = format.find('.');
  if (point != std::string::npos)
    while (point + 1 + made.decimals < format.size() && format[point + 1 + made.decimals] == '0')
      ++made.decimals;
  // A `#` shows a decimal where there is one; `E` and `/` show no decimals of the number itself.
  const bool open_end =
      point != std::string::npos && format.find_first_of("#?", point) != std::string::npos;
  made.fixed = holds('0') && !open_end && !holds('e') && !holds('/');
  return made;
}

/// The formats that have a number and no text of their own.
CellStyle built_in_style(int id) {
  if (id == 17) return {CellStyle::Kind::month};
  if ((id >= 14 && id <= 16) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
    return {CellStyle::Kind::day};
  if (id == 1 || id == 3 || id == 37 || id == 38) return {CellStyle::Kind::number, 0, true};
  if (id == 2 || id == 4 || id == 39 || id == 40) return {CellStyle::Kind::number, 2, true};
  if (id == 9) return {CellStyle::Kind::percent, 0, true};
  if (id == 10) return {CellStyle::Kind::percent, 2, true};
  return {};
}

/// A column and a row out of "B7"; the row 0 where only letters stand.
struct Place {
  std::uint32_t column = 0;
  std::uint32_t row = 0;
};
std::optional<Place> place_of(std::string_view name) {
  Place made;
  std::size_t at = 0;
  while (at < name.size() && name[at] >= 'A' && name[at] <= 'Z' && at < 3)
    made.column = made.column * 26 + static_cast<std::uint32_t>(name[at++] - 'A' + 1);
  const auto row = digits::read(name.substr(at));
  if (at == 0 || !row || *row < 1 || static_cast<std::uint32_t>(*row) > last_row ||
      made.column > last_column + 1)
    return std::nullopt;
  --made.column;
  made.row = static_cast<std::uint32_t>(*row);
  return made;
}

std::optional<int> number_in(const pugi::xml_node& node, std::string_view name) {
  return digits::read(attribute(node, name));
}

class XlsxReader {
 public:
  XlsxReader(ZipArchive& archive, WorkbookProblems& problems)
      : archive_(archive), problems_(problems) {}

  std::optional<std::vector<Sheet>> read() {
    pugi::xml_document workbook;
    if (!load("xl/workbook.xml", workbook) || !read_targets() || !read_texts() || !read_styles())
      return std::nullopt;
    const pugi::xml_node root = workbook.document_element();
    const std::string_view early = attribute(child(root, "workbookPr"), "date1904");
    from_1904_ = early == "1" || early == "true";
    std::vector<Sheet> made;
    for (const pugi::xml_node& each : child(root, "sheets").children()) {
      const std::string_view state = attribute(each, "state");
      const auto target = targets_.find(std::string(attribute(each, "id")));
      // A chart is a sheet as well, and holds no cells.
      if (target == targets_.end() || target->second.find("worksheets/") == std::string::npos)
        continue;
      Sheet sheet;
      sheet.name = attribute(each, "name");
      sheet.hidden = state == "hidden" || state == "veryHidden";
      if (!sheet.hidden && !read_sheet(target->second, sheet)) return std::nullopt;
      made.push_back(std::move(sheet));
    }
    return made;
  }

 private:
  bool load(const std::string& part, pugi::xml_document& into) {
    ZipArchive::Problem problem = ZipArchive::Problem::damaged;
    const auto text = archive_.read(part, problem);
    if (text && into.load_buffer(text->data(), text->size(),
                                 pugi::parse_default | pugi::parse_ws_pcdata_single))
      return true;
    problems_.part(part, problem);
    return false;
  }

  bool read_targets() {
    pugi::xml_document relations;
    if (!load("xl/_rels/workbook.xml.rels", relations)) return false;
    for (const pugi::xml_node& each : relations.document_element().children()) {
      const std::string target(attribute(each, "Target"));
      targets_[std::string(attribute(each, "Id"))] =
          target.starts_with('/') ? target.substr(1) : "xl/" + target;
    }
    return true;
  }

  /// The text of a node and of what lies in it, without the reading aids of Japanese.
  static void append_text(const pugi::xml_node& node, std::string& into, int depth = 0) {
    constexpr int deepest = 8;
    if (depth == deepest) return;
    for (const pugi::xml_node& each : node.children()) {
      if (local_name(each) == "rPh") continue;
      if (local_name(each) == "t") into += each.child_value();
      append_text(each, into, depth + 1);
    }
  }
  bool read_texts() {
    const std::string part = "xl/sharedStrings.xml";
    if (!archive_.has(part)) return true;
    pugi::xml_document document;
    if (!load(part, document)) return false;
    for (const pugi::xml_node& each : document.document_element().children()) {
      texts_.emplace_back();
      append_text(each, texts_.back());
    }
    return true;
  }

  bool read_styles() {
    const std::string part = "xl/styles.xml";
    if (!archive_.has(part)) return true;
    pugi::xml_document document;
    if (!load(part, document)) return false;
    std::map<int, CellStyle> own;
    for (const pugi::xml_node& each : child(document.document_element(), "numFmts").children())
      if (const auto id = number_in(each, "numFmtId"))
        own[*id] = style_of_format(attribute(each, "formatCode"));
    for (const pugi::xml_node& each : child(document.document_element(), "cellXfs").children()) {
      const int id = number_in(each, "numFmtId").value_or(0);
      const auto found = own.find(id);
      styles_.push_back(found == own.end() ? built_in_style(id) : found->second);
    }
    return true;
  }

  bool read_sheet(const std::string& part, Sheet& sheet) {
    pugi::xml_document document;
    if (!load(part, document)) return false;
    const pugi::xml_node root = document.document_element();
    for (const pugi::xml_node& each : child(root, "mergeCells").children())
      read_merge(attribute(each, "ref"), sheet);
    for (const pugi::xml_node& each : child(root, "cols").children())
      if (is_hidden(each)) note_hidden(each, sheet);
    std::uint32_t number = 0;
    for (const pugi::xml_node& row : child(root, "sheetData").children()) {
      const auto stated = number_in(row, "r");
      number = stated ? static_cast<std::uint32_t>(*stated) : number + 1;
      if (!read_row(row, number, sheet)) return false;
      if (sheet.rows.size() > most_rows || cells_ > most_sheet_cells) {
        problems_.too_large(sheet.name);
        return false;
      }
    }
    return true;
  }

  static bool is_hidden(const pugi::xml_node& node) {
    const std::string_view hidden = attribute(node, "hidden");
    return hidden == "1" || hidden == "true";
  }
  /// Columns that are hidden by the dozen lie behind the table.
  static void note_hidden(const pugi::xml_node& columns, Sheet& sheet) {
    constexpr int most = 16;
    const int first = number_in(columns, "min").value_or(1);
    const int last = number_in(columns, "max").value_or(first);
    for (int i = first; i <= last && i < first + most && i >= 1; ++i)
      sheet.hidden_columns.push_back(column_name(static_cast<std::uint32_t>(i - 1)));
  }

  static void read_merge(std::string_view range, Sheet& sheet) {
    const auto colon = range.find(':');
    if (colon == std::string_view::npos) return;
    const auto from = place_of(range.substr(0, colon));
    const auto to = place_of(range.substr(colon + 1));
    if (from && to) sheet.merged.push_back({from->row, to->row, std::string(range)});
  }

  bool read_row(const pugi::xml_node& row, std::uint32_t number, Sheet& sheet) {
    SheetRow made;
    made.number = number;
    made.hidden = is_hidden(row);
    std::uint32_t column = 0;
    for (const pugi::xml_node& each : row.children()) {
      if (local_name(each) != "c") continue;
      if (const auto place = place_of(attribute(each, "r"))) column = place->column;
      SheetCell cell;
      cell.column = column++;
      if (!read_cell(each, number, cell, sheet)) return false;
      if (!cell.text.empty()) made.cells.push_back(std::move(cell));
    }
    if (number == 0 || number > last_row || made.cells.empty()) return true;
    // Rows and cells stand in order; where they do not, the sheet was put together by hand.
    std::stable_sort(made.cells.begin(), made.cells.end(),
                     [](const auto& a, const auto& b) { return a.column < b.column; });
    if (!sheet.rows.empty() && sheet.rows.back().number >= number) {
      problems_.cell(
          sheet.name, std::to_string(number),
          {"the rows do not stand in order", "de rijen staan niet op volgorde"},
          {"open the workbook and save it again", "open de werkmap en bewaar haar opnieuw"});
      return false;
    }
    cells_ += made.cells.size();
    sheet.rows.push_back(std::move(made));
    return true;
  }

  bool read_cell(const pugi::xml_node& node, std::uint32_t row, SheetCell& cell,
                 const Sheet& sheet) {
    const std::string_view type = attribute(node, "t");
    const pugi::xml_node value = child(node, "v");
    if (type == "inlineStr") {
      append_text(child(node, "is"), cell.text);
      return true;
    }
    if (!value && child(node, "f")) {
      return problems_.formula(sheet.name, cell_name(cell.column, row));
    }
    const std::string_view text = value.child_value();
    if (type == "s") {
      const auto at = digits::read(text);
      if (at && static_cast<std::size_t>(*at) < texts_.size())
        cell.text = texts_[static_cast<std::size_t>(*at)];
      return true;
    }
    cell.text = text;
    if (!type.empty() && type != "n") return true;
    const auto number = stored_number(text);
    if (number) show(*number, style_of(node), cell);
    return true;
  }

  CellStyle style_of(const pugi::xml_node& node) const {
    const auto at = static_cast<std::size_t>(number_in(node, "s").value_or(0));
    return at < styles_.size() ? styles_[at] : CellStyle();
  }

  void show(const std::string& number, const CellStyle& style, SheetCell& cell) const {
    switch (style.kind) {
      case CellStyle::Kind::number:
        cell.text = padded_number(number, style.decimals);
        cell.number = true;
        if (style.fixed) cell.shown_decimals = decimals_left_unshown(number, style.decimals);
        return;
      case CellStyle::Kind::percent:
        cell.text = percentage(number, style.decimals);
        if (style.fixed)
          cell.shown_decimals =
              decimals_left_unshown(cell.text.substr(0, cell.text.size() - 1), style.decimals);
        return;
      default:
        break;
    }
    const auto day = day_of_serial(number);
    cell.text = !day                                   ? number
                : style.kind == CellStyle::Kind::day   ? day->text()
                : style.kind == CellStyle::Kind::month ? day->text().substr(0, 7)
                                                       : day->text().substr(0, 4);
  }

  /// Days are counted from the last of 1899, or from 1904. The first kind has a 29 February 1900.
  std::optional<Date> day_of_serial(const std::string& number) const {
    const auto count = digits::read(number.substr(0, number.find('.')));
    constexpr int day_9999 = 2'958'465;
    constexpr int false_leap_day = 60;
    if (!count || *count > day_9999) return std::nullopt;
    if (from_1904_) return Date::parse("1904-01-01")->plus_days(*count);
    return Date::parse(*count < false_leap_day ? "1899-12-31" : "1899-12-30")->plus_days(*count);
  }

  ZipArchive& archive_;
  WorkbookProblems& problems_;
  std::map<std::string, std::string> targets_;
  std::vector<std::string> texts_;
  std::vector<CellStyle> styles_;
  bool from_1904_ = false;
  std::size_t cells_ = 0;
};

}  // namespace

std::optional<std::vector<Sheet>> read_xlsx(ZipArchive& archive, WorkbookProblems& problems) {
  return XlsxReader(archive, problems).read();
}

}  // namespace pricetalk::publication
