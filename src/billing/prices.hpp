#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "billing/period.hpp"
#include "pricetalk/pricing/surcharge.hpp"

namespace pricetalk {

/// A price of one tier, with its surcharges, and the day from which it holds.
struct DatedPrice {
  Date from;
  Outcome<Ratio> price;
  Fixity fixity = Fixity::fixed;
  std::string address;
  const PriceEntry* entry = nullptr;  ///< of the contract's own schedule; nothing for a reading's
  /// The price and each surcharge in it; nothing where the line has none.
  std::shared_ptr<const ChargedPrice> parts = nullptr;
  /// Where a price that is in no schedule comes from, and what it is called.
  std::shared_ptr<const InputSource> source = nullptr;
};

/// The prices of one tier in the order of the fold; of one day the later holds.
using DatedPrices = std::vector<DatedPrice>;
/// Those of every tier of a line.
using TierPrices = std::vector<DatedPrices>;

/// The prices of a schedule. Surcharges are followed over the days.
DatedPrices dated_prices(const PriceSchedule& schedule, const Days& days);
/// Those of every tier of a line, from the schedules of its contract.
TierPrices dated_prices(const std::vector<PriceSchedule>& schedules, const Line& line,
                        const Days& days);

/// One price that holds all the time: a side of a comparison. `source.text` is what it is called.
TierPrices one_price(const Outcome<Ratio>& price, InputSource source);

/// The sum of the surcharges of one tier and the day from which it holds.
using DatedSurcharges = std::vector<std::pair<Date, Outcome<Ratio>>>;
DatedSurcharges dated_surcharges(const PriceSchedule& schedule, const Days& days);
/// Prices that another reading gives, with the contract's own surcharges on them.
DatedPrices with_surcharges(const DatedPrices& prices, const DatedSurcharges& added);

/// The price in force on a day; nothing before the first.
const DatedPrice* price_on(const DatedPrices& prices, Date day);

}  // namespace pricetalk
