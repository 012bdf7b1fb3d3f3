#include "letter/kinds.hpp"

#include "document/word_of.hpp"
#include "letter/letter_texts.hpp"

namespace pricetalk {

Fields letter_fields(LetterKind kind, const OfferTerms& terms, Language language) {
  switch (kind) {
    case LetterKind::innovation:
      return innovation_fields(terms, language);
  }
  return {};
}

std::string_view letter_model(LetterKind kind, Language language) {
  return letter_text(std::string(word_of(kind)) + (language == Language::nl ? ".nl.md" : ".en.md"));
}

}  // namespace pricetalk
