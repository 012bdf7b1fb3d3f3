#pragma once

#include <string>
#include <vector>

#include "pricetalk/pricing/schedule.hpp"
#include "pricetalk/scenario/scenario.hpp"

namespace pricetalk {

/// A series that would decide a figure, and the futures that have no rule for it.
struct SeriesGap {
  std::string series;                  ///< id of the series
  Span asked_by;                       ///< where the contract names it
  std::vector<const Future*> futures;  ///< that leave it out; they point into the scenario
};

/// Series of these prices that would decide a figure and for which the future has no rule, as
/// `gaps`, and replays that the figures cannot answer. `known`: the figures before `project`;
/// `priced`: what `schedule` made of them after it.
void check_future(const Contract& contract, const std::vector<PriceSchedule>& priced,
                  const Library& known, const Future& future, Date today, Date until,
                  std::vector<SeriesGap>& gaps, Diagnostics& diagnostics);

/// An error for each future that is random: whoever asks computes one way on for each future, and
/// such a future has many.
Diagnostics refuse_random(const Scenario& scenario);

/// One error for each series, however many futures leave it out.
Diagnostics errors_of(const std::vector<SeriesGap>& gaps);

}  // namespace pricetalk
