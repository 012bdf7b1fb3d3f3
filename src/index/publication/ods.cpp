#include <algorithm>
#include <set>

#include "calendar/digits.hpp"
#include "document/words.hpp"
#include "index/publication/spreadsheet.hpp"
#include "index/publication/stored_number.hpp"
#include "index/publication/typed_period.hpp"
#include "index/publication/xml_names.hpp"
#include "pricetalk/calendar/date.hpp"

/// Workbooks of LibreOffice (OpenDocument): each cell says what it is, its value and how it is
/// shown. Rows and cells that repeat stand once, with their number.
namespace pricetalk::publication {

namespace {

/// The decimals that a number is shown with: 2 for `103,30`. A group of thousands is not taken for
/// them, for then the digits do not add up.
std::size_t shown_decimals(std::string_view shown, const std::string& number) {
  const auto mark = shown.find_last_of(".,");
  if (mark == std::string_view::npos || !document::all_digits(shown.substr(mark + 1))) return 0;
  const std::size_t decimals = shown.size() - mark - 1;
  const auto digits =
      static_cast<std::size_t>(std::count_if(shown.begin(), shown.end(), document::is_digit));
  const std::string whole = number.substr(number.starts_with('-') ? 1 : 0);
  return std::min(whole.find('.'), whole.size()) + decimals == digits ? decimals : 0;
}

class OdsReader {
 public:
  explicit OdsReader(WorkbookProblems& problems) : problems_(problems) {}

  std::optional<std::vector<Sheet>> read(const pugi::xml_node& root) {
    std::vector<Sheet> made;
    find_hidden_styles(child(root, "automatic-styles"));
    for (const pugi::xml_node& table : child(child(root, "body"), "spreadsheet").children()) {
      if (local_name(table) != "table") continue;
      Sheet sheet;
      sheet.name = attribute(table, "name");
      sheet.hidden = hidden_styles_.contains(std::string(attribute(table, "style-name")));
      row_ = 1;
      if (!sheet.hidden && !read_rows(table, sheet)) return std::nullopt;
      made.push_back(std::move(sheet));
    }
    return made;
  }

 private:
  /// No program nests groups, or marks inside a text, deeper.
  static constexpr int deepest = 16;

  /// A sheet is hidden by its style.
  void find_hidden_styles(const pugi::xml_node& styles) {
    for (const pugi::xml_node& style : styles.children())
      if (attribute(child(style, "table-properties"), "display") == "false")
        hidden_styles_.insert(std::string(attribute(style, "name")));
  }

  static bool is_hidden(const pugi::xml_node& node) {
    const std::string_view visibility = attribute(node, "visibility");
    return visibility == "collapse" || visibility == "filter";
  }

  /// Columns that are hidden by the dozen lie behind the table.
  static void note_columns(const pugi::xml_node& node, Sheet& sheet, std::uint32_t& column) {
    constexpr std::uint32_t most = 16;
    const std::uint32_t count = repeated(node, "number-columns-repeated");
    for (std::uint32_t i = 0; is_hidden(node) && i < std::min(count, most); ++i)
      sheet.hidden_columns.push_back(column_name(column + i));
    column += std::min(count, last_column);
  }

  /// Headings and groups hold rows as well.
  bool read_rows(const pugi::xml_node& node, Sheet& sheet, int depth = 0) {
    if (depth == deepest) return true;
    std::uint32_t column = 0;
    for (const pugi::xml_node& each : node.children()) {
      const std::string_view name = local_name(each);
      if (name == "table-column") {
        note_columns(each, sheet, column);
      } else if (name == "table-row") {
        if (!read_row(each, sheet)) return false;
      } else if (name == "table-header-rows" || name == "table-row-group" || name == "table-rows") {
        if (!read_rows(each, sheet, depth + 1)) return false;
      }
    }
    return true;
  }

  static std::uint32_t repeated(const pugi::xml_node& node, std::string_view name) {
    const auto count = digits::read(attribute(node, name));
    return count && *count > 0 ? static_cast<std::uint32_t>(*count) : 1;
  }

