#pragma once

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "pricetalk/explain/worksheet.hpp"
#include "pricetalk/invoice/invoice.hpp"
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
};

/// The prices of one tier in the order of the fold; of one day the later holds.
using DatedPrices = std::vector<DatedPrice>;
/// Surcharges are followed over the days from `from` to `to`.
DatedPrices dated_prices(const PriceSchedule& schedule, Date from, Date to);

/// The sum of the surcharges of one tier and the day from which it holds.
using DatedSurcharges = std::vector<std::pair<Date, Outcome<Ratio>>>;
DatedSurcharges dated_surcharges(const PriceSchedule& schedule, Date from, Date to);
/// Prices that another reading gives, with the contract's own surcharges on them.
DatedPrices with_surcharges(const DatedPrices& prices, const DatedSurcharges& added);
const DatedPrice* price_on(const DatedPrices& prices, Date day);

/// A part of a period in which one price holds.
struct PriceShare {
  const DatedPrice* price = nullptr;  ///< nothing: before the first price
  Ratio share{1};                     ///< of the period
};
std::vector<PriceShare> shares(const DatedPrices& prices, Date from, Date to, Proration proration);

/// A quantity that is charged at the price of one tier.
struct TierPart {
  std::size_t tier = 0;
  Ratio quantity;
};

/// How the quantity of a row falls into the tiers of its line. `volume` is the quantity of the
/// whole billed period, `before` what earlier rows of that period took.
std::vector<TierPart> tier_parts(const Line& line, const Ratio& quantity, const Ratio& volume,
                                 const Ratio& before);

/// What was allowed for a quantity in a period, as a node of a worksheet: per tier and share of the
/// period quantity x net price, added up, rounded as the contract bills.
struct AllowedNodes {
  NodeId amount = no_node;
  NodeId price = no_node;  ///< net, of one unit; no_node when there is more than one
  std::vector<const PriceEntry*> entries;
  Fixity fixity = Fixity::fixed;
};
AllowedNodes allowed(Worksheet& sheet, const Contract& contract, const Line& line,
                     const std::vector<DatedPrices>& tiers, const std::vector<TierPart>& parts,
                     Date from, Date to);

/// How an invoice line is rounded.
Rounding amount_rounding(const Contract& contract);

/// The price after the line's discount, as it is charged on a day.
NodeId net_price(Worksheet& sheet, const Contract& contract, const Line& line, NodeId price,
                 Date day);

}  // namespace pricetalk
