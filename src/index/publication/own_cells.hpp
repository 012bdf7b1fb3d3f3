#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/csv.hpp"
#include "index/publication/collector.hpp"

/// Cells of tables that people made themselves, by hand or in a spreadsheet.
namespace pricetalk::publication {

/// The words of the figures file, and their Dutch ones; an empty text is definitive.
std::optional<FigureStatus> typed_status(const std::string& text);

/// A star, a letter or a word in brackets behind a figure or a period: `101,55*`, `101,55 p`,
/// `101,55 (voorlopig)`. Without any of them all of it is the label.
StarredLabel split_mark(const std::string& text);

/// What a cell among the figures says.
struct OwnCell {
  std::optional<CellFigure> figure;  ///< empty: the cell says that there is none
  FigureStatus status = FigureStatus::definitive;
  bool percent = false;  ///< `2,5%`: 2.5, of a series of percentages
  /// `'317.671`: a text in a sheet, whose sign its writer chose, and not the spreadsheet.
  bool sheet_text = false;
};
/// Nothing for a text that says neither a figure nor that there is none.
std::optional<OwnCell> read_own_cell(const std::string& text);

/// A text of a sheet that reads as a figure, with the apostrophe that spreadsheets put before it;
/// any other text is as it was.
std::string marked_sheet_text(std::string text);

/// Gives figures to the rows of one table. Beside texts of a sheet its numbers prove nothing: their
/// sign is the one that was put there when the sheet became a text.
class OwnFigures {
 public:
  /// REQUIRES: the rows are those of the whole table.
  OwnFigures(char separator, const std::vector<csv::Row>& rows);
  void put(const OwnCell& cell, Collector& into, PublishedRow& row) const;

 private:
  std::optional<DecimalMark> known_for_;
  bool sheet_texts_ = false;
};

/// The sign of the decimals beside the sign between cells: a comma beside a semicolon, a point
/// beside a comma; a tab says nothing.
std::optional<DecimalMark> sign_beside(char separator);

/// Cells that say that there is no figure (`#N/A`, `.`), so that they do not go by in silence.
class MissingFigures {
 public:
  /// An empty cell is a period still to come.
  void see(const csv::Field& cell, const Period& period);
  /// How many there are, and the first.
  void tell(Collector& into) const;

 private:
  std::size_t count_ = 0;
  std::string first_;  ///< "2026-09 ('#N/A')"
};

/// Takes the texts below the last row with a period or a figure away, and names them: `* voorlopig
/// cijfer`, `Opgehaald op 3 november 2026`, a mean of the column. `labels`: texts that head a row.
void take_foot(std::vector<csv::Row>& rows, Collector& into,
               const std::function<bool(std::string_view)>& labels);

/// `gemiddelde`, `jaar`: a mean beside or below the figures of a year. It can be computed, and is
/// not always the publisher's.
bool names_a_mean(std::string_view label);

/// `Gem. 2026`, `Max`, `Totaal`: what people compute from a column of figures, not a figure of it.
bool sums_up(std::string_view label);

/// `Bron: CBS`, below the figures.
bool is_a_source(const csv::Row& row);

/// I0307: a cell among the figures that says neither a figure nor that there is none.
void not_an_own_figure(const csv::Field& cell, Diagnostics& diagnostics);
/// I0307: a percentage among plain figures, or the other way round.
void percent_among_others(const csv::Field& cell, Diagnostics& diagnostics);

}  // namespace pricetalk::publication
