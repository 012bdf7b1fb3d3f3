#include "register/register_sheets.hpp"

#include <algorithm>

#include "index/publication/opened_files.hpp"
#include "invoice/cells.hpp"
#include "register/register_file.hpp"

namespace pricetalk {

namespace {

/// A number that could be read as thousands gets a nought behind it: in a workbook it is none.
void tell_numbers(publication::Sheet& sheet) {
  for (publication::SheetRow& row : sheet.rows)
    for (publication::SheetCell& cell : row.cells)
      if (cell.number && cells::mark_evidence(cell.text).says == cells::MarkEvidence::Says::either)
        cell.text += '0';
}

/// Something in the first column, so that every cell keeps its own.
void keep_columns(publication::Sheet& sheet) {
  for (publication::SheetRow& row : sheet.rows)
    if (row.cells.front().column != 0)
      row.cells.insert(row.cells.begin(), publication::SheetCell{});
}

}  // namespace

std::vector<RegisterSheet> register_sheets(const SourcePtr& source, Diagnostics& diagnostics) {
  std::vector<RegisterSheet> made;
  if (!publication::may_be_workbook(source->bytes())) {
    made.push_back({source, {}, {}});
    return made;
  }
  Diagnostics problems;
  auto sheets = publication::opened_sheets(source, problems, true);
  diagnostics.append(problems);
  if (!sheets && problems.empty()) made.push_back({source, {}, {}});
  if (!sheets) return made;
  for (publication::Sheet& sheet : *sheets) {
    if (sheet.rows.empty() || sheet.hidden) continue;
    tell_numbers(sheet);
    keep_columns(sheet);
    made.push_back({std::make_shared<const SourceText>(source->name() + ", " + sheet.name,
                                                       publication::sheet_text(sheet, ';', '.')),
                    sheet.name, sheet.hidden_columns});
  }
  return made;
}

const RegisterSheet* chosen_sheet(const std::vector<RegisterSheet>& sheets,
                                  const std::string& asked, const std::string& file,
                                  Diagnostics& diagnostics) {
  std::vector<const RegisterSheet*> found;
  std::string names;
  for (const RegisterSheet& sheet : sheets) {
    Diagnostics of_sheet;
    const bool named = !asked.empty() && sheet.name == asked;
    if (!named && !RegisterFile(sheet.text, of_sheet).is_register()) continue;
    if (named) return &sheet;
    found.push_back(&sheet);
    names += (names.empty() ? "'" : ", '") + sheet.name + "'";
  }
  if (asked.empty() && found.size() == 1) return found.front();
  if (asked.empty() && found.empty()) {
    // The only sheet says what it lacks.
    if (sheets.size() == 1) return &sheets.front();
    if (!sheets.empty())
      diagnostics.error(
          "A0189", {},
          {"no sheet of '" + file + "' is a register",
           "geen blad van '" + file + "' is een register"},
          {"a register has headings as contract number, supplier, start, monthly amount",
           "een register heeft kopjes als contractnummer, leverancier, ingangsdatum, "
           "maandbedrag"});
    return nullptr;
  }
  if (asked.empty())
    diagnostics.error("A0223", {},
                      {"several sheets of '" + file + "' are a register: " + names,
                       "meer dan één blad van '" + file + "' is een register: " + names},
                      {"say which with --sheet", "zeg welk met --sheet"});
  else
    diagnostics.error("A0223", {},
                      {"'" + file + "' has no sheet '" + asked + "'",
                       "'" + file + "' heeft geen blad '" + asked + "'"},
                      names.empty() ? Phrase{} : Phrase{"there is " + names, "er is " + names});
  return nullptr;
}

}  // namespace pricetalk
