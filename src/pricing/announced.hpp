#pragma once

#include <vector>

#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// A step that was announced higher than the contract allows, and is not taken yet or is the one in
/// force.
struct AnnouncedAbove {
  struct Step {
    const PriceSchedule* prices = nullptr;
    const PriceEntry* entry = nullptr;
  };
  const AnnouncementTerms* announcement = nullptr;
  std::vector<Step> steps;  ///< of every line that the clause moves, one for each tier
  Ratio allowed;            ///< the largest step that one of them may take
};

/// The last announcement of each clause and date, as known today, where no percentage that rounds
/// to the announced one is allowed on any line. Nothing where an allowed step is not determined,
/// the clause moves a part of a price, a decision was taken about the date, or the announcement
/// came too late to give a step.
std::vector<AnnouncedAbove> announced_above(const Contract& contract,
                                            const std::vector<PriceSchedule>& schedules,
                                            Date today);

}  // namespace pricetalk
