#include "index/publication/spreadsheet.hpp"

#include <algorithm>

namespace pricetalk::publication {

std::string column_name(std::uint32_t column) {
  std::string letters;
  for (std::uint32_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return letters;
}

std::string cell_name(std::uint32_t column, std::uint32_t row) {
  return column_name(column) + std::to_string(row);
}

void WorkbookProblems::add(const char* code, const Phrase& title, Phrase hint) {
  const std::string name = "'" + file_ + "': ";
  diagnostics_.error(code, {}, {name + title.en, name + title.nl}, std::move(hint));
}

void WorkbookProblems::part(const std::string& part, ZipArchive::Problem problem) {
  const std::string shown = "'" + part + "' ";
  const std::string most = std::to_string(ZipArchive::largest_file / 1'000'000) + " MB";
  switch (problem) {
    case ZipArchive::Problem::encrypted:
      return refused({"needs a password", "is met een wachtwoord beveiligd"},
                     {"save it without a password", "bewaar het zonder wachtwoord"});
    case ZipArchive::Problem::too_large:
      return add("I0312",
                 {shown + "inside it is larger than " + most + " when unpacked",
                  shown + "erin is uitgepakt groter dan " + most},
                 {"ask the publisher for a smaller part of the table",
                  "vraag bij de uitgever een kleiner deel van de tabel op"});
    case ZipArchive::Problem::damaged:
      return add("I0312",
                 {shown + "inside it is damaged, or is not there",
                  shown + "erin is beschadigd of ontbreekt"},
                 {"download it again", "download het opnieuw"});
  }
}

void WorkbookProblems::refused(const Phrase& is, Phrase hint) {
  add("I0334", {"this workbook " + is.en, "deze werkmap " + is.nl}, std::move(hint));
}

void WorkbookProblems::cell(const std::string& sheet, const std::string& place, const Phrase& is,
                            Phrase hint) {
  add("I0335",
      {"sheet '" + sheet + "', " + place + ": " + is.en,
       "blad '" + sheet + "', " + place + ": " + is.nl},
      std::move(hint));
}

bool WorkbookProblems::formula(const std::string& sheet, const std::string& place) {
  Diagnostics told;
  WorkbookProblems(file_, told)
      .cell(sheet, place,
            {"a formula without a stored value", "een formule zonder opgeslagen waarde"},
            {"open the workbook in a spreadsheet program, let it calculate and save it",
             "open de werkmap in een rekenbladprogramma, laat het rekenen en sla de werkmap op"});
  for (Diagnostic each : told.list()) {
    if (goes_on_) each.severity = Severity::warning;
    diagnostics_.add(std::move(each));
  }
  return goes_on_;
}

void WorkbookProblems::without_cells(bool all_hidden) {
  if (all_hidden)
    return add("I0301",
               {"its figures stand on hidden sheets", "de cijfers staan op verborgen bladen"},
               {"make the sheet visible and save the workbook",
                "maak het blad zichtbaar en bewaar de werkmap"});
  add("I0301",
      {"it has no cells with something in them, charts at most",
       "er zijn geen cellen waarin iets staat, hooguit grafieken"},
      {"save the sheet with the figures behind the chart",
       "bewaar het blad met de cijfers achter de "
       "grafiek"});
}

void WorkbookProblems::too_large(const std::string& sheet) {
  const std::string rows = std::to_string(most_rows);
  add("I0336",
      {"sheet '" + sheet + "' has more than " + rows + " rows with something in them",
       "blad '" + sheet + "' heeft meer dan " + rows + " rijen waarin iets staat"},
      {"keep the rows that you need, or take a CSV",
       "bewaar alleen de rijen die u nodig hebt, of neem een CSV"});
}

bool figures_are_merged(const Sheet& sheet, WorkbookProblems& problems) {
  std::uint32_t first = last_row + 1;
  std::uint32_t last = 0;
  for (const SheetRow& row : sheet.rows) {
    const bool figures = std::any_of(row.cells.begin(), row.cells.end(), [](const SheetCell& cell) {
      return cell.number && cell.column > 0;
    });
    if (!figures) continue;
    first = std::min(first, row.number);
    last = row.number;
  }
  for (const MergedCells& each : sheet.merged) {
    if (each.last_row < first || each.first_row > last) continue;
    problems.cell(sheet.name, each.name,
                  {"cells that were merged stand among the figures",
                   "tussen de cijfers staan samengevoegde cellen"},
                  {"undo the merge, and fill in what each cell says",
                   "maak de samenvoeging ongedaan en vul in wat in elke cel hoort te staan"});
    return true;
  }
  return false;
}

std::optional<std::size_t> decimals_left_unshown(const std::string& number, std::size_t shown) {
  const auto point = number.find('.');
  if (point == std::string::npos || number.size() - point - 1 <= shown) return std::nullopt;
  return shown;
}

namespace {

/// Line ends inside a cell would move the rows below it.
std::string cell_text(const SheetCell& cell, char separator, char decimal) {
  std::string text = cell.text;
  for (char& c : text)
    if (c == '\n' || c == '\r') c = ' ';
  if (cell.number) std::replace(text.begin(), text.end(), '.', decimal);
  const bool plain = text.find(separator) == std::string::npos &&
                     text.find('"') == std::string::npos && !text.starts_with(' ') &&
                     !text.ends_with(' ');
  if (plain) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

}  // namespace

std::string sheet_text(const Sheet& sheet, char separator, char decimal) {
  std::string text;
  std::uint32_t line = 1;
  // A table that was put further to the right is one all the same.
  std::uint32_t first = last_column;
  for (const SheetRow& row : sheet.rows) first = std::min(first, row.cells.front().column);
  for (const SheetRow& row : sheet.rows) {
    for (; line < row.number; ++line) text += '\n';
    std::uint32_t column = first;
    for (const SheetCell& cell : row.cells) {
      for (; column < cell.column; ++column) text += separator;
      text += cell_text(cell, separator, decimal);
    }
    text += '\n';
    ++line;
  }
  return text;
}

}  // namespace pricetalk::publication
