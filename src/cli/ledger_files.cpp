#include "cli/ledger_files.hpp"

#include "report/csv_ledger.hpp"

namespace pricetalk {

LedgerFiles::LedgerFiles(const std::string& csv, const std::string& xlsx, TagNames tags, Date today,
                         Language language)
    : tags_(std::move(tags)), workbook_path_(xlsx) {
  if (!csv.empty()) csv_.emplace(csv).add(ledger_csv_heading(tags_));
  if (xlsx.empty()) return;
  workbook_file_.emplace(xlsx);
  if (!workbook_file_->beside().empty())
    workbook_.emplace(workbook_file_->beside(), tags_, today, language);
}

void LedgerFiles::add(const LedgerLine& line) {
  if (csv_) {
    text_.clear();
    add_ledger_csv(text_, line, tags_);
    csv_->add(text_);
  }
  if (workbook_) workbook_->add(line);
}

Diagnostics LedgerFiles::finish() && {
  Diagnostics problems;
  if (csv_) problems.append(std::move(*csv_).finish());
  if (!workbook_file_) return problems;
  const bool built = workbook_ && std::move(*workbook_).finish();
  if (built || !workbook_) problems.append(std::move(*workbook_file_).finish());
  if (!built && !problems.has_errors())
    problems.error("O0006", {},
                   {"the workbook '" + workbook_path_ + "' cannot be written",
                    "de werkmap '" + workbook_path_ + "' is niet te schrijven"},
                   {"is the disk full? Else write the rows with --csv",
                    "is de schijf vol? Schrijf anders de regels met --csv"});
  return problems;
}

}  // namespace pricetalk
