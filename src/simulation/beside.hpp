#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "billing/charge.hpp"
#include "simulation/ledger.hpp"

namespace pricetalk {

/// How the amounts of one row of a ledger come about.
struct RowRecipe {
  LedgerRow row;     ///< without amounts
  std::string what;  ///< the end of its addresses
  /// Appends the steps of a period to an empty worksheet and gives the amount, rounded; no_node
  /// where nothing falls in the period.
  std::function<NodeId(Worksheet&, std::size_t)> amount;
  /// Whether an amount needs those before it to have been asked for, in order.
  bool in_order = false;
  /// How far a period is invoiced; nothing: invoices are not about this row.
  std::function<Invoiced(std::size_t)> invoiced = {};
};
using RowRecipes = std::vector<RowRecipe>;

/// Rows of a ledger, each behind those that are there. What they point to outlives them: the
/// request, and the ledger whose price rows they read.
void add_retention(const LedgerRequest& request, RowRecipes& rows);
void add_settlements(const LedgerRequest& request, RowRecipes& rows);
void add_innovation(const LedgerRequest& request, RowRecipes& rows);
void add_expected_costs(const LedgerRequest& request, const Ledger& prices, RowRecipes& rows);
/// What an innovation saves the customer, less the supplier's share, and what the customer invests.
void add_savings(const LedgerRequest& request, RowRecipes& rows);
/// VAT on what is paid, less what is paid back; only where it is known how much of it is deducted.
void add_vat(const LedgerRequest& request, const Ledger& paid, RowRecipes& rows);
void add_market_level(const LedgerRequest& request, RowRecipes& rows);

/// The name of all lines in a future's volume, for what a result hangs on: their quantities are so
/// much higher from the first period on. It stands behind those of single lines.
inline constexpr std::string_view every_line = "*";

/// Whether a cost beside the price is part of the whole cost to the customer.
bool in_whole_cost(const BesideTotal& beside);

/// "CONTRACT/row/2026-01/what".
std::string amount_address(const LedgerRequest& request, std::string_view row,
                           const LedgerPeriod& period, std::string_view what);
/// Decimals of the amounts of a ledger.
int ledger_decimals(const Contract& contract);
/// The contract's quantity of the days of a column.
GivenQuantity given_quantity(const Line& line, const LedgerPeriod& period);
/// The future's factor on the quantity; nothing where it changes nothing.
std::optional<GivenQuantity> given_volume(const LedgerRequest& request, const Line& line,
                                          std::size_t period);

/// What a line is charged in each period of a ledger. The request and the line outlive this, and
/// this what `charge_of` gives.
class LinePrices {
 public:
  LinePrices(const LedgerRequest& request, const Line& line);
  ChargeRequest charge_of(std::size_t period);

 private:
  const LedgerRequest& request_;
  const Line& line_;
  TierPrices prices_;
  std::optional<Days> made_;  ///< the invoice that the prices were made for
};

}  // namespace pricetalk
