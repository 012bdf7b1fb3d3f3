#pragma once

#include <optional>
#include <string>

#include "answer/letter_suggestion.hpp"
#include "cli/commands.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

/// The text of a letter as a PDF, by pdftotext; nothing, with O0031, for what is no PDF, has no
/// text, or where the program is not installed. `otherwise`: what the user can do without it.
std::optional<std::string> text_of_pdf(const std::string& path, const Phrase& otherwise,
                                       Diagnostics& problems);

/// What a letter seems to announce, with the lines in which it stands, and the command to type.
std::string suggestion_text(const LetterSuggestion& suggestion, const AnswerOptions& options,
                            Language language);

}  // namespace pricetalk
