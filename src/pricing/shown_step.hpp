#pragma once

#include <optional>

#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// Whether a limit in money (largest_increase, highest_price) made the step smaller than its
/// coefficient.
bool cut_in_money(const PriceEntry& entry);

/// The step of a price as people read it, as a fraction.
struct ShownStep {
  /// The coefficient's change where that leads to the price but for its last decimal; else what
  /// the price moved by. Undetermined where there is no step.
  Outcome<Ratio> step;
  /// The clause's own change, where a limit in money or a coarse rounding made another step of it.
  std::optional<Ratio> own = {};
};
/// REQUIRES: the entry is one of the schedule's.
ShownStep shown_step(const PriceSchedule& prices, const PriceEntry& entry);

}  // namespace pricetalk
