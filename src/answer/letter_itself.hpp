#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "answer/inbox.hpp"
#include "answer/letter_suggestion.hpp"

namespace pricetalk {

/// A letter itself among the rows of an inbox.
InboxRow row_of(LetterItself letter);

/// The only contract whose id stands in a text, else whose title, else whose supplier; nothing
/// where several fit, or none.
const InboxContract* contract_named_in(std::string_view text,
                                       const std::vector<InboxContract>& contracts);

/// What the letter seems to say, with the lines in which it stands, and what to type when that is
/// right. Never a verdict. `guess`: nothing: not known.
Phrase how_to_confirm(const LetterItself& letter, const InboxContract* guess);

/// "pricetalk answer FILE --announced 5.62% --on 2026-01-01 --received DATE": what is not known
/// stands in capitals.
std::string confirming_command(const LetterSuggestion& found, const std::string& contract_file,
                               std::optional<Date> received, Language language);

}  // namespace pricetalk
