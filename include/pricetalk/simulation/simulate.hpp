#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
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

/// A sum of ledger amounts. Undetermined when any part is; `known` then is the sum of the others
/// and `open` says how many are missing.
struct Total {
  Outcome<Figure> figure;
  Figure known;
  int open = 0;
};

/// A total, split: contracted periods, periods that assume renewal, and both. Never one unmarked
/// sum.
struct SplitTotal {
  Total contracted;
  Total renewal;
  Total with_renewal;
  int months_contracted = 0;
  int months_renewal = 0;
};

/// One year of a run.
struct YearTotal {
  std::string label;  ///< "2026", "2026/2027"
  Date first;         ///< first day that the simulation covers of it
  Date last;
  SplitTotal total;
  bool whole() const { return total.months_contracted + total.months_renewal == 12; }
};

/// Expected costs and lines to compare with: beside the price total.
struct BesideTotal {
  LedgerKind kind = LedgerKind::refund;
  std::optional<Side> bearer;
  SplitTotal total;
  /// Of the market level: what the lines that have one cost at the contract's price.
  std::optional<SplitTotal> same_lines;
};

/// One alternative in one future.
struct Run {
  std::string future;
  std::string alternative;  ///< "contract" for the contract as it is
  /// As simulated: edited, lines going on beyond the contract's end; its id names future and
  /// alternative, so that every address does.
  std::shared_ptr<const Contract> contract;
  std::shared_ptr<const Library> library;  ///< projected
  std::vector<PriceSchedule> schedules;
  Ledger ledger;

  std::vector<YearTotal> calendar_years;
  std::vector<YearTotal> contract_years;  ///< counted from the contract's start
  std::vector<YearTotal> running_years;   ///< each twelve months from the first period
  SplitTotal total;
  std::vector<BesideTotal> beside;
  /// Difference to the contract as it is, in the same future: negative is cheaper.
  SplitTotal difference;
  std::vector<SplitTotal> difference_by_calendar_year;
  std::vector<SplitTotal> difference_by_running_year;
  /// The running years, each paid at its end: sum of year k / (1 + rate)^k, to the cent. Includes
  /// the periods that assume renewal. Nothing without a discount rate.
  std::optional<Total> present_value;
  std::optional<Total> present_value_difference;

  /// Every sum above is a node of this worksheet.
  Derivation sums;
  std::vector<std::pair<Address, NodeId>> sum_nodes;

  struct Explained {
    const Derivation* derivation = nullptr;
    NodeId node = no_node;
  };
  /// The derivation of any figure of this run: a sum, a ledger amount or a price.
  std::optional<Explained> explain(const Address& address) const;
};

/// The same contract under every future and alternative.
struct Simulation {
  std::string contract;
  std::string title;
  Currency currency;
  Vat vat = Vat::excluded;
  Date today;
  Date first;
  Date last;
  int months = 0;
  std::optional<Date> contract_end;
  std::optional<Percent> discount_rate;
  std::vector<std::string> futures;
  std::vector<std::string> alternatives;  ///< "contract" first
  std::vector<std::string> left_out;  ///< alternatives that name what this contract does not have
  std::vector<Run> runs;              ///< futures outer, alternatives inner

  const Run* find(std::string_view future, std::string_view alternative) const;
};

inline constexpr std::string_view as_it_is = "contract";

/// Every future x (the contract as it is, then every alternative that fits it).
///
/// `from`: first day; default the day after `today`: the next period that is not billed yet. What a
/// price starts from is the allowed price, not what was charged. Errors: a series without a future,
/// an alternative that does not read; names are checked by `check_names`, over all contracts.
Loaded<Simulation> simulate(const Contract& contract, const Library& library,
                            const Scenario& scenario, Date today, std::optional<Date> from = {});

/// One way on: a contract, and the innovation that is offered beside it.
struct Variant {
  std::string id;
  Contract contract;
  std::optional<std::string> innovation;
};

/// Every future x every variant; the others are compared with the first. REQUIRES: at least one.
Loaded<Simulation> simulate(const std::vector<Variant>& variants, const Library& library,
                            const Scenario& scenario, Date today, std::optional<Date> from = {});

/// What the customer pays in the five years from an adjustment, for the talk page: `simulate` over
/// sixty months from the period that holds the day.
Loaded<Simulation> five_years(const std::vector<Variant>& variants, const Library& library,
                              Scenario futures, Date today, Date adjustment);

/// What several contracts cost together, by currency and by whether VAT is in the amounts. Where an
/// alternative does not fit a contract, that contract counts as it is.
struct JointTotal {
  Currency currency;
  Vat vat = Vat::excluded;
  std::string future;
  std::string alternative;
  int contracts = 0;
  SplitTotal total;
  Derivation sums;
};
std::vector<JointTotal> joint_totals(const std::vector<Simulation>& simulations);

}  // namespace pricetalk
