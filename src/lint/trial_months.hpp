#pragma once

#include "lint/trial_step.hpp"

namespace pricetalk {

/// What is asked of a step about the months whose changes it charges.

/// Whether half or more of the months between two steps are never charged, as with a change over
/// three months that is charged once a year. REQUIRES: step.last.
void ask_for_months_left_out(const TrialStep& step);

/// Whether the original price is compared with a figure of a year or more before that price, so
/// that what rose in between, and is in the price already, is charged again.
void ask_for_an_older_reference(const TrialStep& step);

/// The reference is of long after the price, and the first step compares it with itself: what rose
/// in between is never charged.
void ask_for_a_later_reference(const TrialStep& step);

/// Changes over a year, of each month, that are multiplied together.
void ask_for_years_compounded(const TrialStep& step);

}  // namespace pricetalk
