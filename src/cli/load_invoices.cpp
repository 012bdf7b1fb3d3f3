#include "cli/load_invoices.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "document/words.hpp"
#include "files/files.hpp"

namespace pricetalk {

namespace {

bool ends_as_invoice(const std::string& path) {
  std::string ending = path.substr(std::min(path.size(), path.rfind('.')));
  for (char& c : ending)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  constexpr std::array<std::string_view, 6> known{".csv", ".tsv", ".xml", ".pdf", ".xlsx", ".ods"};
  return std::find(known.begin(), known.end(), ending) != known.end();
}

void read_text(const SourcePtr& text, const ColumnTerms* columns, InvoiceFiles& made,
               Diagnostics& problems) {
  InvoiceRows rows(text, columns, problems);
  if (!rows.usable()) {
    ++made.not_read.files;
    return;
  }
  rows.is_document() ? ++made.documents : ++made.tables;
  for (InvoiceLine line; rows.next(line);) made.rows.push_back(line);
  if (!rows.as_documented()) made.layouts.push_back({text->name(), rows.read_as()});
  made.not_read.rows += rows.not_read();
  if (auto correction = rows.correction()) made.corrections.push_back(std::move(correction));
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

Phrase left_out_text(const InvoiceFiles& files) {
  if (files.left_out.empty()) return {};
  constexpr std::size_t most = 5;
  std::string names;
  for (std::size_t i = 0; i < std::min(files.left_out.size(), most); ++i) {
    const std::string& path = files.left_out[i];
    names += (i == 0 ? "" : ", ") + path.substr(path.rfind('/') + 1);
  }
  if (files.left_out.size() > most) names += ", …";
  const std::string count = std::to_string(files.left_out.size());
  return {"no invoices in: " + count + " (" + names + ")",
          "geen facturen in: " + count + " (" + names + ")"};
}

bool is_asked(const std::string& file, const std::vector<std::string>& paths) {
  return std::find(paths.begin(), paths.end(), file) != paths.end();
}

std::vector<SourcePtr> unpacked(PackedInvoices::Opened opened, const std::string& path,
                                InvoiceFiles& made) {
  using Found = PackedInvoices::Found;
  if (opened.found == Found::nothing) made.left_out.push_back(path);
  // A printed invoice may stand in it.
  if (opened.found == Found::nothing && document::lower(path).ends_with(".pdf"))
    ++made.not_read.files;
  if (opened.found == Found::not_read) ++made.not_read.files;
  made.left_out.insert(made.left_out.end(), opened.left_out.begin(), opened.left_out.end());
  return std::move(opened.texts);
}

std::vector<SourcePtr> invoice_texts(const std::string& file, const std::vector<std::string>& paths,
                                     PackedInvoices& packed, InvoiceFiles& made,
                                     Diagnostics& problems) {
  const auto source = read_source(file);
  problems.append(source.diagnostics);
  if (!source.value) {
    ++made.not_read.files;
    return {};
  }
  if (!PackedInvoices::is_packed((*source.value)->bytes())) return {*source.value};
  return unpacked(packed.open(*source.value, is_asked(file, paths), problems), file, made);
}

std::vector<std::string> invoice_paths(const std::vector<std::string>& paths, InvoiceFiles& made,
                                       Diagnostics& problems) {
  std::vector<std::string> found;
  for (const std::string& path : paths) {
    const auto files = list_files(path, "", Depth::below);
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
          {"invoices are files that end in .csv, .tsv, .xml, .pdf, .xlsx or .ods",
           "facturen zijn bestanden die eindigen op .csv, .tsv, .xml, .pdf, .xlsx of .ods"});
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
  PackedInvoices packed;
  for (const std::string& file : invoice_paths(paths, made, problems))
    for (const SourcePtr& text : invoice_texts(file, paths, packed, made, problems))
      read_text(text, terms.get(), made, problems);
  for (InvoiceLine& row : made.rows) row.corrected_by = correction_of(row, made.corrections);
  return made;
}

}  // namespace pricetalk
