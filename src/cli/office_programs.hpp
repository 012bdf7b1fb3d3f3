#pragma once

#include <optional>
#include <string>

#include "pricetalk/calendar/date.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"
#include "store/office_document.hpp"

namespace pricetalk {

/// These three: what a program of the operating system makes, or nothing, with D0202 where it fails
/// and D0203 where its package is not installed. None of them sees a network or a shell.

/// By pandoc: HTML as a document, with the look of `house_style` (the bytes of one; empty: none).
std::optional<std::string> office_document(const std::string& html, OfficeKind kind,
                                           const std::string& house_style, Language language,
                                           Date day, Diagnostics& problems);
/// By weasyprint: a page of ours as PDF.
std::optional<std::string> pdf_of_html(const std::string& html, Date day, Diagnostics& problems);
/// By LibreOffice: a document of Word as PDF.
std::optional<std::string> pdf_of_word(const std::string& docx, Date day, Diagnostics& problems);

}  // namespace pricetalk
