#pragma once

#include <optional>
#include <vector>

#include "pricetalk/pricing/schedule.hpp"
#include "pricing/specialise.hpp"

namespace pricetalk {

/// What one step does to the prices of all lines of a content.
struct CourseStep {
  Date from;                        ///< first day of the new price
  std::optional<Specialised> made;  ///< the new price; nothing: the price stays
  std::vector<Slot> reads;          ///< of `made`: the price in force, or the original one
  bool moved = false;               ///< whether the price of the line that stands for all moved
};

/// The fold of one line, as what it does to every line that differs from it in its price only: the
/// calculations are those of the schedule, their shared part is the number that it computed.
struct PriceCourse {
  std::vector<CourseStep> steps;
  /// Whether a later step asks if an earlier one moved the price. A step whose rounded price stays
  /// may have moved it all the same, before rounding; so only lines whose price moves go on
  /// together.
  bool remembers_moves = false;
  /// Why there is no such course; empty: there is.
  Phrase refused;
  Date refused_from;  ///< first day of the price that has none; of no meaning where there is one
};

/// REQUIRES: a line without tiers, parts and surcharges, none of whose clauses resets another.
PriceCourse price_course(const PriceSchedule& schedule);

}  // namespace pricetalk
