#pragma once

#include <optional>
#include <vector>

#include "lint/breach.hpp"

namespace pricetalk {

/// Rises above the highest that a rule sets for their day: computed ones with what the year costs,
/// and announced ones that are not computed yet. A day without a row is said, never judged.
void rises_above_the_maximum(const RuleScope& scope, std::vector<Breach>& made);

/// The first rise of each line that follows on another sooner than a rule allows.
void rises_too_soon(const RuleScope& scope, std::vector<Breach>& made);

/// The last day within the days of a rule on which a clause raised a price; nothing where it raised
/// none.
std::optional<Date> last_rise_within(const RuleScope& scope, const Clause& clause);

}  // namespace pricetalk
