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
  /// These two: first and last day of the column.
  Date first;
  Date last;
  Date invoice_first;      ///< of the invoice that these days belong to
  Date invoice_last;       ///< its last day
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
  saving,          ///< expected: what an innovation saves the customer; zero or less
  shared_saving,   ///< expected: the supplier's share of that saving
  investment,      ///< of an innovation, paid by the customer
  /// Not deducted by the customer; of prices that hold VAT what is deducted, zero or less.
  vat,
};
/// "price", "prijs".
const Phrase& words(LedgerKind kind);
/// "refund", "non-conformity": for addresses and machines.
std::string_view word(LedgerKind kind);

/// Whether the customer pays it: it belongs to the price total. Expected costs and savings, VAT and
/// the market level stand beside it and are never added to it.
constexpr bool is_paid(LedgerKind kind) {
  return kind == LedgerKind::price || kind == LedgerKind::innovation ||
         kind == LedgerKind::retention || kind == LedgerKind::settlement;
}

/// What was charged for days of a price line: a row of an invoice.
struct ActualRow {
  std::string line;     ///< id of the price line
  Date from;            ///< first day of what is charged
  Date to;              ///< last day of it
  Decimal amount;       ///< as the contract's amounts, with or without VAT; negative: given back
  bool charges = true;  ///< its days are invoiced with it; a credit alone invoices no day
  std::string invoice;  ///< number of the invoice
  std::string place;    ///< where the row is read: "invoices.csv:12"; empty: made by hand
};
/// What was invoiced, in place of what would be computed for the same days.
struct Actuals {
  std::vector<ActualRow> rows;  ///< in any order
};

/// How far invoices stand in place of what would be computed.
enum class Invoiced : std::uint8_t {
  no,    ///< nothing of it was invoiced
  part,  ///< some days of it, or only a credit
  whole  ///< every day of it
};

/// One amount. What led to it is computed again when somebody asks (`Run::explain`).
struct LedgerCell {
  Outcome<std::int64_t> units;       ///< of the ledger's last decimal: cents
  Address address;                   ///< by which `Run::explain` finds it
  Fixity fixity = Fixity::fixed;     ///< how sure it is
  Invoiced invoiced = Invoiced::no;  ///< whether it is what was invoiced
  bool nothing = false;  ///< nothing falls in the period: zero units, and nothing to explain
};

/// The amounts of one price line (or innovation) over all periods.
struct LedgerRow {
  LedgerKind kind = LedgerKind::price;  ///< default: an invoice
  std::string line;                     ///< id of the price line or innovation
  Phrase title;                         ///< as a person calls it
  std::optional<Side> bearer;           ///< of an expected cost, as the terms say
  Phrase remark;                        ///< what a reader must know; may be empty
  std::vector<LedgerCell> cells;        ///< one per period
};

/// Period x row of amounts in whole units of the last decimal, so that order and threads cannot
/// matter.
struct Ledger {
  Currency currency;  ///< of every amount
  int decimals = 2;   ///< of the amounts: the currency's, or those of `billing.amount` where finer
  std::vector<LedgerPeriod> periods;  ///< oldest first, without gaps
  std::vector<LedgerRow> rows;        ///< prices in the order of the file, then the others

  /// The row of that kind and line, or nothing.
  const LedgerRow* find(LedgerKind kind, std::string_view line) const;
  /// An amount of the ledger as money.
  Money money(std::int64_t units) const;
};

/// A sum of ledger amounts. Undetermined when any part is; `known` then is the sum of the others
/// and `open` says how many are missing.
struct Total {
  Outcome<Figure> figure;  ///< undetermined while a part is
  Figure known;            ///< the same as `figure` when nothing is missing
  int open = 0;            ///< amounts that are missing; 0: none
};

/// A total, split: contracted periods, periods that assume renewal, and both. Never one unmarked
/// sum.
struct SplitTotal {
  Total contracted;    ///< up to the last day of the contract
  Total renewal;       ///< assumed: what would be paid after it
  Total with_renewal;  ///< both
  /// These two: months that begin in it.
  int months_contracted = 0;
  int months_renewal = 0;
};

