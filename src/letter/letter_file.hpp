#pragma once

#include <optional>
#include <string>

#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

/// What a letter that somebody wrote or changed says. As lines of Markdown: an empty line between
/// paragraphs, `#` before headings, `- ` before items, `|` around the cells of a table.
struct LetterFile {
  std::string text;         ///< of the letter itself
  std::string around;       ///< of what is printed above and below every sheet
  bool paragraphs = false;  ///< the file has no lines of its own, so that paragraphs are counted
  bool tracked = false;     ///< holds changes that nobody accepted or refused yet
};

/// Reads a letter in Markdown or plain text, Word (DOCX) or OpenDocument (ODT). Of tracked changes
/// the new text counts. Nothing, with D0101, D0102 or D0103, for what is none of these, what holds
/// macros or needs a password, and what has no words.
std::optional<LetterFile> read_letter_file(const SourcePtr& file, Diagnostics& diagnostics);

/// The same text with the number of the line, or of the paragraph, at which one of its lines
/// stands: "line 12", "alinea 4".
Phrase place_in(const LetterFile& file, std::uint32_t line);

}  // namespace pricetalk
