#pragma once

#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// U0020, a warning: the prices per unit of these lines are shown without the surcharges that come
/// on top of them, because those of the day cannot be determined. Sums of invoices hold them.
void note_surcharges(const std::vector<PriceSchedule>& schedules, Date today,
                     Diagnostics& problems);

}  // namespace pricetalk