  bool read_row(const pugi::xml_node& node, Sheet& sheet) {
    SheetRow made;
    made.hidden = is_hidden(node);
    std::uint32_t column = 0;
    for (const pugi::xml_node& each : node.children()) {
      const std::string_view kind = local_name(each);
      if (kind != "table-cell" && kind != "covered-table-cell") continue;
      const std::uint32_t count = repeated(each, "number-columns-repeated");
      SheetCell cell;
      if (kind == "table-cell" && !read_cell(each, column, cell, sheet)) return false;
      note_merge(each, column, sheet);
      for (std::uint32_t i = 0; !cell.text.empty() && i < count && column + i <= last_column; ++i) {
        cell.column = column + i;
        made.cells.push_back(cell);
      }
      column = std::min(column + std::min(count, last_column), last_column + 1);
    }
    const std::uint32_t count = repeated(node, "number-rows-repeated");
    for (std::uint32_t i = 0; !made.cells.empty() && i < count; ++i) {
      made.number = row_ + i;
      cells_ += made.cells.size();
      sheet.rows.push_back(made);
      if (sheet.rows.size() > most_rows || cells_ > most_sheet_cells) {
        problems_.too_large(sheet.name);
        return false;
      }
    }
    row_ = std::min(row_ + std::min(count, last_row), last_row + 1);
    return true;
  }

  void note_merge(const pugi::xml_node& node, std::uint32_t column, Sheet& sheet) const {
    const std::uint32_t rows = repeated(node, "number-rows-spanned");
    const std::uint32_t columns = repeated(node, "number-columns-spanned");
    if (rows == 1 && columns == 1) return;
    const std::uint32_t last = row_ + std::min(rows, last_row) - 1;
    sheet.merged.push_back({row_, last,
                            cell_name(column, row_) + ":" +
                                cell_name(column + std::min(columns, last_column) - 1, last)});
  }

  static void append_text(const pugi::xml_node& node, std::string& into, int depth = 0) {
    if (depth == deepest) return;
    for (const pugi::xml_node& each : node.children()) {
      if (each.type() == pugi::node_pcdata || each.type() == pugi::node_cdata)
        into += each.value();
      else if (local_name(each) == "s" || local_name(each) == "tab")
        into += ' ';
      else if (local_name(each) != "annotation")
        append_text(each, into, depth + 1);
    }
  }
  static std::string shown_text(const pugi::xml_node& node) {
    std::string text;
    for (const pugi::xml_node& each : node.children()) {
      if (local_name(each) != "p") continue;
      if (!text.empty()) text += ' ';
      append_text(each, text);
    }
    return text;
  }

  bool read_cell(const pugi::xml_node& node, std::uint32_t column, SheetCell& cell,
                 const Sheet& sheet) {
    const std::string_view type = attribute(node, "value-type");
    const std::string shown = shown_text(node);
    if (type.empty() && shown.empty() && !attribute(node, "formula").empty()) {
      return problems_.formula(sheet.name, cell_name(column, row_));
    }
    cell.text = shown;
    if (type == "date") {
      take_day(attribute(node, "date-value"), cell);
    } else if (type == "float" || type == "currency" || type == "percentage") {
      const auto number = stored_number(attribute(node, "value"));
      if (!number) return true;
      cell.number = type != "percentage";
      const std::size_t decimals = shown_decimals(shown, *number);
      cell.text = cell.number ? padded_number(*number, decimals) : percentage(*number);
      if (cell.number && decimals > 0)
        cell.shown_decimals = decimals_left_unshown(*number, decimals);
    }
    return true;
  }

  /// A day that is shown as `jan-25` is the month.
  static void take_day(std::string_view stored, SheetCell& cell) {
    const auto shown = typed_period(cell.text);
    if (shown)
      cell.text = shown->text();
    else if (const auto day = Date::parse(stored.substr(0, 10)))
      cell.text = day->text();
  }

  WorkbookProblems& problems_;
  std::set<std::string> hidden_styles_;
  std::uint32_t row_ = 1;
  std::size_t cells_ = 0;
};

}  // namespace

std::optional<std::vector<Sheet>> read_ods(ZipArchive& archive, WorkbookProblems& problems) {
  const std::string part = "content.xml";
  ZipArchive::Problem problem = ZipArchive::Problem::damaged;
  const auto text = archive.read(part, problem);
  pugi::xml_document document;
  if (!text || !document.load_buffer(text->data(), text->size(),
                                     pugi::parse_default | pugi::parse_ws_pcdata_single)) {
    problems.part(part, problem);
    return std::nullopt;
  }
  return OdsReader(problems).read(document.document_element());
}

}  // namespace pricetalk::publication
