#pragma once

#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// Whether a figure that is published after `today` may still change a determined price: a step on
/// the way to it, of a coming day, reads the latest figure of that day, has a stand-in for one that
/// is not there, or rests on one that its publisher may still revise.
bool may_still_change(const PriceSchedule& prices, const PriceEntry& entry, Date today);

}  // namespace pricetalk
