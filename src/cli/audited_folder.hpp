#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/folder_trials.hpp"
#include "cli/portfolio_folder.hpp"
#include "portfolio/bare_contracts.hpp"

namespace pricetalk {

/// Which contracts a folder audit is about, and how they are read.
struct AuditedFolderTerms {
  std::vector<std::string> contracts;  ///< files and folders
  Date today;
  std::string compiled;              ///< file that keeps what was read; empty: none
  std::size_t jobs = 0;              ///< contracts read at once; 0: one for each processor
  Language language = Language::en;  ///< of what is said about the kept file
};

/// The contracts of an audit, read as far as the rows of invoices need them; those that cannot be
/// read are told, and the others go on.
class AuditedFolder {
 public:
  /// Reads them all. `notes`: gets what is said about the kept file.
  AuditedFolder(const AuditedFolderTerms& terms, MoreFigures figures, Diagnostics& problems,
                std::ostream& notes);

  /// For a BulkAuditor, with the source beside it; good as long as this is.
  const std::vector<BulkContract>& list() const { return list_; }
  BareContracts& source() { return *bare_; }
  /// The language of all, where it is one.
  std::optional<Language> language() const;
  /// How many files were not taken, and how many were not read because they were known.
  std::size_t unread() const { return folder_.unread(); }
  std::size_t known() const { return folder_.known(); }
  /// Of clauses that come to what can hardly be meant (W0122).
  void tell_trials(Diagnostics& problems) const { trials_.tell(problems); }

 private:
  PortfolioFolder folder_;
  FolderTrials trials_;
  std::optional<BareContracts> bare_;
  std::vector<BulkContract> list_;
  std::set<Language> spoken_;
};

}  // namespace pricetalk
