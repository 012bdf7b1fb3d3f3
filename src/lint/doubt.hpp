#pragma once

#include <string>
#include <vector>

#include "index/figure_doubts.hpp"
#include "lint/trial_limits.hpp"
#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// Something that a contract states and that can hardly be meant, told as a warning.
struct Doubt {
  std::string code;  ///< of the warning: "W0132"
  Span where;        ///< its words
  Phrase title;      ///< what it does to a price, or how far away it lies
  Phrase remedy;     ///< what to write
};

/// All that is asked of what a contract states, without running its formulas: figures, links,
/// limits, bands, tiers, discounts, VAT, first steps, decisions, days and series that end. What a
/// clause accepts is not among them.
std::vector<Doubt> doubts(const Contract& contract, const Library& library, Date today,
                          const TrialLimits& limits);

/// Those of them about days, lengths of time and VAT, which hang on `today`.
std::vector<Doubt> doubts_of_days(const Contract& contract, Date today, const TrialLimits& limits);

/// Those of them that hang on nothing but the contents of the prices and the figures: all but days,
/// VAT and series that end. `known`: what is remembered of the figures of other contracts.
std::vector<Doubt> doubts_of_prices(const Contract& contract, const Library& library, Date today,
                                    const TrialLimits& limits, KnownFigureDoubts* known = nullptr);

}  // namespace pricetalk
