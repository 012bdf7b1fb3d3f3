#pragma once

#include <optional>
#include <vector>

#include "pricetalk/simulation/ledger.hpp"

namespace pricetalk {

/// How much of a line is invoiced for a period, before the future's change of volume. Undetermined
/// when the contract states no quantity.
Outcome<Ratio> quantity_of(const Line& line, const LedgerPeriod& period);

/// The days of the period on which the line lives; nothing when it does not.
struct LineDays {
  Date first;
  Date last;
  int count() const { return last.days() - first.days() + 1; }
};
std::optional<LineDays> days_alive(const Line& line, const LedgerPeriod& period);

/// What is bought once, on a day of its own: `delivered`, the rate's `from`, or the line's first
/// day.
struct OnceInside {
  Date day;
  Ratio quantity;
};
/// Those inside the days, where nothing of the line is bought regularly.
std::vector<OnceInside> once_inside(const Line& line, const LineDays& alive);

/// Calendar months between two days, parts of a month by days: 2026-04-16 to 2026-05-31 is 1.5.
Ratio months_between(Date first, Date last);

}  // namespace pricetalk
