#pragma once

#include "lint/trial_step.hpp"

namespace pricetalk {

/// The clause of a step that stays below its threshold, where no step came through: on each date
/// the change is measured anew, so that changes that are smaller never add up, and the price stays
/// while the figures leave the threshold behind.
/// REQUIRES: the step is the last of `prices` that stays below the threshold.
void ask_whether_it_never_opens(const TrialStep& step, const PriceSchedule& prices);

}  // namespace pricetalk
