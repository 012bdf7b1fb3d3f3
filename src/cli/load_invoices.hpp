#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/packed_invoices.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"
#include "pricetalk/invoice/invoice.hpp"

namespace pricetalk {

/// The rows of all files, and how they were read.
struct InvoiceFiles {
  std::vector<InvoiceLine> rows;
  std::vector<ReadAs> layouts;  ///< of the CSV files that are not as the documentation has them
  std::size_t tables = 0;       ///< CSV files
  std::size_t documents = 0;    ///< e-invoices: UBL and CII
  std::vector<std::string> left_out;  ///< files in a folder that hold no invoice
  NotRead not_read;
  Corrections corrections;  ///< the rows of what they correct are marked
  bool any() const { return tables + documents > 0; }
};

/// "no invoices in: 2 (notes.txt, scan.png)", the first names; nothing where all were read.
Phrase left_out_text(const InvoiceFiles& files);

/// The column file; nothing without one, or with an error.
std::shared_ptr<const ColumnTerms> load_columns(const std::string& path, Diagnostics& problems);

/// Whether the user named the file itself, not its folder.
bool is_asked(const std::string& file, const std::vector<std::string>& paths);

/// The texts of a packed file; counts it when it has none, and names what of it was left out.
std::vector<SourcePtr> unpacked(PackedInvoices::Opened opened, const std::string& path,
                                InvoiceFiles& made);

/// The invoice files that paths name: files as they are, of folders and the folders in them every
/// file that may hold invoices. What else is in a folder goes to `left_out` of `made`, and what is
/// not there counts as not read.
std::vector<std::string> invoice_paths(const std::vector<std::string>& paths, InvoiceFiles& made,
                                       Diagnostics& problems);

/// The texts of one of these files: itself, or what is packed in it. A file that gives none is
/// counted as not read, or named as left out.
std::vector<SourcePtr> invoice_texts(const std::string& file, const std::vector<std::string>& paths,
                                     PackedInvoices& packed, InvoiceFiles& made,
                                     Diagnostics& problems);

/// Reads files, or of folders every .csv, .tsv, .xml, .pdf, .xlsx and .ods in them; `columns` is a
/// column file, or empty. What is wrong with one file or row is reported, the others are read.
InvoiceFiles load_invoices(const std::vector<std::string>& paths, const std::string& columns,
                           Diagnostics& problems);

}  // namespace pricetalk
