#pragma once

#include <vector>

#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// A decision that can hardly be meant.
struct DoubtfulDecision {
  static constexpr const char* code = "W0129";

  Span where;    ///< the percentage or the price that was decided
  Phrase title;  ///< what it makes of the price
  Phrase remedy;
};

/// A reduced step that raises the price by more than the clause does, or lowers it where the clause
/// raises it, and an agreed price of more
/// than twice or less than half the price in force: of each decision the first line that shows it,
/// and of no line of which a clause accepts it.
std::vector<DoubtfulDecision> doubtful_decisions(const Contract& contract,
                                                 const Coverage& coverage);

}  // namespace pricetalk
