#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "index/publication/zip_archive.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"

/// Workbooks: what stands in their cells, as far as a table of figures needs it.
namespace pricetalk::publication {

struct SheetCell {
  std::uint32_t column = 0;  ///< A is 0
  /// Numbers have a decimal point; a day is 2025-07-01, a month that is shown as one 2025-07.
  std::string text;
  bool number = false;
  /// Of a number that is shown with fewer decimals than are stored: how many.
  std::optional<std::size_t> shown_decimals = {};
};

struct SheetRow {
  std::uint32_t number = 0;  ///< as the spreadsheet counts, from 1
  std::vector<SheetCell> cells;
  bool hidden = false;
};

/// Cells that were made one, without those that only cover empty ones.
struct MergedCells {
  std::uint32_t first_row = 0;  ///< from 1
  std::uint32_t last_row = 0;
  std::string name;  ///< "B7:B9"
};

struct Sheet {
  std::string name;
  std::vector<SheetRow> rows;  ///< those with something in them, in order
  std::vector<MergedCells> merged;
  bool hidden = false;
  std::vector<std::string> hidden_columns;  ///< "C"; those that are read all the same
};

/// How many of a number's decimals a sheet shows, where it stores more.
std::optional<std::size_t> decimals_left_unshown(const std::string& number, std::size_t shown);

/// More rows with something in them than any series of figures has.
inline constexpr std::size_t most_rows = 100'000;
inline constexpr std::size_t most_sheet_cells = 3'000'000;
inline constexpr std::uint32_t last_column = 16'383;
inline constexpr std::uint32_t last_row = 1'048'576;

/// "B" for column 1.
std::string column_name(std::uint32_t column);
/// "B7" for column 1, row 7.
std::string cell_name(std::uint32_t column, std::uint32_t row);

/// What is wrong with a workbook. The places of packed files are named, not pointed at.
class WorkbookProblems {
 public:
  /// `goes_on`: a formula without a stored value is told, and its cell is empty.
  WorkbookProblems(std::string file, Diagnostics& diagnostics, bool goes_on = false)
      : file_(std::move(file)), diagnostics_(diagnostics), goes_on_(goes_on) {}
  /// I0312: a part that cannot be unpacked.
  void part(const std::string& part, ZipArchive::Problem problem);
  /// I0334
  void refused(const Phrase& is, Phrase hint);
  /// I0335: a cell whose content cannot be trusted.
  void cell(const std::string& sheet, const std::string& place, const Phrase& is, Phrase hint);
  /// The same of a formula without a stored value; whether the other cells can be read.
  bool formula(const std::string& sheet, const std::string& place);
  /// I0301: nothing stands in its cells, or not in those that are seen.
  void without_cells(bool all_hidden);
  /// I0336
  void too_large(const std::string& sheet);

 private:
  void add(const char* code, const Phrase& title, Phrase hint);
  std::string file_;
  Diagnostics& diagnostics_;
  bool goes_on_ = false;
};

/// The sheets of a workbook, of hidden ones the name alone; nothing when one of them is refused.
std::optional<std::vector<Sheet>> read_xlsx(ZipArchive& archive, WorkbookProblems& problems);
std::optional<std::vector<Sheet>> read_ods(ZipArchive& archive, WorkbookProblems& problems);

/// I0335 for cells that were made one among the figures: which of them a figure belongs to cannot
/// be told. Above and below the figures they are titles and notes.
bool figures_are_merged(const Sheet& sheet, WorkbookProblems& problems);

/// The sheet as text, each row on the line of its number, without empty columns before it.
/// REQUIRES: every row has a cell.
std::string sheet_text(const Sheet& sheet, char separator, char decimal);

}  // namespace pricetalk::publication
