#pragma once

#include "lint/trial_step.hpp"

namespace pricetalk {

/// What is asked of a step with figures that are made up: whether the price moves as they do.

/// Whether it moves although no figure does.
void ask_without_change(const TrialStep& step);

/// Whether it follows when all figures rise, and when one of them rises or falls: in the same
/// direction, and by no more.
/// REQUIRES: step.tried.compares().
void ask_with_all_up(const TrialStep& step);

/// Whether an index does nothing to it, whatever its figures are; or all of them hardly anything.
void ask_for_no_effect(const TrialStep& step);

}  // namespace pricetalk
