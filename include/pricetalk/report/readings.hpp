#pragma once

#include <optional>
#include <string>

#include "pricetalk/pricing/two_readings.hpp"
#include "pricetalk/simulation/settlement.hpp"

// Other readings of a clause, and what late figures settle, as people read them.

namespace pricetalk {

/// What an other reading moves in a year, in whole cents; undetermined where its price is.
Outcome<Money> per_year(const OtherReading& other, const Ratio& quantity, const Currency& currency);

/// What the contract leaves open and what the other reading gives, the ten largest as a table; then
/// what it says itself, one line each. `quantity`: bought in a year, where the contract states it.
/// Empty when there is nothing to say.
std::string readings_text(const TwoReadings& readings, const std::optional<Ratio>& quantity,
                          int decimals, const Currency& currency, Language language);

/// "The figure of 2024-10 was published on 10 March 2025. From … to … €100.00 was charged …"
Phrase in_words(const Settlement& settlement, const Contract& contract);

}  // namespace pricetalk
