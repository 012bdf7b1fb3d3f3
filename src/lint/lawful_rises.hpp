#pragma once

#include <optional>
#include <vector>

#include "lint/breach.hpp"

namespace pricetalk {

/// A step of a clause that raised the price of a line, beside the maximum of its day.
struct LawfulRise {
  const Line* line = nullptr;      ///< never nothing
  const Clause* clause = nullptr;  ///< never nothing
  Date from;
  Ratio before;
  Ratio after;
  bool held = false;                   ///< the rule was there by that day
  std::optional<HighestRise> maximum;  ///< nothing: no row covers that day
  bool higher = false;                 ///< the rise is above the maximum, as far as it is known
  bool after_another = false;          ///< what was allowed before is lower than what was charged
  /// The highest price that the rule lets it be, counted from what was allowed before; nothing: not
  /// known.
  std::optional<Ratio> most;
};

/// The rises of a line, oldest first; of a line in parts none, because they move apart. What was
/// agreed (an improvement, say) is no rise of a clause. REQUIRES: the rule sets maxima.
std::vector<LawfulRise> lawful_rises(const RuleScope& scope, const Line& line);

/// The rises of a line beside the maxima of a rule of its country that the contract is about.
struct LegalMaxima {
  const ClauseRule* rule = nullptr;  ///< never nothing
  const Line* line = nullptr;        ///< never nothing
  std::vector<LawfulRise> rises;     ///< those of days on which the rule was there; never empty
};
/// Of every line up to a day. What the contract is about stands in `contract.subject`; where it
/// does not say, nothing is held against it.
std::vector<LegalMaxima> legal_maxima(const Contract& contract, const Coverage& coverage,
                                      const Law& law, Date until);

/// A price in the decimals of its line.
Decimal in_line_decimals(const RuleScope& scope, const Line& line, const Ratio& price);

}  // namespace pricetalk
