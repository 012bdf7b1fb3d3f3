#include "letter/kinds.hpp"

#include <string>

#include "document/word_of.hpp"
#include "letter/letter_texts.hpp"

namespace pricetalk {

Fields letter_fields(LetterKind kind, const OfferTerms& terms, Language language) {
  return fields_of_kinds[static_cast<std::size_t>(kind)](terms, language);
}

std::string_view letter_model(LetterKind kind, Language language) {
  return letter_text(std::string(word_of(kind)) + (language == Language::nl ? ".nl.md" : ".en.md"));
}

}  // namespace pricetalk
