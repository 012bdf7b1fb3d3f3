#pragma once

#include <optional>
#include <vector>

#include "pricetalk/contract/contract.hpp"

namespace pricetalk {

/// The adjustment dates of a clause for a line, oldest first, up to and including `until`. Also
/// those outside the line's life or on or before price_date: references count from them.
std::vector<Date> scheduled_dates(const Contract& contract, const Line& line, const Clause& clause,
                                  Date until);

/// The last of them, without making the others.
std::optional<Date> last_date(const Contract& contract, const Line& line, const Clause& clause,
                              Date until);

/// The first of them that is not before `day`; nothing where the clause has run for the last time.
std::optional<Date> next_date(const Contract& contract, const Line& line, const Clause& clause,
                              Date day);

}  // namespace pricetalk
