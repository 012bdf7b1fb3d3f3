#pragma once

#include <array>
#include <string_view>

#include "document/dictionary.hpp"
#include "letter/template.hpp"
#include "pricetalk/letter/letter.hpp"

namespace pricetalk {

template <>
struct Dictionary<LetterKind> {
  static constexpr auto words = word_table<LetterKind>({{"innovation", LetterKind::innovation}});
};

// One file for each kind.
Fields innovation_fields(const OfferTerms& terms, Language language);

/// What fills the models of each kind, in the order of LetterKind.
inline constexpr std::array fields_of_kinds = {innovation_fields};
static_assert(fields_of_kinds.size() == Dictionary<LetterKind>::words.size());

/// What fills the models of a kind of letter, which are letters/KIND.nl.md and letters/KIND.en.md.
/// REQUIRES: terms.missing is empty.
Fields letter_fields(LetterKind kind, const OfferTerms& terms, Language language);

/// The text of a model, as `fill` reads it.
std::string_view letter_model(LetterKind kind, Language language);

}  // namespace pricetalk
