#pragma once

#include <optional>
#include <string>
#include <vector>

#include "billing/period.hpp"
#include "pricetalk/simulation/simulate.hpp"

namespace pricetalk {

/// The columns of a ledger: the billing periods from the first one that begins on or after `from`
/// until `months` are covered, cut as `LedgerPeriod` says.
std::vector<LedgerPeriod> ledger_periods(const Contract& contract, Date from, int months);

/// The same over stated days, for a contract that is compared with another: an invoice that only
/// partly lies in them has the columns of that part.
std::vector<LedgerPeriod> ledger_periods(const Contract& contract, const Days& days);

/// What fills a ledger. Everything must outlive the result.
struct LedgerRequest {
  /// Lines without an end of their own go on beyond the contract's end.
  const Contract* contract = nullptr;
  const std::vector<PriceSchedule>* schedules = nullptr;
  const Library* library = nullptr;  ///< projected; for price levels that a series moves
  const Future* future = nullptr;  ///< nothing: quantities as the contract says, no expected costs
  std::optional<std::string> innovation;
  std::vector<LedgerPeriod> periods;
  /// Share of the VAT that the customer deducts, where the contract does not say it; nothing: not
  /// known.
  std::optional<Stated<Percent>> vat_deductible = {};
};

/// An invoice line is what `charge` (billing) gives for the days of the period and the line's own
/// quantity. Own risk on surcharges
/// is a row of its own: what is due of the total to date, less what was due before the period,
/// less the surcharges that the period's invoices hold. The future's volume growth counts from the
/// thirteenth month on, in steps of a year. Expected costs of a period:
/// - refund = rate x amount x (1 - restocking), to the supplier, who has the goods again;
/// - restocking = rate x amount x restocking, to the customer;
/// - non_conformity = rate x quantity x cost per case, to the supplier where the contract states a
///   remedy or a liability, else to the customer.
/// What a return costs to send is in no file and not counted.
Ledger ledger(const LedgerRequest& request);

}  // namespace pricetalk
