#pragma once

#include <string>

#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// The parts of a line's price on a day: share, price in the part's own currency, clause, and the
/// derivation of each part that the price of the day itself does not show. Empty without parts.
std::string parts_text(const PriceSchedule& prices, Date on, Language language);

}  // namespace pricetalk
