#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "billing/charge.hpp"
#include "simulation/ledger.hpp"

namespace pricetalk {

/// Rows of a ledger besides the prices, each behind those that are there.
void add_retention(const LedgerRequest& request, Ledger& ledger);
void add_settlements(const LedgerRequest& request, Ledger& ledger);
void add_innovation(const LedgerRequest& request, Ledger& ledger);
void add_expected_costs(const LedgerRequest& request, Ledger& ledger);
/// What an innovation saves the customer, less the supplier's share, and what the customer invests.
void add_savings(const LedgerRequest& request, Ledger& ledger);
/// VAT on what is paid, less what is paid back; only where it is known how much of it is deducted.
void add_vat(const LedgerRequest& request, Ledger& ledger);
void add_market_level(const LedgerRequest& request, Ledger& ledger);

/// The name of all lines in a future's volume, for what a result hangs on; it stands behind those
/// of single lines.
inline constexpr std::string_view every_line = "*";

/// "CONTRACT/row/2026-01/what".
std::string amount_address(const LedgerRequest& request, std::string_view row,
                           const LedgerPeriod& period, std::string_view what);
/// Decimals of the amounts of a ledger.
int ledger_decimals(const Contract& contract);
LedgerCell cell_of(Derivation why, NodeId answer, int decimals, std::string address);
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
