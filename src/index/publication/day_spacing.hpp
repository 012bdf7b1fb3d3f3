#pragma once

#include <optional>
#include <vector>

#include "pricetalk/calendar/date.hpp"

namespace pricetalk::publication {

/// What days in a column of periods stand for: the first or the last day of months, quarters or
/// years, or the days themselves. Only how far they are apart tells. Nothing when that fits no
/// unit, or when there is one day only.
std::optional<Unit> unit_of_days(std::vector<Date> days);

}  // namespace pricetalk::publication
