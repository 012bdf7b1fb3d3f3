#pragma once

#include <string>

#include "answer/deliveries.hpp"

namespace pricetalk {

/// A list of deliveries for the terminal: a row for each, sums, and what all of them share.
std::string deliveries_text(const Contract& contract, const JudgedDeliveries& deliveries,
                            Date today, Language language);

/// The same for machines.
std::string deliveries_json(const JudgedDeliveries& deliveries, Date today, bool today_from_clock);

}  // namespace pricetalk
