#pragma once

#include <string>

#include "advice/offer_terms.hpp"
#include "pricetalk/letter/letter.hpp"

namespace pricetalk {

inline bool is_nl(Language language) { return language == Language::nl; }

bool shorter_than_a_year(const ProposalYear& year);

/// "in 2026", "in het jaar vanaf 1 juli 2026", "van 1 januari tot en met 30 juni 2027".
std::string in_year_text(const ProposalYear& year, Language language);

/// Before an amount of the first year: "naar verwachting "; empty where it is known.
std::string expected_words(const OfferTerms& terms, Language language);

/// What those amounts rest on, in whole sentences; empty where they are known.
std::string expectation(const OfferTerms& terms, Language language);

/// What the totals of annex 1 rest on where that is more than what the amounts rest on; empty where
/// it is not.
std::string expected_totals(const OfferTerms& terms, Language language);

/// Annex 1: how the customer's benefit was worked out.
Page benefit_annex(const OfferTerms& terms, Language language);

/// Annex 2: the usual indexation, step by step.
Page indexation_annex(const OfferTerms& terms, Language language);

/// The steps of one price entry, as a customer or supplier can follow them. `past`: of a day that
/// lies behind, so that the price before is not that of now.
Page::Grid steps_grid(const PriceEntry& entry, const Currency& currency, Language language,
                      bool past = false);

/// That the steps show fewer decimals than they have.
Page::Text shown_rounded(Language language);

/// Whether the reader is called "je".
bool informal(const Contract& contract);

/// The same of any prices that move.
Page steps_annex(const Contract& contract, const std::vector<FallbackPrice>& prices,
                 const std::string& title, Language language);

/// An annex with its title and the line below it.
Page annex_of(const Contract& contract, const std::string& title, Language language);

/// The value of a step as a customer reads it: amounts with their sign, a row of decimals cut.
std::string annex_value(const OutlineRow& row, const Currency& currency, Language language);

/// Counts between salutation and closing; tables are left out.
LetterStatistics measure(std::string_view letter, Language language);

/// The same counts of a whole text.
LetterStatistics measure_all(std::string_view text);

/// The rules of a good letter that this one, of that day, does not keep.
std::vector<LetterRemark> remarks_on(const Letter& letter, const Contract& contract, Date today);

/// Amounts and percentages in the words of an offer that stand in no evidence.
void typed_by_hand(const OfferTerms& terms, std::vector<LetterRemark>& remarks);

}  // namespace pricetalk
