#pragma once

#include <cstddef>
#include <string>

#include "letter/template.hpp"

namespace pricetalk {

// What the letter says around its promises: about what they are, how far they reach, how certain
// they are.

/// What does not rise: the price of the service, or those of the lines that the proposal is about
/// where another line rises all the same.
std::string quiet_what(const Claim& quiet, const OfferTerms& terms, Language language);

/// What the letter does not promise, said beside what it does: prices that move all the same,
/// discounts that end, surcharges.
SentencesField limits_of(const OfferTerms& terms, Language language);

/// Lines whose price moves on a day that the proposal leaves alone, each with its day; begins with
/// a space, or is empty.
std::string own_days(const OfferTerms& terms, Language language);

/// What becomes of the amount in later years: a promise where it was proved, else its limit.
SentencesField later_of(const OfferTerms& terms, Language language, bool amount);

/// Behind "De indexatie vervalt": of which lines, where it is not all that move.
std::string waived_names(const OfferTerms& terms, Language language);

/// How many prices of the other choice a later figure may still change.
std::ptrdiff_t may_change(const OfferTerms& terms);

/// Said behind prices of the other choice that are not certain yet, with a blank behind it.
std::string provisional(const OfferTerms& terms, Language language);

}  // namespace pricetalk
