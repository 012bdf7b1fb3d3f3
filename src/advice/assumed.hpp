#pragma once

#include "pricetalk/scenario/scenario.hpp"
#include "pricetalk/simulation/simulate.hpp"

namespace pricetalk {

/// The figures that a run takes from its future for prices that begin in these days, and how they
/// go on there: "consumer prices (CBS): 2.5% a year". Empty: all of them are published. A future
/// that `futures` does not hold is called by its name alone.
Phrase assumed_figures(const Run& run, const Scenario* futures, Date from, Date until);

}  // namespace pricetalk
