#pragma once

#include <optional>
#include <string>

#include "files/growing_file.hpp"
#include "report/ledger_line.hpp"
#include "store/ledger_workbook.hpp"

namespace pricetalk {

/// The files in which every amount is written, row by row: `--csv` and `--xlsx`.
class LedgerFiles {
 public:
  /// Empty names: no such file.
  LedgerFiles(const std::string& csv, const std::string& xlsx, TagNames tags, Date today,
              Language language);

  void add(const LedgerLine& line);
  /// Puts the files in their places; what was wrong.
  Diagnostics finish() &&;

 private:
  TagNames tags_;
  std::string text_;  ///< of one row
  std::optional<GrowingFile> csv_;
  std::string workbook_path_;
  std::optional<GrowingFile> workbook_file_;
  std::optional<LedgerWorkbook> workbook_;
};

}  // namespace pricetalk
