#pragma once

#include <optional>

#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// Whether a figure that is published after `today` may still change a determined price: a step on
/// the way to it, of a coming day, reads the latest figure of that day, has a stand-in for one that
/// is not there, or rests on one that its publisher may still revise.
bool may_still_change(const PriceSchedule& prices, const PriceEntry& entry, Date today);

/// That a step of a coming day is reckoned with the latest figure of today, and goes by the latest
/// of its own reading day: "Provisional: …". Nothing where it reads no latest figure.
std::optional<Phrase> latest_so_far(const Contract& contract, const PriceEntry& entry, Date today);

}  // namespace pricetalk
