#pragma once

#include <optional>
#include <vector>

#include "pricetalk/pricing/schedule.hpp"
#include "pricetalk/pricing/surcharge.hpp"
#include "pricing/fold.hpp"

namespace pricetalk {

/// Days on which a provisional price was charged, and the price that should have been. Of a line
/// with surcharges both are the price with the surcharges of those days.
struct TrueUpPart {
  Date first;
  Date last;
  Outcome<Ratio> charged;
  Outcome<Ratio> due;
  Outcome<Ratio> per_unit;  ///< due minus charged; above zero: the customer still pays
};

/// What one figure settles that came after the price that needed it (CONTRACT-FORMAT section 6.5,
/// `if_missing = "latest-and-true-up"`): from the adjustment date until the day it became known a
/// provisional price was charged.
struct TrueUp {
  const Line* line = nullptr;
  std::size_t price = 0;            ///< which tier
  std::vector<LateFigure> figures;  ///< that came on that day
  /// The first day on which the true price could be charged. Empty: nobody has recorded a day.
  std::optional<Date> known;
  bool recorded = true;           ///< no: `known` is the day of retrieval, so at the latest then
  PriceSchedule charged;          ///< as the prices were known the day before
  PriceSchedule due;              ///< as they are known on the day
  std::vector<TrueUpPart> parts;  ///< oldest first; never empty
  Address address;
};

/// What late figures settle for one price, oldest first, of the adjustments up to `until`. A figure
/// that moves nothing, or comes before its price is charged, settles nothing. The contract and the
/// library must outlive the result.
std::vector<TrueUp> true_ups(const PricingContext& context, Date until);

/// "Provisional: C of October 2024 is not published yet; until it is, September 2024 is read
/// instead. …", one for each figure that a price waits for, as one says it on a day.
std::vector<Phrase> waits_for(const PriceEntry& entry, Date today);
std::vector<Phrase> waits_for(const Surcharge& surcharge, Date today);

}  // namespace pricetalk
