#pragma once

#include <string>
#include <vector>

#include "pricetalk/explain/derivation.hpp"

namespace pricetalk {

/// Two figures of one derivation that stand on both sides of a change in the way of measuring. Of
/// several, the two nearest to it.
struct BreakCrossed {
  std::string series;  ///< id of the series of `before`
  std::string name;    ///< "CBS 86141NED (2025=100)"
  /// Of `after`, where it is another one: two bases of one publisher that were joined by a link.
  std::string series_after;
  Period from;  ///< measured anew from this period on
  Phrase what;
  Period before;
  Period after;
};

/// The breaks that a derivation reads across, in order of series and day; every figure that it
/// reads counts, those of averages and links too. The only code that knows when a break is crossed.
std::vector<BreakCrossed> breaks_crossed(const Derivation& derivation);

/// One or two sentences, with a full stop: which series, from when, what changed, which two periods
/// stand across it.
Phrase in_words(const BreakCrossed& crossed);
/// The same for a page with little room: without what changed.
Phrase in_short(const BreakCrossed& crossed);

}  // namespace pricetalk
