#include "cli/letter_document.hpp"

#include <algorithm>
#include <ostream>

#include "cli/office_programs.hpp"
#include "document/word_of.hpp"
#include "document/words.hpp"
#include "files/files.hpp"
#include "letter/document_fields.hpp"
#include "page/other_forms.hpp"

namespace pricetalk {

namespace {

bool needs_a_file(DocumentFormat format) {
  return format == DocumentFormat::docx || format == DocumentFormat::odt ||
         format == DocumentFormat::pdf;
}

/// What stands behind the last point of a file's name, in small letters.
std::string ending_of(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  const std::size_t point = path.find_last_of('.');
  const bool has = point != std::string::npos && (slash == std::string::npos || point > slash);
  return has ? document::lower(path.substr(point + 1)) : std::string();
}

std::optional<DocumentFormat> format_named(const std::string& ending) {
  if (ending == "htm") return DocumentFormat::html;
  if (ending == "markdown") return DocumentFormat::md;
  for (const auto& [word, format] : Dictionary<DocumentFormat>::words)
    if (word == ending) return format;
  return std::nullopt;
}

std::optional<std::string> house_style_of(const DocumentTarget& target, OfficeKind kind,
                                          Diagnostics& problems) {
  if (target.house_style.empty()) return std::string();
  const auto file = read_source(target.house_style);
  problems.append(file.diagnostics);
  if (!file.value || !is_usable_house_style(*file.value, kind, problems)) return std::nullopt;
  return std::string((*file.value)->bytes());
}

std::optional<std::string> dressed(const Page& page, OfficeKind kind, const DocumentTarget& target,
                                   const Contract& contract, Date day, Diagnostics& problems) {
  const auto house_style = house_style_of(target, kind, problems);
  if (!house_style) return std::nullopt;
  const auto made =
      office_document(as_office_html(page), kind, *house_style, page.language, day, problems);
  if (!made) return std::nullopt;
  const OfficeDress dress{day, page.name, page.language, !house_style->empty(),
                          document_fields(contract, day, page.language)};
  Diagnostics found;
  auto finished = finished_document(*made, kind, dress, found);
  problems.append(found);
  return finished;
}

/// Beside the place that was asked for: "brief.md" for "brief.docx".
std::string markdown_beside(const std::string& path) {
  const std::string ending = ending_of(path);
  return path.substr(0, path.size() - ending.size() - (ending.empty() ? 0 : 1)) + ".md";
}

bool misses_a_program(const Diagnostics& problems) {
  return std::any_of(problems.list().begin(), problems.list().end(),
                     [](const Diagnostic& each) { return each.code == "D0203"; });
}

}  // namespace

std::optional<DocumentFormat> format_of(const DocumentTarget& target, Diagnostics& problems) {
  auto format = target.format;
  const std::string ending = ending_of(target.out);
  const bool written = !target.out.empty();
  // A device such as /dev/stdout has no ending.
  if (!format && written && ending.empty() && is_there(target.out)) format = DocumentFormat::md;
  if (!format) format = written ? format_named(ending) : std::optional(DocumentFormat::md);
  if (!format) {
    problems.error("U0004", {},
                   {"the ending of '" + target.out + "' says no kind of document",
                    "het einde van '" + target.out + "' zegt niet welk soort document het is"},
                   {"end it in .docx, .odt, .pdf, .html, .md, .txt, .eml or .ics, or name --format",
                    "laat de naam eindigen op .docx, .odt, .pdf, .html, .md, .txt, .eml of .ics, "
                    "of noem --format"});
    return std::nullopt;
  }
  if (!written && needs_a_file(*format)) {
    const std::string name(word_of(*format));
    problems.error("U0003", {}, {"--out is missing", "--out ontbreekt"},
                   {"a " + name + " goes to a file: --out letter." + name,
                    "een " + name + " gaat naar een bestand: --out brief." + name});
    return std::nullopt;
  }
  if (!target.house_style.empty() && !needs_a_file(*format)) {
    problems.error("U0004", {},
                   {"--house-style is for Word, OpenDocument and PDF",
                    "--house-style is voor Word, OpenDocument en PDF"},
                   {"leave it out, or write a .docx", "laat het weg, of schrijf een .docx"});
    return std::nullopt;
  }
  return format;
}

DocumentFormat draft_format(const std::string& path) {
  const auto format = format_named(ending_of(path));
  const bool document = format && *format != DocumentFormat::eml && *format != DocumentFormat::ics;
  return document ? *format : DocumentFormat::md;
}

std::optional<std::string> document_bytes(const Page& page, DocumentFormat format,
                                          const DocumentTarget& target, const Contract& contract,
                                          Date day, Diagnostics& problems) {
  switch (format) {
    case DocumentFormat::md:
      return as_markdown(page);
    case DocumentFormat::txt:
      return as_plain_text(page);
    case DocumentFormat::html:
      return as_html(page);
    case DocumentFormat::docx:
      return dressed(page, OfficeKind::word, target, contract, day, problems);
    case DocumentFormat::odt:
      return dressed(page, OfficeKind::open_text, target, contract, day, problems);
    case DocumentFormat::pdf:
      break;
    case DocumentFormat::eml:
    case DocumentFormat::ics:
      return std::nullopt;
  }
  if (target.house_style.empty()) return pdf_of_html(as_html(page), day, problems);
  const auto word = dressed(page, OfficeKind::word, target, contract, day, problems);
  return word ? pdf_of_word(*word, day, problems) : std::nullopt;
}

Status write_out(const std::optional<std::string>& bytes, const std::string& out,
                 Diagnostics problems, Session& session, Language language) {
  const bool fine = bytes && !problems.has_errors();
  if (fine && out.empty()) session.out() << *bytes;
  if (fine && !out.empty()) problems.append(write_file(out, *bytes));
  session.print(problems, language);
  if (problems.has_errors()) return Status::invalid;
  if (!out.empty()) session.err() << say(language, "written: ", "geschreven: ") << out << "\n";
  return Session::status_of(problems);
}

Status write_document(const Page& page, const DocumentTarget& target, const Contract& contract,
                      Session& session, Language language) {
  Diagnostics problems;
  const auto format = format_of(target, problems);
  if (!format) {
    session.print(problems, language);
    return Status::usage;
  }
  const auto bytes = document_bytes(page, *format, target, contract, session.today(), problems);
  const bool missing = misses_a_program(problems);
  const Status status = write_out(bytes, target.out, std::move(problems), session, language);
  const std::string beside = markdown_beside(target.out);
  if (!missing || is_there(beside)) return status;
  const Diagnostics written = write_file(beside, as_markdown(page));
  session.print(written, language);
  if (!written.has_errors())
    session.err() << say(language, "the letter stands as Markdown in ",
                         "de brief staat als Markdown in ")
                  << beside << "\n";
  return status;
}

}  // namespace pricetalk
