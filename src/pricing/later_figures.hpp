#pragma once

#include <optional>
#include <vector>

#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// Whether a figure that is published after `today` may still change a determined price: a step on
/// the way to it, of a coming day, reads the latest figure of that day, has a stand-in for one that
/// is not there, or rests on one that its publisher may still revise.
bool may_still_change(const PriceSchedule& prices, const PriceEntry& entry, Date today);

/// That a step of a coming day is reckoned with the latest figure of today, and goes by the latest
/// of its own reading day: "Provisional: …". Nothing where it reads no latest figure.
std::optional<Phrase> latest_so_far(const Contract& contract, const PriceEntry& entry, Date today);

/// The figures under a price that a person entered, and its publisher's may replace, one in words:
/// "July 2026 of cbs/cpi: 102.90, entered by hand". `library`: from which the price was computed.
std::vector<Phrase> entered_figures(const PriceSchedule& prices, const PriceEntry& entry,
                                    const Library& library);

}  // namespace pricetalk
