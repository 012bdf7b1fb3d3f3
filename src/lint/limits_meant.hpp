#pragma once

#include <string>
#include <vector>

#include "lint/trial_limits.hpp"
#include "pricetalk/contract/contract.hpp"
#include "pricetalk/index/series.hpp"

namespace pricetalk {

/// A limit, a threshold or a share that can hardly be meant.
struct DoubtfulLimit {
  std::string code;  ///< W0115; of a share W0127, of a rounding W0128
  Span where;        ///< its words
  Phrase title;      ///< what it does to the first price of the clause
  Phrase remedy;
};

/// Held against the price of the start and the sizes of the rules: a highest price below it or a
/// lowest above it, a total cap below nothing, a cap that lets nothing through, a floor that raises
/// the price by much on every date, a threshold that is never reached, a share of nearly nothing or
/// of more than the change, a rounding in large steps. Of one clause each kind once, and none that
/// the clause accepts.
std::vector<DoubtfulLimit> doubtful_limits(const Contract& contract, const Library& library,
                                           const TrialLimits& sizes);

}  // namespace pricetalk
