#pragma once

#include <optional>
#include <vector>

#include "billing/prices.hpp"
#include "billing/quantity.hpp"
#include "explain/worksheet.hpp"

namespace pricetalk {

/// Some days of an invoice in which every tier has one price and the discount holds or not.
struct Piece {
  Days days;
  std::vector<const DatedPrice*> prices;  ///< one per tier; null: no price yet
  bool discounted = false;
  std::optional<Ratio> once;  ///< what is bought once on this day, which the piece is then about
};

/// What of a line is charged.
struct ChargedWhat {
  bool price = true;             ///< price and discount; else only surcharges, before any discount
  const Clause* only = nullptr;  ///< of the surcharges only this clause's
};

/// What is asked of `charge`. Everything must outlive the call.
struct ChargeRequest {
  const Contract* contract = nullptr;
  const Line* line = nullptr;
  const TierPrices* prices = nullptr;
  Days invoice;  ///< the days that the invoice is for
  /// Only these days of it: what the invoice comes to up to their end, less what it comes to up to
  /// their beginning, each rounded, so that parts add up to the invoice.
  std::optional<Days> part = {};
  /// The quantity on an invoice row; nothing: the contract's own for these days.
  std::optional<Taken> taken = {};
  /// Where `taken.quantity` comes from; null: an invoice.
  const InputSource* taken_from = nullptr;
  /// Changes the contract's quantity: a future's factor.
  std::optional<GivenQuantity> growth = {};
  ChargedWhat what = {};
};

/// What a line comes to, as nodes of a worksheet.
struct Charge {
  NodeId amount = no_node;  ///< rounded by `billing.amount`
  NodeId price = no_node;   ///< net, of one unit; no_node when there is more than one
  std::vector<const PriceEntry*> entries;
  Fixity fixity = Fixity::fixed;
};

/// Price x quantity over the days on which both hold.
///
/// The days are cut wherever price, surcharge, discount, quantity, line or contract begins, changes
/// or ends; each piece has one price and one quantity; the pieces are added exactly and rounded
/// once
/// (`billing.amount`). A change of the price cuts as `billing.proration` says: on its day, from the
/// next month on, or not at all; all else cuts on its day. The quantity of a piece is the
/// contract's own (`quantity_of`); a quantity on an invoice is divided over the pieces in the
/// proportion of the contract's, and by days where the contract states none. What is bought once
/// has the price of its own day. Net price = (price + surcharges) less discount, rounded; volume
/// tiers are told by the quantity of the whole invoice, graduated ones fill with the days, so that
/// each piece has what is left of the tiers before it.
///
/// Nothing when the line does not live on these days and no quantity was taken.
std::optional<Charge> charge(Worksheet& sheet, const ChargeRequest& request);

/// Whose price counts on a day of an invoice: its own; by months that of the month's first day;
/// from the next period that of the first day of the period (`invoice_period`). Never before the
/// line begins.
Date price_day(const Contract& contract, const Line& line, const Days& invoice, Date day);

/// The first day on which an invoice counts a price that is in force from a day on: that day, or
/// with `proration` "months" and "next-period" the first day of the month or billing period after
/// it.
Date charged_from(const Contract& contract, const Line& line, Date day);

/// The pieces of an invoice, in order; what is bought once behind the others.
std::vector<Piece> pieces(const Contract& contract, const Line& line, const TierPrices& prices,
                          const Days& invoice, const std::optional<Days>& cut = {});

/// How an invoice line is rounded: `billing.amount`, else to the currency's smallest unit. The only
/// rounding of an amount.
Rounding amount_rounding(const Contract& contract);

/// The price after the line's discount, as it is charged on a day.
NodeId net_price(Worksheet& sheet, const Contract& contract, const Line& line, std::size_t tier,
                 NodeId price, bool discounted);
bool discounted_on(const Line& line, Date day);

}  // namespace pricetalk
