#pragma once

#include "lint/trial_step.hpp"

namespace pricetalk {

/// What is asked of a step with the figures of the library.

/// Whether the price leaps where they do not, moves against them or by their points, or leaps over
/// a year of steps.
void ask_with_own_figures(const TrialStep& step);

/// Whether the price `before` leaps by `change`, beyond `limit`, where no figure does.
void ask_for_a_leap(const TrialStep& step, const Ratio& before, const Ratio& change,
                    const Ratio& limit);

}  // namespace pricetalk
