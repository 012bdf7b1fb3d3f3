#pragma once

#include <string>
#include <vector>

#include "pricetalk/pricing/schedule.hpp"
#include "reading/reading.hpp"

namespace pricetalk {

/// Another reading of a point that the contract leaves open, and what it gives.
struct OtherReading {
  std::string id;             ///< of the reading: "coefficient-not-rounded"
  PointRead used;             ///< how the contract is read, by default
  Phrase sentence;            ///< how it could be read as well
  Outcome<Ratio> price;       ///< allowed price of the day under that reading
  Outcome<Ratio> difference;  ///< that price minus the contract's, per unit
};

/// Both kinds of points of one price on a day, of the clauses that move it and of its surcharges.
struct TwoReadings {
  bool with_surcharges = false;    ///< the prices compared hold the surcharges of the day
  std::vector<OtherReading> open;  ///< those that change the price; largest difference first
  std::vector<PointRead> stated;   ///< what the contract says itself, with its place
};

struct PricingContext;

/// What the price of a day would be under the other readings. Each is an edit of the contract,
/// lowered and folded by the same code from the first day on. Undetermined ones come last; a price
/// that is itself undetermined has none.
TwoReadings two_readings(const PricingContext& context, Date on);

}  // namespace pricetalk
