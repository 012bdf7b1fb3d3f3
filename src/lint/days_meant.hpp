#pragma once

#include <vector>

#include "lint/trial_limits.hpp"
#include "pricetalk/contract/contract.hpp"

namespace pricetalk {

/// A day or a time of the contract that lies so far away that a year can hardly be right.
struct DoubtfulDay {
  static constexpr const char* code = "W0132";

  Span where;    ///< its words
  Phrase title;  ///< how far away it lies, and what that does
  Phrase remedy;
};

/// Held against the start and the end of the contract and `today`: days of signature, of the bid,
/// of adjustments, of prices and of decisions that come after the end or further from the start
/// than the rules say, and times without a step that last longer. None where a clause accepts it.
std::vector<DoubtfulDay> doubtful_days(const Contract& contract, Date today,
                                       const TrialLimits& limits);

}  // namespace pricetalk
