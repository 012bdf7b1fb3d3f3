#include "cli/load_invoices.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "files/files.hpp"

namespace pricetalk {

namespace {

bool ends_as_invoice(const std::string& path) {
  std::string ending = path.substr(std::min(path.size(), path.rfind('.')));
  for (char& c : ending)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  constexpr std::array<std::string_view, 3> known{".csv", ".tsv", ".xml"};
  return std::find(known.begin(), known.end(), ending) != known.end();
}

void read_one(const std::string& path, const ColumnTerms* columns, InvoiceFiles& made,
              Diagnostics& problems) {
  const auto source = read_source(path);
  problems.append(source.diagnostics);
  if (!source.value) {
    ++made.not_read.files;
    return;
  }
  InvoiceRows rows(*source.value, columns, problems);
  if (!rows.usable()) {
    ++made.not_read.files;
    return;
  }
  rows.is_document() ? ++made.documents : ++made.tables;
  for (InvoiceLine line; rows.next(line);) made.rows.push_back(line);
  if (!rows.as_documented()) made.layouts.push_back({path, rows.read_as()});
  made.not_read.rows += rows.not_read();
}

}  // namespace

std::shared_ptr<const ColumnTerms> load_columns(const std::string& path, Diagnostics& problems) {
  const auto source = read_source(path);
  problems.append(source.diagnostics);
  if (!source.value) return nullptr;
  auto read = read_columns(*source.value);
  problems.append(read.diagnostics);
  return read.ok() ? *read.value : nullptr;
}

Phrase not_read_text(const NotRead& not_read) {
  Phrase made;
  const auto add = [&](std::size_t count, const char* en, const char* nl) {
    if (count == 0) return;
    const std::string between = made.en.empty() ? "" : ", ";
    made.en += between + en + std::to_string(count);
    made.nl += between + nl + std::to_string(count);
  };
  add(not_read.rows, "rows not read: ", "niet gelezen factuurregels: ");
  add(not_read.files, "files not read: ", "niet gelezen bestanden: ");
  return made;
}

std::vector<std::string> invoice_paths(const std::vector<std::string>& paths, InvoiceFiles& made,
                                       Diagnostics& problems) {
  std::vector<std::string> found;
  for (const std::string& path : paths) {
    const auto files = list_files(path, "");
    problems.append(files.diagnostics);
    if (!files.value) {
      ++made.not_read.files;
      continue;
    }
    const bool folder = is_folder(path);
    std::size_t invoices = 0;
    for (const std::string& file : *files.value) {
      if (folder && !ends_as_invoice(file)) {
        made.left_out.push_back(file);
        continue;
      }
      ++invoices;
      found.push_back(file);
    }
    if (folder && invoices == 0)
      problems.error(
          "A0119", {},
          {"there are no invoices in '" + path + "'", "in '" + path + "' staan geen facturen"},
          {"invoices are files that end in .csv, .tsv or .xml",
           "facturen zijn bestanden die eindigen op .csv, .tsv of .xml"});
  }
  return found;
}

InvoiceFiles load_invoices(const std::vector<std::string>& paths, const std::string& columns,
                           Diagnostics& problems) {
  InvoiceFiles made;
  std::shared_ptr<const ColumnTerms> terms;
  if (!columns.empty()) {
    terms = load_columns(columns, problems);
    if (!terms) return made;
  }
  for (const std::string& file : invoice_paths(paths, made, problems))
    read_one(file, terms.get(), made, problems);
  return made;
}

}  // namespace pricetalk
