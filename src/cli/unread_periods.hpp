#pragma once

#include <vector>

#include "cli/load.hpp"
#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// Warns of figures that were typed in for a series that the contract follows, but of a period that
/// none of its prices reads (I0507), and names those that they do read.
void note_unread_periods(const ContractFile& file, const std::vector<PriceSchedule>& schedules,
                         const MoreFigures& typed, Date until, Diagnostics& problems);

}  // namespace pricetalk
