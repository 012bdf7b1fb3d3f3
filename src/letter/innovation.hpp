#pragma once

#include <string>

#include "letter/template.hpp"
#include "pricetalk/letter/letter.hpp"

namespace pricetalk {

/// The letter for these terms; `write_letter` is the door to it. REQUIRES: terms.missing is empty.
Letter write_innovation(const OfferTerms& terms, Language language);

/// What the models of the innovation letter ask for.
Fields innovation_fields(const OfferTerms& terms, Language language);

/// Annex 1: how the customer's benefit was worked out. Markdown.
std::string benefit_annex(const OfferTerms& terms, Language language);

/// Annex 2: the usual indexation, step by step. Markdown.
std::string indexation_annex(const OfferTerms& terms, Language language);

/// Counts between salutation and closing; tables are left out.
LetterStatistics measure(std::string_view letter, Language language);

/// The rules of a good letter that this one does not keep.
std::vector<LetterRemark> remarks_on(const Letter& letter, const OfferTerms& terms);

}  // namespace pricetalk
