#pragma once

#include <string>
#include <vector>

#include "pricetalk/audit/invoice.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

/// The rows of all files, and how they were read.
struct InvoiceFiles {
  struct ReadAs {
    std::string path;
    Phrase layout;
  };
  std::vector<InvoiceLine> rows;
  std::vector<ReadAs> layouts;  ///< of the CSV files that are not as the documentation has them
  std::size_t tables = 0;       ///< CSV files
  std::size_t documents = 0;    ///< UBL invoices and credit notes
  std::vector<std::string> left_out;  ///< files in a folder that are no CSV or XML
  bool any() const { return tables + documents > 0; }
};

/// Reads files, or of folders every .csv, .tsv and .xml in them; `columns` is a column file,
/// or empty. What is wrong with one file or row is reported, the others are read.
InvoiceFiles load_invoices(const std::vector<std::string>& paths, const std::string& columns,
                           Diagnostics& problems);

}  // namespace pricetalk