/// One year of a run.
struct YearTotal {
  std::string label;  ///< "2026", "2026/2027"
  Date first;         ///< first day that the simulation covers of it
  Date last;          ///< last day that the simulation covers of it
  SplitTotal total;   ///< what the customer pays in it
  /// Whether the simulation covers all twelve months.
  bool whole() const { return total.months_contracted + total.months_renewal == 12; }
};

/// Expected costs and lines to compare with: beside the price total.
struct BesideTotal {
  LedgerKind kind = LedgerKind::refund;  ///< default: refunds
  std::optional<Side> bearer;  ///< who bears it, as the terms say; empty: of the market level
  SplitTotal total;            ///< of all periods
  /// Of the market level: what the lines that have one cost at the contract's price.
  std::optional<SplitTotal> same_lines;
};

/// One alternative in one future.
struct Run {
  std::string future;       ///< id of the future
  std::string alternative;  ///< "contract" for the contract as it is
  /// As simulated: edited, lines going on beyond the contract's end; its id names future and
  /// alternative, so that every address does.
  std::shared_ptr<const Contract> contract;
  std::shared_ptr<const Library> library;         ///< projected
  std::shared_ptr<const Future> assumed;          ///< what is assumed
  std::optional<std::string> innovation;          ///< id of the innovation that is offered
  std::vector<std::string> beside_it;             ///< ids of those that are offered with it
  std::shared_ptr<const Actuals> actuals;         ///< what was invoiced; nothing: no invoices
  std::optional<Stated<Percent>> vat_deductible;  ///< as the scenario says of all contracts
  std::vector<PriceSchedule> schedules;           ///< of all prices, to the last day
  Ledger ledger;                                  ///< what is paid, per period and line

  std::vector<YearTotal> calendar_years;  ///< by calendar year
  std::vector<YearTotal> contract_years;  ///< counted from the contract's start
  std::vector<YearTotal> running_years;   ///< each twelve months from the first period
  SplitTotal total;                       ///< of all periods
  /// Expected costs and the market level; empty: nothing is expected.
  std::vector<BesideTotal> beside;
  /// Difference to the contract as it is, in the same future: negative is cheaper.
  SplitTotal difference;
  /// These two: the same year by year, in the order of the years.
  std::vector<SplitTotal> difference_by_calendar_year;
  std::vector<SplitTotal> difference_by_running_year;
  /// The same to this alternative in the first future.
  SplitTotal difference_of_future;
  /// This one year by year.
  std::vector<SplitTotal> difference_of_future_by_calendar_year;
  /// All that it costs the customer: the price, less refunds and savings, with what is not as
  /// agreed where the customer bears it, investments, the shared part of savings, and VAT.
  SplitTotal whole_cost;
  SplitTotal whole_cost_difference;  ///< to the contract as it is, in the same future
  /// The running years, each paid at its end: sum of year k / (1 + rate)^k, to the cent. Includes
  /// the periods that assume renewal. Nothing without a discount rate.
  std::optional<Total> present_value;
  /// These two: to the contract as it is, and to the same in the first future; nothing without a
  /// discount rate.
  std::optional<Total> present_value_difference;
  std::optional<Total> present_value_difference_of_future;

  /// Whether one of its totals is undetermined.
  bool open() const;

  /// Every sum above is a node of this worksheet.
  Derivation sums;
  std::vector<std::pair<Address, NodeId>> sum_nodes;  ///< which node of `sums` an address is

  /// The steps behind a figure.
  struct Explained {
    /// Never nothing. That of a sum or a price is part of the run, which outlives this.
    std::shared_ptr<const Derivation> derivation;
    NodeId node = no_node;  ///< of `derivation`: the figure
  };
  /// The derivation of any figure of this run: a sum, a price, or a ledger amount, which is
  /// computed again by the code that computed it.
  std::optional<Explained> explain(const Address& address) const;
};

