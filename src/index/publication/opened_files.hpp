#pragma once

#include "index/publication/formats.hpp"

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

}  // namespace pricetalk::publication
