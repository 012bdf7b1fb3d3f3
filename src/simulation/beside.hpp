#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pricetalk/simulation/ledger.hpp"
#include "simulation/invoice_line.hpp"

namespace pricetalk {

/// Rows of a ledger besides the prices, each behind those that are there.
void add_retention(const LedgerRequest& request, Ledger& ledger);
void add_settlements(const LedgerRequest& request, Ledger& ledger);
void add_innovation(const LedgerRequest& request, Ledger& ledger);
void add_expected_costs(const LedgerRequest& request, Ledger& ledger);
void add_market_level(const LedgerRequest& request, Ledger& ledger);

/// "CONTRACT/row/2026-01/what".
std::string amount_address(const LedgerRequest& request, std::string_view row,
                           const LedgerPeriod& period, std::string_view what);
LedgerCell cell_of(Derivation why, NodeId answer, Currency currency, std::string address);
GivenQuantity given_quantity(const Line& line, const LedgerPeriod& period);
/// The future's factor on the quantity; nothing where it changes nothing.
std::optional<GivenQuantity> given_volume(const LedgerRequest& request, const Line& line,
                                          std::size_t period);

}  // namespace pricetalk
