#pragma once

#include <map>
#include <vector>

#include "portfolio/portfolio.hpp"

namespace pricetalk {

/// What contracts of one currency, with or without VAT, cost together in one future and
/// alternative.
struct PortfolioTotal {
  Currency currency;
  Vat vat = Vat::excluded;
  std::size_t future = 0;       ///< position in the answer
  std::size_t alternative = 0;  ///< position in the answer
  std::size_t contracts = 0;    ///< how many are added up
  std::size_t about = 0;        ///< how many of them the alternative is about
  int open = 0;                 ///< amounts that are not known, and not in the sums
  struct Year {
    int year = 0;
    Ratio contracted;
    Ratio renewal;  ///< assumes that contracts go on after their end
    Ratio together() const { return contracted + renewal; }
  };
  std::vector<Year> years;
  Ratio contracted;
  Ratio renewal;
  Ratio present_value;  ///< zero without a discount rate
  /// What is expected beside the prices, in the order of the kinds; below zero: it lowers the cost.
  std::map<LedgerKind, Ratio> beside;

  /// All that it costs the customer.
  Ratio whole_cost() const;
  Ratio together() const { return contracted + renewal; }
};

/// A sum of amounts as it is written: with the currency's decimals, or those of finer amounts.
Decimal as_written(const Ratio& sum, const Currency& currency);

/// What a contract costs in a run at a rate: each twelve months paid at their end, to the
/// currency's smallest unit, as a simulation has it.
Ratio present_value(const PortfolioContract& contract, std::size_t run, const Percent& rate);

/// One for each currency, VAT, future and alternative, in this order. Sums of whole cents, so that
/// no order matters.
std::vector<PortfolioTotal> totals_of(const PortfolioAnswer& answer);

}  // namespace pricetalk
