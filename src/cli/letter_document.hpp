#pragma once

#include <optional>
#include <string>

#include "cli/session.hpp"
#include "document/dictionary.hpp"
#include "pricetalk/contract/contract.hpp"
#include "pricetalk/page/page.hpp"

namespace pricetalk {

/// How a letter is written down; the last two are what goes with it: an e-mail and a calendar.
enum class DocumentFormat : std::uint8_t { md, txt, html, docx, odt, pdf, eml, ics };

template <>
struct Dictionary<DocumentFormat> {
  static constexpr auto words = word_table<DocumentFormat>({
      {"docx", DocumentFormat::docx},
      {"odt", DocumentFormat::odt},
      {"pdf", DocumentFormat::pdf},
      {"html", DocumentFormat::html},
      {"md", DocumentFormat::md},
      {"txt", DocumentFormat::txt},
      {"eml", DocumentFormat::eml},
      {"ics", DocumentFormat::ics},
  });
};

/// Where a letter goes, and how it looks there.
struct DocumentTarget {
  std::string out;                       ///< a file; empty: the screen
  std::optional<DocumentFormat> format;  ///< nothing: as `out` ends, else Markdown
  std::string house_style;               ///< a DOCX or ODT; empty: our own look
};

/// The kind of document that is asked for; nothing, with U0003, U0004 or U0051, where the options
/// contradict each other.
std::optional<DocumentFormat> format_of(const DocumentTarget& target, Diagnostics& problems);

/// The kind of document that a draft becomes, as its file's name ends: any other is Markdown.
DocumentFormat draft_format(const std::string& path);

/// The letter as a file of that kind. Word and OpenDocument are made by pandoc, PDF by weasyprint,
/// or in the user's house style by LibreOffice. Nothing, with D0102 or D0201 to D0204, where the
/// house style cannot be used or a program is missing or fails. `day`: that of the letter.
/// REQUIRES: a format of a document.
std::optional<std::string> document_bytes(const Page& page, DocumentFormat format,
                                          const DocumentTarget& target, const Contract& contract,
                                          Date day, Diagnostics& problems);

/// Writes a letter where it was asked for, and says so. Where a program is missing, it stands as
/// Markdown beside that place. REQUIRES: a format of a document.
Status write_document(const Page& page, const DocumentTarget& target, const Contract& contract,
                      Session& session, Language language);

/// Writes what was made to `out`, or on the screen where that is empty. `problems`: what was told
/// on the way; with an error nothing is written.
Status write_out(const std::optional<std::string>& bytes, const std::string& out,
                 Diagnostics problems, Session& session, Language language);

}  // namespace pricetalk
