#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pricetalk/explain/figure.hpp"
#include "pricetalk/pricing/schedule.hpp"
#include "pricetalk/scenario/scenario.hpp"

namespace pricetalk {

/// One column of a ledger: an invoice period, or its days in one year. A period is cut where the
/// contract ends (what comes after is an invoice of its own, and assumes renewal) and where a
/// calendar year, a year of the contract or a year of the run begins.
struct LedgerPeriod {
  Date first;
  Date last;
  Date invoice_first;  ///< of the invoice that these days belong to
  Date invoice_last;
  int months = 1;          ///< that begin in it
  bool contracted = true;  ///< holds no day after the contract's last one; else it assumes renewal

  /// "2026-01", "2026-01 to 2026-03", or "2026-01-01 to 2026-01-15" for parts of months.
  std::string text() const;
};

/// What an amount is.
enum class LedgerKind : std::uint8_t {
  price,           ///< quantity x price: the invoice
  innovation,      ///< what an innovation takes off the invoice: zero or less
  retention,       ///< own risk of the supplier on surcharges: what the invoices hold too much of
  settlement,      ///< what a late figure settles of days before the first period
  refund,          ///< expected: paid back for what is returned
  restocking,      ///< expected: kept of the price of what is returned
  non_conformity,  ///< expected: cost of what is not as agreed
  market,          ///< to compare with: quantity x normal price level
};
const Phrase& words(LedgerKind kind);
/// "refund", "non-conformity": for addresses and machines.
std::string_view word(LedgerKind kind);

/// Whether the customer pays it: it belongs to the price total. The expected costs and the market
/// level stand beside it and are never added to it.
constexpr bool is_paid(LedgerKind kind) {
  return kind == LedgerKind::price || kind == LedgerKind::innovation ||
         kind == LedgerKind::retention || kind == LedgerKind::settlement;
}

/// One amount with everything that led to it.
struct LedgerCell {
  Outcome<std::int64_t> units;  ///< of the ledger's last decimal: cents
  Address address;
  Derivation why;
  NodeId answer = no_node;
  Fixity fixity = Fixity::fixed;
};

/// The amounts of one price line (or innovation) over all periods.
struct LedgerRow {
  LedgerKind kind = LedgerKind::price;
  std::string line;  ///< id of the price line or innovation
  Phrase title;
  std::optional<Side> bearer;     ///< of an expected cost, as the terms say
  Phrase remark;                  ///< what a reader must know; may be empty
  std::vector<LedgerCell> cells;  ///< one per period
};

/// Period x row of amounts in whole units of the last decimal, so that order and threads cannot
/// matter.
struct Ledger {
  Currency currency;
  int decimals = 2;  ///< of the amounts: the currency's, or those of `billing.amount` where finer
  std::vector<LedgerPeriod> periods;
  std::vector<LedgerRow> rows;  ///< prices in the order of the file, then the others

  const LedgerRow* find(LedgerKind kind, std::string_view line) const;
  Money money(std::int64_t units) const;
};

/// The columns of a ledger: the billing periods from the first one that begins on or after `from`
/// until `months` are covered, cut as `LedgerPeriod` says.
std::vector<LedgerPeriod> ledger_periods(const Contract& contract, Date from, int months);

/// What fills a ledger. Everything must outlive the result.
struct LedgerRequest {
  /// Lines without an end of their own go on beyond the contract's end.
  const Contract* contract = nullptr;
  const std::vector<PriceSchedule>* schedules = nullptr;
  const Library* library = nullptr;  ///< projected; for price levels that a series moves
  const Future* future = nullptr;  ///< nothing: quantities as the contract says, no expected costs
  std::optional<std::string> innovation;
  std::vector<LedgerPeriod> periods;
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
