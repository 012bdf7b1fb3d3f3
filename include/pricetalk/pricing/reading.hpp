#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "pricetalk/contract/contract.hpp"

namespace pricetalk {

/// Another way in which a clause could be meant or mistaken, as an edit: the edited contract is
/// lowered and folded by the same code as the contract itself. One table serves the causes of
/// overcharges, "two readings" and lint.
struct Reading {
  std::string id;      ///< stable: "cap-ignored", "wrong-month+1"
  std::string clause;  ///< the clause that is read differently
  int rank = 0;        ///< how usual the mistake is: a smaller number is shown first
  /// What was done: "cap of 3% not applied". `{}` stands where the dates go; without it they follow
  /// at the end: "… on 1 January 2021".
  Phrase sentence;
  /// The contract as this reading has it. Nothing when the reading does not apply to it.
  std::function<std::optional<Contract>(const Contract&)> edit;
  /// How many adjustment dates in a row one such mistake touches: what is carried over is kept at
  /// one date and taken at the next.
  int dates = 1;
};

/// All readings that change something about a clause of a contract, in order of rank. The library
/// answers which other series a person could have taken, the line and `until` on which dates the
/// clause runs. Readings that would leave the contract as it is are left out. The arguments must
/// outlive the readings.
std::vector<Reading> readings(const Contract& contract, const Line& line, const Clause& clause,
                              const Library& library, Date until);

}  // namespace pricetalk
