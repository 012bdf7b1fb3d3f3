#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "audit/audited_contract.hpp"
#include "audit/offending.hpp"
#include "cli/contract_folder.hpp"
#include "pricetalk/advice/redface.hpp"

namespace pricetalk {

/// What is kept of a contract once it was looked at.
struct LookedContract {
  std::string path;
  /// Its names, its lines by name and what amounts are in; what findings point into is kept too.
  Contract named;
  Library library = {};  ///< that findings point into
  std::vector<Finding> findings = {};
  std::unique_ptr<const ContractFile> whole = {};  ///< that the audit points into
  std::optional<AuditedContract> audited = {};     ///< nothing: it has no invoices
  std::vector<OffendingRow> offending = {};        ///< of the audit, where they were asked for
  Diagnostics notes = {};
};

/// How contracts are looked at.
struct LookingTerms {
  const RedFaceThresholds* thresholds = nullptr;
  const Law* law = nullptr;
  Date today;
  std::size_t jobs = 0;    ///< contracts at once; 0: one for each processor
  bool offending = false;  ///< whether offending rows are kept
};

/// The findings of many contracts: each is read, looked at and let go, so that of a large folder
/// only findings are in memory. Those that are compared with one another are read again for it.
class LookedContracts {
 public:
  LookedContracts(const LookingTerms& terms, MoreFigures figures, Diagnostics& problems);

  /// Looks at all of them, the same whatever the number of jobs is. `rows_of`: what was invoiced of
  /// a file; nothing: no invoices.
  using RowsOf = std::function<const std::vector<InvoiceLine>*(const std::string& path)>;
  void look(const std::vector<std::string>& paths, const RowsOf& rows_of);

  /// In the order of their files.
  std::deque<LookedContract>& all() { return all_; }
  /// Of the first of them.
  std::optional<Language> language() const;
  /// How many files were not taken.
  std::size_t unread() const { return folder_.unread(); }
  /// What the prices of all of them have to be read with.
  Diagnostics notes() const;

 private:
  LookedContract look_at(ContractFile file, const std::vector<InvoiceLine>* rows) const;
  void look_at_waiting(const RowsOf& rows_of);
  void compare();

  LookingTerms terms_;
  Diagnostics& problems_;
  ContractFolder folder_;
  std::vector<ContractFile> waiting_;
  std::deque<LookedContract> all_;
  std::vector<SourcePtr> sources_;  ///< of contracts that were compared
};

}  // namespace pricetalk
