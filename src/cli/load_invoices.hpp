#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pricetalk/diagnostic/diagnostic.hpp"
#include "pricetalk/invoice/columns.hpp"
#include "pricetalk/invoice/invoice.hpp"

namespace pricetalk {

/// The rows of all files, and how they were read.
struct InvoiceFiles {
  std::vector<InvoiceLine> rows;
  std::vector<ReadAs> layouts;  ///< of the CSV files that are not as the documentation has them
  std::size_t tables = 0;       ///< CSV files
  std::size_t documents = 0;    ///< UBL invoices and credit notes
  std::vector<std::string> left_out;  ///< files in a folder that are no CSV or XML
  bool any() const { return tables + documents > 0; }
};

/// The column file; nothing without one, or with an error.
std::optional<ColumnTerms> load_columns(const std::string& path, Diagnostics& problems);

/// The invoice files that paths name: files as they are, of folders every .csv, .tsv and .xml.
/// What else is in a folder goes to `left_out`.
std::vector<std::string> invoice_paths(const std::vector<std::string>& paths,
                                       std::vector<std::string>& left_out, Diagnostics& problems);

/// Reads files, or of folders every .csv, .tsv and .xml in them; `columns` is a column file,
/// or empty. What is wrong with one file or row is reported, the others are read.
InvoiceFiles load_invoices(const std::vector<std::string>& paths, const std::string& columns,
                           Diagnostics& problems);

}  // namespace pricetalk
