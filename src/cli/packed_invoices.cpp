#include "cli/packed_invoices.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

#include "files/program.hpp"
#include "invoice/sheets.hpp"
#include "pricetalk/diagnostic/source_text.hpp"

namespace pricetalk {

namespace {

constexpr const char* pdf_program = "pdfdetach";
constexpr std::string_view pdf_begins = "%PDF";

/// A path that no program takes for an option.
std::string as_argument(const std::string& path) {
  return path.starts_with('-') ? "./" + path : path;
}

std::string small(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return text;
}

/// A file inside a PDF: its number, from 1, and its name.
struct Attachment {
  std::string number;
  std::string name;
};

/// The lines "1: factur-x.xml" below the count.
std::vector<Attachment> attachments(const std::string& listed) {
  std::vector<Attachment> made;
  for (std::size_t at = 0; at < listed.size();) {
    const std::size_t end = std::min(listed.find('\n', at), listed.size());
    const std::string line = listed.substr(at, end - at);
    const auto colon = line.find(": ");
    if (colon != std::string::npos && colon > 0 && line.find_first_not_of("0123456789") == colon)
      made.push_back({line.substr(0, colon), line.substr(colon + 2)});
    at = end + 1;
  }
  return made;
}

/// The one that the formats name, else the only XML.
std::optional<Attachment> invoice_of(const std::vector<Attachment>& all) {
  constexpr std::array<std::string_view, 3> names{"factur-x.xml", "xrechnung.xml",
                                                  "zugferd-invoice.xml"};
  for (const std::string_view name : names)
    for (const Attachment& each : all)
      if (small(each.name) == name) return each;
  std::optional<Attachment> only_xml;
  for (const Attachment& each : all) {
    if (!small(each.name).ends_with(".xml")) continue;
    if (only_xml) return std::nullopt;
    only_xml = each;
  }
  return only_xml;
}

}  // namespace

bool PackedInvoices::is_packed(std::string_view beginning) {
  return beginning.starts_with(pdf_begins) || invoices::may_be_workbook(beginning);
}

PackedInvoices::Found PackedInvoices::refuse(const char* code, bool asked, Phrase title,
                                             Phrase hint, Diagnostics& problems) {
  if (!asked) return Found::nothing;
  problems.error(code, {}, std::move(title), std::move(hint));
  return Found::not_read;
}

PackedInvoices::Found PackedInvoices::without_program(bool asked, Diagnostics& problems) {
  if (!std::exchange(told_program_, true)) {
    Phrase title{"the invoice inside a PDF is taken out by pdfdetach, which is not there",
                 "de factuur in een pdf wordt eruit gehaald door pdfdetach, en dat is er niet"};
    Phrase hint{
        "install the package poppler-utils (apt-get install poppler-utils), or give the XML",
        "installeer het pakket poppler-utils (apt-get install poppler-utils), of geef de "
        "XML"};
    if (asked)
      problems.error("A0181", {}, std::move(title), std::move(hint));
    else
      problems.warning("A0181", {}, std::move(title), std::move(hint));
  }
  return asked ? Found::not_read : Found::nothing;
}

PackedInvoices::Opened PackedInvoices::open(const SourcePtr& file, bool asked,
                                            Diagnostics& problems) {
  if (!file->bytes().starts_with(pdf_begins)) return open_workbook(file, problems);
  Opened made;
  made.found = open_pdf(file->name(), asked, made.texts, problems);
  return made;
}

PackedInvoices::Opened PackedInvoices::open_workbook(const SourcePtr& workbook,
                                                     Diagnostics& problems) {
  invoices::InvoiceSheets sheets = invoices::invoice_sheets(workbook, problems);
  return {sheets.texts.empty() ? Found::not_read : Found::texts, std::move(sheets.texts),
          std::move(sheets.left_out)};
}

PackedInvoices::Found PackedInvoices::open_pdf(const std::string& path, bool asked,
                                               std::vector<SourcePtr>& texts,
                                               Diagnostics& problems) {
  const std::string file = as_argument(path);
  const ProgramRun listed = run_program(pdf_program, {"-enc", "UTF-8", "-list", file});
  if (listed.outcome == ProgramRun::Outcome::missing) return without_program(asked, problems);
  const Phrase damaged{"'" + path + "' cannot be opened: it is damaged, or needs a password",
                       "'" + path + "' gaat niet open: het is beschadigd, of heeft een wachtwoord"};
  const Phrase again{"ask the sender for the XML of the invoice",
                     "vraag de afzender om de XML van de factuur"};
  if (!listed.fine()) return refuse("A0182", asked, damaged, again, problems);
  const auto found = invoice_of(attachments(listed.output));
  if (!found)
    return refuse(
        "A0180", asked,
        {"'" + path + "' is a PDF without an e-invoice (XML) inside",
         "'" + path + "' is een pdf zonder e-factuur (XML) erin"},
        {"of Factur-X and ZUGFeRD the PDF holds factur-x.xml; ask the sender for the XML, "
         "or write its rows in a CSV",
         "bij Factur-X en ZUGFeRD zit factur-x.xml in de pdf; vraag de afzender om de "
         "XML, of zet de regels in een CSV"},
        problems);
  ProgramRun saved = run_program(pdf_program, {"-save", found->number, "-o", "/dev/stdout", file});
  if (!saved.fine() || saved.output.empty())
    return refuse("A0182", asked, damaged, again, problems);
  texts.push_back(
      std::make_shared<const SourceText>(path + ", " + found->name, std::move(saved.output)));
  return Found::texts;
}

}  // namespace pricetalk
