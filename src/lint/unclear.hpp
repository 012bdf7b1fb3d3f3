#pragma once

#include <vector>

#include "lint/remark.hpp"
#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// What the clauses of a contract leave open (W02…): each with the prices that its readings give,
/// computed by the calculation of the contract itself on the last day for which the figures are
/// there. One remark of a subject and clause, on the line where it moves the price most. Where no
/// price can be computed the remark has no spread; what makes no difference on that day is left
/// out. The arguments must outlive the result.
std::vector<Remark> unclear(const Contract& contract, const Coverage& coverage, Date today);

/// One way to read what a clause leaves open, and what the price then is.
struct ReadPrice {
  Phrase reading;
  Ratio price;
};

/// What one price of a line comes to on a day, under each reading of what its clauses leave open.
struct ReadPrices {
  std::vector<ReadPrice> all;  ///< empty: nothing is open, or no price can be computed
  /// No two or more of the readings together give a higher price. REQUIRES: `all` is not empty.
  Ratio at_most{0};

  /// These two: of `all`. REQUIRES: it is not empty.
  const ReadPrice& lowest() const;
  const ReadPrice& highest() const;
};

/// The same readings as `unclear` compares, of one tier of a line on a day.
ReadPrices read_prices(const Contract& contract, const Coverage& coverage, const Line& line,
                       std::size_t tier, Date on);

}  // namespace pricetalk
