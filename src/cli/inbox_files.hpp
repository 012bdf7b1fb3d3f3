#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "answer/inbox.hpp"
#include "cli/commands.hpp"
#include "cli/load.hpp"

namespace pricetalk {

/// The contracts that letters are held against, each with its figures: files, folders, and
/// registers (CSV, XLSX, ODS). What cannot be read is told.
class InboxContracts {
 public:
  InboxContracts(const InboxOptions& options, MoreFigures figures, Diagnostics& problems);

  const std::vector<InboxContract>& list() const { return list_; }
  /// The language of all, where it is one.
  std::optional<Language> language() const;

 private:
  void add(Contract contract, std::shared_ptr<const Library> library, const std::string& path);
  void add_register(const std::string& path, MoreFigures figures, Diagnostics& problems);

  std::vector<InboxContract> list_;
  std::set<Language> spoken_;
};

/// The rows of all lists; of folders every CSV, XLSX and ODS in them.
class InboxLists {
 public:
  InboxLists(const std::vector<std::string>& paths, Diagnostics& problems);

  const std::vector<InboxRow>& rows() const { return rows_; }
  /// Letters themselves in a folder of lists: what they say is for the user to type.
  const std::vector<std::string>& letters_in_pdf() const { return pdf_; }

 private:
  void read(const std::string& path, Diagnostics& problems);

  std::vector<InboxRow> rows_;
  std::vector<std::string> pdf_;
};

/// Writes what was asked for; what was wrong.
Diagnostics write_inbox_files(const InboxOptions& options, const InboxAnswer& inbox,
                              Language language);

}  // namespace pricetalk
