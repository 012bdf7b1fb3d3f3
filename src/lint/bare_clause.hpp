#pragma once

#include <optional>

#include "pricetalk/contract/contract.hpp"

/// A clause that prints no formula leaves open what a formula says by itself. Here it is read in
/// the other way that may be meant.
namespace pricetalk {

/// Whether a clause prints no formula: "prices rise yearly with the index" leaves open what a
/// formula says by itself.
bool is_bare(const Clause& clause);

/// Whether it says nothing but when and by which index: no limit, no rounding, no notice.
bool says_no_more(const Clause& clause);

/// Whether the file has a floor for the clause, be it "none".
bool speaks_of_falls(const Contract& contract, const Clause& clause);

/// Changes the clause as if a fall of the figures left the price where it is. False where the
/// contract says what becomes of a fall.
bool never_falls(Clause& clause);

/// Changes the clause as if "yearly" meant the first of January; false where it names the day.
bool on_new_year(Clause& clause);

/// The contract as if a rise had to be announced and the one of that day was not; nothing where the
/// clause speaks of announcing.
std::optional<Contract> not_announced(Contract contract, std::size_t position, Date on);

}  // namespace pricetalk
