#include "cli/stream_invoices.hpp"

#include <array>
#include <memory>
#include <string_view>
#include <utility>

#include "files/files.hpp"
#include "files/pieces.hpp"

namespace pricetalk {

namespace {

constexpr std::size_t most_told = 20;

/// A file that is no CSV of letters of one byte or UTF-8 is read whole.
bool whole(std::string_view beginning) {
  if (beginning.starts_with("\xEF\xBB\xBF")) beginning.remove_prefix(3);
  const auto first = beginning.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || beginning[first] == '<') return true;
  return beginning.substr(0, 1000).find('\0') != std::string_view::npos ||
         beginning.starts_with("\xFF\xFE") || beginning.starts_with("\xFE\xFF");
}

/// A message with the lines that it points at, but without the rest of the text.
Diagnostic apart(const Diagnostic& one, Diagnostics& keeper) {
  Diagnostic made = one;
  if (one.span.source == nullptr) return made;
  const SourceText& from = *one.span.source;
  const std::string_view bytes = from.bytes();
  const std::uint32_t line = from.position(one.span.begin).line;
  const std::uint32_t begin = from.line_start(line);
  auto end = bytes.find('\n', one.span.end);
  if (end == std::string_view::npos) end = bytes.size();
  const auto source = std::make_shared<const SourceText>(
      from.name(), std::string(bytes.substr(begin, end - begin)), line);
  keeper.keep(source);
  made.span = {source.get(), one.span.begin - begin, one.span.end - begin};
  made.context.clear();
  return made;
}

class Stream {
 public:
  Stream(const std::vector<std::string>& paths, const ColumnTerms* columns,
         const std::function<void(const std::string&)>& file,
         const std::function<void(InvoiceLine&)>& row, Diagnostics& problems, InvoicesRead& made)
      : paths_(paths),
        columns_(columns),
        file_(file),
        row_(row),
        problems_(problems),
        made_(made) {}

  void read(const std::string& path) {
    std::string bytes;
    FilePieces pieces(path, found_);
    if (!pieces.next(bytes) && !found_.empty()) return unusable();
    file_(path);
    made_.bytes += bytes.size();
    const bool last = pieces.last();
    if (PackedInvoices::is_packed(bytes)) return unpack(path);
    if (last || whole(bytes)) {
      SourcePtr source;
      if (last) {
        source = std::make_shared<const SourceText>(path, std::move(bytes));
      } else {
        const auto read = read_source(path);
        found_.append(read.diagnostics);
        if (!read.value) return unusable();
        source = *read.value;
      }
      return read_text(source);
    }
    auto rows = InvoiceRows::in_pieces(std::make_shared<const SourceText>(path, std::move(bytes)),
                                       columns_, found_);
    if (!begin(rows)) return unusable();
    take(rows);
    tell();
    while (pieces.next(bytes)) {
      made_.bytes += bytes.size();
      if (!rows.more(std::move(bytes), pieces.last())) break;
      take(rows);
      tell();
    }
    end(path, rows);
  }

 private:
  void unpack(const std::string& path) {
    for (const SourcePtr& text : invoice_texts(path, paths_, packed_, made_.files, found_))
      read_text(text);
    tell();
  }

  void read_text(const SourcePtr& text) {
    InvoiceRows rows(text, columns_, found_);
    if (!begin(rows)) return unusable();
    take(rows);
    end(text->name(), rows);
  }

  bool begin(const InvoiceRows& rows) {
    if (!rows.usable()) return false;
    rows.is_document() ? ++made_.files.documents : ++made_.files.tables;
    return true;
  }

  /// How a file was read is known when its last row is.
  void end(const std::string& path, const InvoiceRows& rows) {
    if (!rows.as_documented()) made_.files.layouts.push_back({path, rows.read_as()});
    made_.files.not_read.rows += rows.not_read();
    if (auto correction = rows.correction())
      made_.files.corrections.push_back(std::move(correction));
    tell();
  }

  void unusable() {
    ++made_.files.not_read.files;
    tell();
  }

  void take(InvoiceRows& rows) {
    while (rows.next(line_)) row_(line_);
  }

  /// Takes over the messages of a piece before its text goes.
  void tell() {
    for (const Diagnostic& one : found_.list()) {
      if (one.severity == Severity::error) ++made_.problems;
      // Warnings never take the place of errors.
      std::size_t& told = told_[one.severity == Severity::error ? 0 : 1];
      if (told < most_told) {
        ++told;
        problems_.add(apart(one, problems_));
      } else {
        ++made_.untold;
      }
    }
    found_ = {};
  }

  const std::vector<std::string>& paths_;
  const ColumnTerms* columns_;
  const std::function<void(const std::string&)>& file_;
  const std::function<void(InvoiceLine&)>& row_;
  Diagnostics& problems_;
  InvoicesRead& made_;
  PackedInvoices packed_;
  Diagnostics found_;  ///< in the piece at hand
  InvoiceLine line_;
  std::array<std::size_t, 2> told_{};  ///< errors, warnings
};

}  // namespace

InvoicesRead stream_invoices(const std::vector<std::string>& paths, const std::string& columns,
                             const std::function<void(const std::string&)>& file,
                             const std::function<void(InvoiceLine&)>& row, Diagnostics& problems) {
  InvoicesRead made;
  std::shared_ptr<const ColumnTerms> terms;
  if (!columns.empty()) {
    terms = load_columns(columns, problems);
    if (!terms) return made;
  }
  Stream stream(paths, terms.get(), file, row, problems, made);
  for (const std::string& path : invoice_paths(paths, made.files, problems)) stream.read(path);
  return made;
}

}  // namespace pricetalk
