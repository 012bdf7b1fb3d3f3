#pragma once

#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "audit/bulk.hpp"
#include "cli/audited_folder.hpp"
#include "cli/stream_invoices.hpp"

// The steps of `audit FOLDER` one by one: the benchmark takes their times, and a test runs them in
// small, so that it cannot fall behind the program.
namespace folder_audit {

using namespace pricetalk;

class Steps {
 public:
  /// Reads the contracts.
  explicit Steps(const AuditedFolderTerms& terms)
      : today_(terms.today), folder_(terms, {}, problems_, notes_) {}

  std::size_t contracts() const { return folder_.list().size(); }
  std::size_t known() const { return folder_.known(); }

  /// Makes the prices of all lines; otherwise those of a line are made with its first row.
  void prepare() {
    auditor_.emplace(folder_.list(), BulkOptions{today_, true}, &folder_.source());
    auditor_->prepare();
  }
  /// Reads and checks rows; how many.
  std::size_t rows(const std::vector<std::string>& invoices) {
    std::size_t count = 0;
    stream_invoices(
        invoices, "", [&](const std::string& name) { auditor_->file(name); },
        [&](InvoiceLine& row) {
          ++count;
          auditor_->add(std::move(row));
        },
        problems_);
    return count;
  }
  /// Looks again at the rows that are not plainly right.
  BulkAudit finish() { return std::move(*auditor_).finish(); }

  const Diagnostics& problems() const { return problems_; }

 private:
  Date today_;
  Diagnostics problems_;
  std::ostringstream notes_;
  AuditedFolder folder_;
  std::optional<BulkAuditor> auditor_;
};

/// The offending rows as tests/bench/w3.py has them: row, contract, line, period, amount, allowed,
/// over.
inline std::string text(const BulkAudit& audit) {
  std::string made;
  for (const OffendingRow& row : audit.offending)
    made += row.invoice.substr(1) + "," + row.contract + "," + row.line + "," +
            row.from.text().substr(0, 7) + "," + row.amount.text() + "," + row.allowed->text() +
            "," + row.difference->text() + "\n";
  return made;
}

}  // namespace folder_audit
