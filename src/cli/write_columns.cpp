#include "cli/write_columns.hpp"

#include <memory>
#include <optional>

#include "cli/load_invoices.hpp"
#include "files/files.hpp"
#include "invoice/columns_text.hpp"

namespace pricetalk {

namespace {

/// A reading, and the first text that is read so.
struct WrittenReading {
  std::string columns;
  std::string from;
};

void differ(const WrittenReading& first, const std::string& other, Diagnostics& problems) {
  problems.error("A0183", {},
                 {"'" + first.from + "' and '" + other + "' are read in different ways",
                  "'" + first.from + "' en '" + other + "' worden verschillend gelezen"},
                 {"write a column file for each of them: give one of them to --invoices",
                  "schrijf voor elk een kolombestand: geef er een aan --invoices"});
}

}  // namespace

Diagnostics write_columns(const std::string& to, const std::vector<std::string>& invoices,
                          const std::string& columns) {
  Diagnostics problems;
  std::shared_ptr<const ColumnTerms> terms;
  if (!columns.empty()) terms = load_columns(columns, problems);
  InvoiceFiles unused;
  PackedInvoices packed;
  std::optional<WrittenReading> found;
  for (const std::string& path : invoice_paths(invoices, unused, problems))
    for (const SourcePtr& text : invoice_texts(path, invoices, packed, unused, problems)) {
      const auto read = invoices::reading_as_columns(text, terms.get(), problems);
      if (!read) continue;
      if (found && found->columns != *read) differ(*found, text->name(), problems);
      if (!found) found = {*read, text->name()};
    }
  if (problems.has_errors()) return problems;
  if (found) return write_file(to, found->columns);
  problems.error("A0183", {},
                 {"there is no CSV or worksheet among the invoices",
                  "bij de facturen is geen CSV of werkblad"},
                 {"e-invoices are read as they are, and need no column file",
                  "e-facturen worden gelezen zoals ze zijn, en hebben geen kolombestand nodig"});
  return problems;
}

}  // namespace pricetalk
