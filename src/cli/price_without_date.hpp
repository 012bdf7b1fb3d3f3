#pragma once

#include <string>
#include <vector>

#include "cli/load.hpp"
#include "pricetalk/calendar/date.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

/// A price without a date (C0308) may be the price of the start or the price of today. Where
/// nothing else is wrong with the file and the figures are there, its hint says in money what both
/// readings come to on that day: the file is read and priced twice, with the one date and with the
/// other. `path` and `more` are as for load_contract. Everything else stays as it was.
Diagnostics with_both_readings(const Diagnostics& problems, const SourcePtr& source,
                               const std::string& path, const MoreFigures& more, Date today);

}  // namespace pricetalk