/// The same contract under every future and alternative.
struct Simulation {
  std::string contract;     ///< its id
  std::string title;        ///< its title
  Currency currency;        ///< of every amount
  Vat vat = Vat::excluded;  ///< whether amounts hold it
  Date today;               ///< what was published later is not known
  /// These two: first and last day that are simulated.
  Date first;
  Date last;
  int months = 0;                         ///< as the scenario asks
  std::optional<Date> contract_end;       ///< its last day; empty: it has none
  std::optional<Percent> discount_rate;   ///< a year; empty: no present value
  std::vector<std::string> futures;       ///< ids, in the order of the scenario
  std::vector<std::string> alternatives;  ///< "contract" first
  std::vector<std::string> left_out;  ///< alternatives that name what this contract does not have
  std::vector<Run> runs;              ///< futures outer, alternatives inner

  /// The run of these ids, or nothing.
  const Run* find(std::string_view future, std::string_view alternative) const;
};

/// Id of the contract without an alternative.
inline constexpr std::string_view as_it_is = "contract";

/// Every future x (the contract as it is, then every alternative that fits it).
///
/// `from`: a day in the first invoice, from which that invoice counts where invoices are counted in
/// weeks or days; default the day after `today`: the next period that is not billed yet. What a
/// price starts from is the allowed price, not what was charged. Errors: a series without a future,
/// an alternative that does not read; names are checked by `check_names`, over all contracts.
Loaded<Simulation> simulate(const Contract& contract, const Library& library,
                            const Scenario& scenario, Date today, std::optional<Date> from = {});

/// The days that are looked at, and what is known of them.
struct Frame {
  Date today;  ///< what was published later is not known
  /// A day in the first invoice; see `simulate`.
  std::optional<Date> from;
  /// First and last day of the amounts, the same for every contract, whatever its invoices are; the
  /// months of the scenario do not count then. REQUIRES: not the other way round.
  std::optional<std::pair<Date, Date>> days;
  std::shared_ptr<const Actuals> actuals;  ///< of the contract; nothing: no invoices
};
/// The same in a frame.
Loaded<Simulation> simulate(const Contract& contract, const Library& library,
                            const Scenario& scenario, const Frame& frame);

/// One way on: a contract, and the innovation that is offered beside it.
struct Variant {
  std::string id;                         ///< name of the run in the result
  Contract contract;                      ///< as it would be
  std::optional<std::string> innovation;  ///< id of one of its innovations; empty: none is offered
  std::vector<std::string> beside_it = {};  ///< ids of those that are offered with it
};

/// Every future x every variant; the others are compared with the first. REQUIRES: at least one.
Loaded<Simulation> simulate(const std::vector<Variant>& variants, const Library& library,
                            const Scenario& scenario, Date today, std::optional<Date> from = {});

/// The same in a frame.
Loaded<Simulation> simulate(const std::vector<Variant>& variants, const Library& library,
                            const Scenario& scenario, const Frame& frame);

/// What the customer pays in the five years from an adjustment, for the talk page: `simulate` over
/// sixty months from that day, or from the month or quarter that is invoiced with it.
Loaded<Simulation> five_years(const std::vector<Variant>& variants, const Library& library,
                              Scenario futures, Date today, Date adjustment);

/// What several contracts cost together, by currency and by whether VAT is in the amounts. Where an
/// alternative does not fit a contract, that contract counts as it is.
struct JointTotal {
  Currency currency;        ///< of the contracts that are added up
  Vat vat = Vat::excluded;  ///< whether amounts hold it
  std::string future;       ///< id of the future
  std::string alternative;  ///< id of the alternative
  int contracts = 0;        ///< how many are added up
  int about = 0;            ///< how many of them the alternative is about
  SplitTotal total;         ///< all together
  SplitTotal difference;    ///< to the contracts as they are, in the same future
  Derivation sums;          ///< of every amount of `total`
};
/// One for each currency, VAT, future and alternative.
std::vector<JointTotal> joint_totals(const std::vector<Simulation>& simulations);

}  // namespace pricetalk
