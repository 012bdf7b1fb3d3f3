#include "invoice/sheets.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

#include "document/csv.hpp"
#include "index/publication/opened_files.hpp"
#include "index/publication/stored_number.hpp"
#include "invoice/cells.hpp"
#include "invoice/heading.hpp"

namespace pricetalk::invoices {

namespace {

using publication::Sheet;
using publication::SheetCell;
using publication::SheetRow;

/// A row with fewer cells is a title or a note, and tells nothing of how wide the table is.
constexpr std::size_t fewest_cells = 3;
constexpr std::size_t most_rows_above = 40;
constexpr std::size_t few_headings = 3;

std::size_t decimals_of(const std::string& number) {
  const auto point = number.find('.');
  return point == std::string::npos ? 0 : number.size() - point - 1;
}

/// The columns in which a number has decimals: 145 among amounts is 145.00.
std::set<std::uint32_t> columns_with_decimals(const Sheet& sheet) {
  std::set<std::uint32_t> made;
  for (const SheetRow& row : sheet.rows)
    for (const SheetCell& cell : row.cells)
      if (cell.number && decimals_of(cell.text) > 0) made.insert(cell.column);
  return made;
}

/// With three decimals a number gets a fourth, so that nobody takes its point for thousands.
std::string number_text(const SheetCell& cell, bool with_decimals) {
  constexpr std::size_t doubtful = 3;
  std::string text = with_decimals ? publication::padded_number(cell.text, 2) : cell.text;
  if (decimals_of(text) == doubtful) text += '0';
  return text;
}

/// A number that was typed as text with a comma before its decimals is written as stored ones are.
std::string typed_text(const std::string& typed) {
  if (cells::mark_evidence(typed).says == cells::MarkEvidence::Says::comma)
    if (const auto number = cells::number(typed, {',', '.'})) return number->text();
  std::string text = typed;
  for (char& c : text)
    if (c == '\n' || c == '\r' || c == sheet_separator) c = ' ';
  if (text.find('"') == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

/// The columns that the table fills: the first, and the one behind the last.
std::pair<std::uint32_t, std::uint32_t> width_of(const Sheet& sheet) {
  std::uint32_t first = publication::last_column;
  std::uint32_t end = 0;
  for (const SheetRow& row : sheet.rows) {
    if (row.cells.size() < fewest_cells) continue;
    first = std::min(first, row.cells.front().column);
    end = std::max(end, row.cells.back().column + 1);
  }
  return {first, end};
}

std::string table_text(const Sheet& sheet) {
  const auto [first, end] = width_of(sheet);
  const std::set<std::uint32_t> decimals = columns_with_decimals(sheet);
  std::string text;
  std::uint32_t line = 1;
  for (const SheetRow& row : sheet.rows) {
    for (; line < row.number; ++line) text += '\n';
    std::uint32_t column = first;
    for (const SheetCell& cell : row.cells) {
      for (; column < cell.column; ++column) text += sheet_separator;
      text +=
          cell.number ? number_text(cell, decimals.contains(cell.column)) : typed_text(cell.text);
    }
    for (; column + 1 < end; ++column) text += sheet_separator;
    text += '\n';
    ++line;
  }
  return text;
}

/// The most headings of invoice rows that one of the first rows has.
std::size_t headings_in(const SourcePtr& text) {
  Diagnostics unused;
  csv::RowReader rows(*text, {sheet_separator, "A0102"}, unused);
  csv::Row row;
  std::size_t most = 0;
  for (std::size_t i = 0; i < most_rows_above && rows.next(row); ++i)
    most = std::max(most, known_headings(row));
  return most;
}

}  // namespace

bool may_be_workbook(std::string_view beginning) { return publication::may_be_workbook(beginning); }

InvoiceSheets invoice_sheets(const SourcePtr& workbook, Diagnostics& diagnostics) {
  InvoiceSheets made;
  Diagnostics found;
  const auto sheets = publication::opened_sheets(workbook, found);
  diagnostics.append(found);
  if (!sheets && found.empty()) made.texts.push_back(workbook);
  if (!sheets) return made;
  SourcePtr nearest;
  std::size_t most = 0;
  for (const Sheet& sheet : *sheets) {
    const std::string name = workbook->name() + ", " + sheet.name;
    if (sheet.hidden) made.left_out.push_back(name);
    if (sheet.rows.empty()) continue;
    const auto text = std::make_shared<const SourceText>(name, table_text(sheet));
    const std::size_t known = headings_in(text);
    if (nearest == nullptr || known > most) nearest = text;
    most = std::max(most, known);
    if (known >= few_headings)
      made.texts.push_back(text);
    else
      made.left_out.push_back(name);
  }
  if (!made.texts.empty()) return made;
  made.left_out.clear();
  if (nearest == nullptr)
    nearest = std::make_shared<const SourceText>(workbook->name(), std::string());
  made.texts.push_back(std::move(nearest));
  return made;
}

}  // namespace pricetalk::invoices
