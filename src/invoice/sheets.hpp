#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pricetalk/diagnostic/diagnostic.hpp"

/// Invoice rows in workbooks (.xlsx, .ods).
namespace pricetalk::invoices {

/// Stands between the cells of a worksheet that was made a text: no text has it.
inline constexpr char sheet_separator = '\x1F';

struct InvoiceSheets {
  /// Of each sheet that has the heading of invoice rows, as a text that `InvoiceRows` reads, each
  /// row on the line of its number. When none has, the one that comes nearest, so that it is said
  /// what it lacks.
  std::vector<SourcePtr> texts;
  std::vector<std::string> left_out;  ///< "book.xlsx, Sheet2"
};

/// Whether a file that begins so is a workbook, or looks like one.
bool may_be_workbook(std::string_view beginning);

/// No texts, with an error (I0312, I0334 to I0336), for a workbook that is damaged, protected,
/// holds macros or is of the old kind. What is no workbook after all is a text as it is, for
/// `InvoiceRows` to refuse. REQUIRES: may_be_workbook.
InvoiceSheets invoice_sheets(const SourcePtr& workbook, Diagnostics& diagnostics);

}  // namespace pricetalk::invoices
