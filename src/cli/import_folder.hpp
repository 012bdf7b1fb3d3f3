#pragma once

#include <map>
#include <string>
#include <vector>

#include "pricetalk/diagnostic/diagnostic.hpp"
#include "register/import.hpp"
#include "report/import_report.hpp"

namespace pricetalk {

/// The folder that a register is imported into: a file for each contract; in the folder `register`
/// the mapping, the shared clauses and what the last import gave; beside it the report.
///
/// What a person changed stays: a contract file that is not as the last import left it is kept, and
/// named where its row has changed as well. Nothing is ever removed.
class ImportFolder {
 public:
  ImportFolder(std::string path, std::string mapping)
      : path_(std::move(path)), mapping_(std::move(mapping)) {}

  std::string mapping() const;  ///< the one that was named, else the folder's own
  std::string clauses() const;
  std::string page() const { return path_ + "/register.html"; }
  std::string workbook() const { return path_ + "/register.xlsx"; }

  /// Gives every row its file and writes what changed; `figures`: the paths that the files name.
  ImportedFiles write(ImportedRegister& made, const std::vector<std::string>& figures,
                      Language language, Diagnostics& problems) const;

 private:
  std::string state() const { return path_ + "/register/state.toml"; }
  void name_files(ImportedRegister& made) const;
  std::string figures_line(const std::vector<std::string>& figures) const;

  std::string path_;
  std::string mapping_;
};

/// Columns that nobody sees are read; said once.
void tell_hidden(const std::vector<std::string>& columns, ImportedRegister& made);

}  // namespace pricetalk
