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
  /// Those that are there and could not be read.
  const UnreadContracts& unread() const { return unread_; }
  /// The language of all, where it is one.
  std::optional<Language> language() const;

 private:
  void add(Contract contract, std::shared_ptr<const Library> library, const std::string& path);
  void add_register(const std::string& path, MoreFigures figures, Diagnostics& problems);

  std::vector<InboxContract> list_;
  UnreadContracts unread_;
  std::set<Language> spoken_;
};

/// The rows of all lists, and the letters themselves: of folders every CSV, XLSX, ODS and PDF in
/// them and in the folders inside. What else stands there is named (A0200), and what holds no
/// letter (A0201).
class InboxLists {
 public:
  InboxLists(const std::vector<std::string>& paths, Diagnostics& problems);

  const std::vector<InboxRow>& rows() const { return rows_; }
  /// How many files were not read as a list or a letter.
  std::size_t unread_files() const { return unread_files_; }

 private:
  void read_folder(const std::string& path, Diagnostics& problems);
  void read(const std::string& path, Diagnostics& problems);
  void read_list(const std::string& path, Diagnostics& problems);
  void read_letter(const std::string& path, Diagnostics& problems);

  std::vector<InboxRow> rows_;
  std::size_t unread_files_ = 0;
};

/// Writes what was asked for; what was wrong.
Diagnostics write_inbox_files(const InboxOptions& options, const InboxAnswer& inbox,
                              Language language);

}  // namespace pricetalk
