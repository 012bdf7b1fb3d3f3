#pragma once

#include "billing/prices.hpp"
#include "pricetalk/talk/facts.hpp"

/// The parts of `facts_of`, each in a file of its own. Each reads what those before it have filled
/// in, and puts the derivations of its figures into the annex.
namespace pricetalk {

void add_prices(TalkFacts& facts);
void add_differences(TalkFacts& facts);
void add_readings(TalkFacts& facts);
void add_years(TalkFacts& facts);
/// The first figure that comes when the last day to announce has passed.
void note_figure_after_deadline(TalkFacts& facts);
/// Which letter fits, and the letter. It reads all of the above.
FittingLetter fitting_letter(const TalkFacts& facts);
/// The verdict, and what has to be done before the talk.
void tell_verdict(TalkFacts& facts);

/// Every address once, and nothing without a derivation.
void add_to_annex(TalkFacts& facts, AnnexItem item);

/// An allowed price as the page shows it.
Figure price_figure(const Ratio& price, const PriceSchedule& prices, const Contract& contract,
                    const PriceEntry& entry);

/// A price of the talk as one side of a comparison of invoices.
DatedPrices price_side(const Figure& price, Phrase label);

/// "het cijfer van CBS over oktober 2025 (consumentenprijzen)"; of what is no figure that is to
/// come, its own words.
Phrase figure_name(const Talk& talk, const Reason& reason);
/// The same in any language in which letters are written.
std::string figure_name(const Talk& talk, const Reason& reason, Language language);

}  // namespace pricetalk
