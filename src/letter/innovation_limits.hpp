#pragma once

#include <string>

#include "letter/template.hpp"

namespace pricetalk {

/// What the letter does not promise, said beside what it does: prices that move all the same,
/// discounts that end, surcharges.
SentencesField limits_of(const OfferTerms& terms, Language language);

/// Lines whose price moves on a day that the proposal leaves alone, each with its day; begins with
/// a space, or is empty.
std::string own_days(const OfferTerms& terms, Language language);

/// What becomes of what was given up in later years: a promise where it was proved, else its limit.
/// `amount`: it is an amount, and no word.
SentencesField later_of(const OfferTerms& terms, Language language, bool amount);

/// Behind "De indexatie vervalt": of which lines, where it is not all that move; begins with a
/// space, or is empty.
std::string waived_names(const OfferTerms& terms, Language language);

}  // namespace pricetalk
