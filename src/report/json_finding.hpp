#pragma once

#include "pricetalk/advice/redface.hpp"
#include "report/json_parts.hpp"

namespace pricetalk {

/// The figure, or null where it is not known yet.
Json outcome_or_null(const Outcome<Figure>& outcome);

/// Writes `told` of a mistake: when the customer was told and what is open; null when the customer
/// was not, with what to record after the call under `to_record`. Nothing for other findings.
void add_told(Json& row, const Finding& finding);

}  // namespace pricetalk
