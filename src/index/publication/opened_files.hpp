#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "index/publication/formats.hpp"
#include "index/publication/spreadsheet.hpp"

namespace pricetalk::publication {

/// A figure of a sheet by the line of its text: stored 103.14, shown as 103.1.
struct ShortenedFigure {
  const SourceText* text = nullptr;
  std::uint32_t line = 0;
  Decimal stored;
  Decimal shown;
};

/// The texts of a given file, and what to know about them. A text is itself; a packed one is
/// unpacked; a workbook gives each sheet, and a ZIP archive each file, that is of a known kind,
/// under the name `file.xlsx, Sheet1`.
struct OpenedFile {
  Files texts;
  std::vector<Phrase> remarks;
  /// Figures that a sheet shows with fewer decimals than it stores.
  std::vector<ShortenedFigure> shortened = {};
};

/// Workbooks that are protected, hold macros or are of the old kind, and archives that are damaged
/// or far too large, are refused by name (I0301, I0302, I0312, I0334 to I0336); then nothing.
OpenedFile opened(const SourcePtr& given, Diagnostics& diagnostics);

/// Whether a file that begins so is a workbook, or looks like one.
bool may_be_workbook(std::string_view beginning);

/// The visible sheets of a workbook, for those who look for other tables than figures. Nothing,
/// with an error as above (I0312, I0334 to I0336), for one that is refused; nothing, without an
/// error, for an archive of other files. REQUIRES: may_be_workbook.
/// `goes_on`: a formula without a stored value is told and its cell is empty.
std::optional<std::vector<Sheet>> opened_sheets(const SourcePtr& given, Diagnostics& diagnostics,
                                                bool goes_on = false);

/// The visible sheets of a workbook as texts, whatever they hold: a semicolon between the cells, a
/// point before decimals. Any other file as `opened` has it. Refusals are the same.
Files opened_lists(const SourcePtr& given, Diagnostics& diagnostics);

}  // namespace pricetalk::publication
