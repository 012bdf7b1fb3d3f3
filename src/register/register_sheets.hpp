#pragma once

#include <string>
#include <vector>

#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

/// A text of a file that may be a register: a CSV, or one sheet of a workbook, every cell in its
/// column and every row on its line.
struct RegisterSheet {
  SourcePtr text;
  std::string name;                         ///< of the sheet; empty: the file is no workbook
  std::vector<std::string> hidden_columns;  ///< "C"; they are read all the same
};

/// The sheets that are seen. A formula without a stored value is told (I0335) and its cell empty;
/// what else makes a workbook useless gives none, with an error.
std::vector<RegisterSheet> register_sheets(const SourcePtr& source, Diagnostics& diagnostics);

/// The only sheet that has the headings of a register, or the one of that name; nothing, and told,
/// where none has (A0189), or several have and none is named (A0223).
const RegisterSheet* chosen_sheet(const std::vector<RegisterSheet>& sheets,
                                  const std::string& asked, const std::string& file,
                                  Diagnostics& diagnostics);

}  // namespace pricetalk
