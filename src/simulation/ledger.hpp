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
  const Actuals* actuals = nullptr;  ///< what was invoiced; nothing: no invoices
  /// Share of the VAT that the customer deducts, where the contract does not say it; nothing: not
  /// known.
  std::optional<Stated<Percent>> vat_deductible = {};
  std::vector<std::string> beside_it = {};  ///< innovations that are offered with `innovation`
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
///
/// Where invoices are given, a price line counts in a period with the rows for its days, a row that
/// goes beyond the period with its share by days, and with what is computed for the days that no
/// row is about. In a period in which all lines are invoiced the invoices hold own risk,
/// settlements and reductions: those are zero.
Ledger ledger(const LedgerRequest& request);

/// What the ledger of a run was filled from; points into the run.
LedgerRequest request_of(const Run& run);

/// What led to an amount.
struct ExplainedAmount {
  Derivation why;
  NodeId answer = no_node;
};
/// The steps of one amount of a ledger that `ledger` made of the same request, computed again;
/// nothing where nothing falls in the period.
std::optional<ExplainedAmount> explain_amount(const LedgerRequest& request, const Ledger& ledger,
                                              const LedgerRow& row, std::size_t period);

}  // namespace pricetalk
