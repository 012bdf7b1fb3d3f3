#pragma once

#include <optional>
#include <vector>

#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// All that happens to a price on one day: several clauses, parts, or a step that was put off until
/// then. What people ask is what the price was the day before.
struct DayStep {
  /// In their order; the start is one only where it is the only one.
  std::vector<const PriceEntry*> causes;
  /// The last one that moved the price, else the last: its verdict is that of the day.
  const PriceEntry* shown = nullptr;
  Outcome<Ratio> before;  ///< the price of the day before
  /// Of one cause that moved the price its own step (`shown_step`); of several that of the price.
  Outcome<Ratio> change;
  /// The clause's own change, where a limit in money or a coarse rounding made another step of it.
  std::optional<Ratio> own = {};
};

/// The day on which an entry of the schedule came into force.
DayStep step_of_day(const PriceSchedule& prices, const PriceEntry& entry);

}  // namespace pricetalk
