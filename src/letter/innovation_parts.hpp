#pragma once

#include <string>

#include "letter/template.hpp"

namespace pricetalk {

// What a letter says of an innovation that is no single fixed reduction: several reductions, a
// saving that is shared, an increase in steps.

/// Reductions of different days, one behind the other, as far as they are proved.
SentencesField several_savings(const OfferTerms& terms, Language language);

/// Savings that are shared: who receives which part, how long, what it comes to by the cautious
/// saving, and how it is measured. Nothing in it promises an amount.
SentencesField shared_savings(const OfferTerms& terms, Language language);

/// The prices of a glide path: price, first day, rise, new price.
RowsField path_rows(const OfferTerms& terms, Language language);

/// What holds when the customer declines, in one sentence.
std::string otherwise(const OfferTerms& terms, Language language);

}  // namespace pricetalk
