#pragma once

#include <string>

#include "document/dictionary.hpp"
#include "letter/template.hpp"
#include "pricetalk/letter/letter.hpp"

namespace pricetalk {

template <>
struct Dictionary<LetterKind> {
  static constexpr auto words = word_table<LetterKind>({{"innovation", LetterKind::innovation}});
};

/// What fills the models of a kind of letter, which are letters/KIND.nl.md and letters/KIND.en.md.
/// REQUIRES: terms.missing is empty.
Fields letter_fields(LetterKind kind, const OfferTerms& terms, Language language);

/// The text of a model, as `fill` reads it.
std::string_view letter_model(LetterKind kind, Language language);

// One file for each kind.
Fields innovation_fields(const OfferTerms& terms, Language language);

}  // namespace pricetalk
