#pragma once

#include <optional>
#include <string>

#include "explain/worksheet.hpp"
#include "reading/two_readings.hpp"
#include "simulation/settlement.hpp"

// Other readings of a clause, and what late figures settle, as people read them.

namespace pricetalk {

/// The line of which readings are compared, and the day whose prices they are.
struct ReadLine {
  const Contract& contract;
  const Line& line;
  Date on;
};

/// What an other reading moves in the year from the day, with its derivation: the invoices at its
/// price less those at the contract's.
struct ReadingYear {
  Worksheet sheet;
  NodeId answer = no_node;
  Outcome<Ratio> value() const { return sheet.value(answer); }
};
/// Nothing where a year of the line cannot be told: it has tiers, or nothing is bought by time.
std::optional<ReadingYear> year_of(const OtherReading& other, const ReadLine& of);

/// What the contract leaves open and what the other reading gives, the ten largest as a table; then
/// what it says itself, one line each. Empty when there is nothing to say.
std::string readings_text(const TwoReadings& readings, const ReadLine& of, int decimals,
                          Language language);

/// "The figure of 2024-10 was published on 10 March 2025. From … to … €100.00 was charged …"
Phrase in_words(const Settlement& settlement, const Contract& contract);

}  // namespace pricetalk
