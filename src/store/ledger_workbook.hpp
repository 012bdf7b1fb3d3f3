#pragma once

#include <memory>
#include <string>

#include "report/ledger_line.hpp"

namespace pricetalk {

/// A ledger as a workbook (XLSX): every amount in a row, and a sheet of totals by tag and year
/// whose sums are formulas over those rows. The same amounts on the same day give the same bytes.
/// Rows go to the disk as they come; the totals are kept.
class LedgerWorkbook {
 public:
  /// Builds the file at `path`; `today`: the day on which it says it was made.
  LedgerWorkbook(const std::string& path, TagNames tags, Date today, Language language);
  ~LedgerWorkbook();
  LedgerWorkbook(LedgerWorkbook&&) noexcept;
  LedgerWorkbook& operator=(LedgerWorkbook&&) noexcept;

  void add(const LedgerLine& line);
  /// Writes the totals and closes the file. False when the disk refused, or a text has more letters
  /// than a cell holds.
  bool finish() &&;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pricetalk
