#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "law/law.hpp"
#include "pricetalk/contract/contract.hpp"
#include "pricetalk/number/money.hpp"

namespace pricetalk {

/// What a remark is about: what the contract leaves open, what the law says of it, and whether it
/// is wise. Codes W02…, W03… and W04….
enum class Concern : std::uint8_t { unclear, contestable, unwise };

/// What a price comes to on a day under the readings that a clause leaves open.
struct PriceSpread {
  const Line* line = nullptr;  ///< never nothing; points into the contract
  Date on;                     ///< the day of both prices
  /// These two: the lowest and the highest price per unit.
  Ratio low;
  Ratio high;
  /// These two: the readings that give them.
  Phrase lowest;
  Phrase highest;
  /// What lies between them in a year of invoices; empty where a year of the line cannot be told.
  std::optional<Money> a_year;

  Ratio width() const { return high - low; }
};

/// Something to look at before a clause is signed or used. It stops nothing that the contract says.
struct Remark {
  Concern concern = Concern::unclear;
  /// Nothing is known to be wrong: an answer is missing that no file gives.
  bool question = false;
  std::string code;    ///< "W0205"
  Span where;          ///< the words that it is about
  std::string clause;  ///< id; empty: the contract as a whole
  Phrase title;        ///< one sentence without a full stop
  Phrase hint;         ///< what to write or to ask; may be empty
  /// Of what is unclear, where the figures are there, and of a rise above a maximum: what is
  /// allowed and what is asked.
  std::optional<PriceSpread> spread;
  /// Of what is contestable: the rule that it rests on; points into the law. Nothing: none is
  /// known.
  const ClauseRule* rule = nullptr;
};

/// "unclear": for machines.
std::string_view word(Concern concern);

}  // namespace pricetalk
