#pragma once

#include "lint/trial_step.hpp"

namespace pricetalk {

/// What is asked of a step about the measure in which figures are counted: points, percentages,
/// money.

/// Whether what comes out depends on the base year in which figures stand. A ratio of two levels is
/// the same in every base, a difference of them is not. A formula that adds money to the price says
/// itself what a point is worth.
/// REQUIRES: step.tried.compares().
void ask_in_another_base(const TrialStep& step);

/// `P0 + (S - S0)`: a point is one unit of money whatever the price is. Of a price in a series it
/// is meant, and a formula with a number before it says itself what a point is worth.
/// REQUIRES: step.tried.compares().
void ask_as_money(const TrialStep& step);

/// Whether a series in percent holds levels: 110 of an index, read as 110%. `measured`: the change
/// that came out.
void ask_as_levels(const TrialStep& step, const Ratio& measured);

/// 3.1% over 3.5% is no change of a price: the same percentages twice as high would give the same.
void ask_as_ratio_of_percentages(const TrialStep& step);

/// Whether a figure of one index is divided by the reference of another.
void ask_whether_it_crosses(const TrialStep& step);

}  // namespace pricetalk
