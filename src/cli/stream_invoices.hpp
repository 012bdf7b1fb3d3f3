#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "cli/load_invoices.hpp"

namespace pricetalk {

/// What a pass over invoice files found besides rows.
struct InvoicesRead {
  InvoiceFiles files;        ///< without rows, so that none is marked as corrected
  std::size_t problems = 0;  ///< broken rows and files
  std::size_t untold = 0;    ///< of these, not among the messages
  std::size_t bytes = 0;
};

/// Reads files, or of folders every .csv, .tsv, .xml, .pdf, .xlsx and .ods in them, once and piece
/// by piece: `file` gets the name of each, then `row` its rows, which are gone after the call and
/// may be moved out of. A CSV may have any size; an e-invoice and a CSV in UTF-16 are read whole.
/// What is wrong is put into `problems`, the first twenty errors and warnings with the line at
/// which they point; the rest goes on.
InvoicesRead stream_invoices(const std::vector<std::string>& paths, const std::string& columns,
                             const std::function<void(const std::string&)>& file,
                             const std::function<void(InvoiceLine&)>& row, Diagnostics& problems);

}  // namespace pricetalk
