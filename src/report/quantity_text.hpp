#pragma once

#include <string>

#include "pricetalk/audit/audit.hpp"

namespace pricetalk {

/// What stands above quantities that differ. `notes`: of those below the least of a band.
Phrase quantities_heading(bool notes);

/// "2025-03-01 … 2025-03-31  charged 130, at most 120: 10 more, ": before its money.
std::string quantity_text(const QuantityGap& gap, Language language);

}  // namespace pricetalk
