#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pricetalk/explain/derivation.hpp"
#include "pricetalk/pricing/schedule.hpp"
#include "pricing/fold.hpp"
#include "report/table.hpp"

// Derivations as people read them: the same outline for terminal, annex and page.

namespace pricetalk {

/// Where a figure came from, in one line: publisher, table, base, period, status, publication or
/// retrieval day; or the words of the contract and their file:line.
std::string source_text(const InputSource& source, Language language);

/// The steps of a derivation as a table: name, symbol, value, how it was made, where it comes from.
/// `steps` leaves out the formulas with numbers put in when false.
Table derivation_table(const Derivation& derivation, NodeId output, Language language);

/// What a reader of a step has to know beside its derivation: changes of method that it reads
/// across, figures that it still waits for, and what the other way of joining bases gives. One
/// sentence or two each.
std::vector<Phrase> notes_on(const PricingContext& context, const PriceEntry& entry);

/// That a day lies before the line begins, or after it or the contract ends, so that a price of it
/// is only what it would be; nothing where the line holds.
std::optional<Phrase> not_in_force(const Contract& contract, const Line& line, Date on);

/// The reasons why something cannot be determined, one line each.
std::string reasons_text(const Undetermined& undetermined, Language language);

/// "€ 36,24", or "nog niet te bepalen".
std::string price_text(const Outcome<Ratio>& price, int decimals, const Currency& currency,
                       Language language);

}  // namespace pricetalk
