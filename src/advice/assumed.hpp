#pragma once

#include <cstdint>
#include <vector>

#include "advice/offer_terms.hpp"
#include "pricetalk/scenario/scenario.hpp"
#include "pricetalk/simulation/simulate.hpp"

namespace pricetalk {

/// Whose figures: of the prices alone, or of the surcharges on them as well.
enum class AssumedFor : std::uint8_t { prices, charged };

/// The figures that a run takes from its future for what is charged on these days, and how they go
/// on there: "consumer prices (CBS): 2.5% a year". Empty: all of them are published. The name of a
/// future is ours and is never said.
Phrase assumed_figures(const Run& run, const Scenario* futures, AssumedFor what, Date from,
                       Date until);

/// The same, one by one.
std::vector<AssumedSeries> assumed_series(const Run& run, const Scenario* futures, AssumedFor what,
                                          Date from, Date until);

}  // namespace pricetalk
