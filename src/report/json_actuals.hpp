#pragma once

#include "portfolio/actual_rows.hpp"
#include "report/json_parts.hpp"

namespace pricetalk {

/// What became of invoice rows that stand in place of what would be computed: sums by currency, and
/// the first rows that count for nothing, with why.
Json actuals_json(const ActualRows& rows);

}  // namespace pricetalk
