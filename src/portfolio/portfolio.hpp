#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "portfolio/entry.hpp"
#include "portfolio/portfolio_ledger.hpp"
#include "pricetalk/contract/contract.hpp"
#include "pricetalk/scenario/scenario.hpp"

namespace pricetalk {

/// What is asked of a portfolio.
struct PortfolioQuestion {
  Scenario scenario;
  Date today;
  /// First and last day of the amounts of all contracts; nothing: of each from its next invoice on,
  /// over the months of the scenario.
  std::optional<std::pair<Date, Date>> days = {};
  /// Whether every amount is kept, and not only sums by year.
  bool ledger = false;
  /// Whether what a contract costs or saves the customer beside its prices is told as well.
  bool whole_cost = false;
  /// At the prices that can be told today, as if nothing else came: the scenario says how many
  /// months, and has one future without a word in it.
  bool at_known_prices = false;
  bool details = false;  ///< also months, and the steps that a cap cuts off, in the first future
  /// By future: the only series in which it differs from the first one; empty: it may differ in
  /// anything. A contract that does not read it costs what it costs in the first.
  std::vector<std::string> differs_in = {};
  /// By contract, in the order in which they are added, and alternative: whether it is asked;
  /// where it is not, the contract counts as it is. Nothing: everything is asked.
  std::function<bool(std::size_t contract, std::size_t alternative)> asks = {};
};

/// A step that a cap cuts off.
struct CapBite {
  Date date;           ///< adjustment date
  std::string clause;  ///< id
  Ratio wanted;        ///< the step without its caps, as a share
  Ratio cut_to;        ///< what is left of it
};

/// What a contract as it is does in the first future, in detail.
struct PortfolioDetails {
  std::vector<std::int64_t> months;  ///< whole units of the last decimal, from the first month on
  std::vector<CapBite> bites;        ///< each date and clause once
};

/// What a contract is expected to cost or save the customer beside its prices.
struct PortfolioBeside {
  LedgerKind kind = LedgerKind::refund;
  /// By run, with renewal, in whole units of the last decimal; below zero: it lowers the cost.
  std::vector<std::int64_t> units;
};

/// What one contract of a portfolio costs in every future and alternative, by calendar year.
struct PortfolioContract {
  std::string path;                                       ///< of its file
  std::string id;                                         ///< its id
  std::string title;                                      ///< its title
  std::vector<std::pair<std::string, std::string>> tags;  ///< name and value
  Currency currency;
  Vat vat = Vat::excluded;
  int decimals = 2;    ///< of the amounts
  int first_year = 0;  ///< calendar year of the first amount
  int years = 0;
  /// Alternatives that are about it; in the others it counts as it is.
  std::vector<bool> fits;
  /// Amounts that are not known, by run; 0: none.
  std::vector<int> open;
  /// Whole units of the last decimal: for each run, each year: what is contracted, and what assumes
  /// renewal.
  std::vector<std::int64_t> units;
  /// These two: the first month, and for each run, each twelve months from it: what is paid.
  Period first_month;
  std::vector<std::int64_t> running_units;
  int running_years = 0;
  PortfolioDetails details;             ///< empty unless asked for
  std::vector<PortfolioBeside> beside;  ///< each kind once; empty unless asked for
  std::vector<bool> as_first_future;    ///< by future: it costs what it costs in the first
  /// Why it was computed by itself and not in columns; empty: in columns.
  Phrase by_itself;
  std::uint32_t lines = 0;  ///< price lines in columns

  std::int64_t contracted(std::size_t run, int year) const { return at(run, year, 0); }
  std::int64_t renewal(std::size_t run, int year) const { return at(run, year, 1); }
  /// Of all years.
  std::int64_t total(std::size_t run) const;
  /// Of twelve months, counted from the first one; 0: the first twelve.
  std::int64_t running(std::size_t run, int year) const {
    return running_units[run * static_cast<std::size_t>(running_years) +
                         static_cast<std::size_t>(year)];
  }

 private:
  std::int64_t at(std::size_t run, int year, std::size_t part) const {
    const int from = year - first_year;
    if (from < 0 || from >= years) return 0;
    const auto y = static_cast<std::size_t>(from);
    return units[(run * static_cast<std::size_t>(years) + y) * 2 + part];
  }
};

/// How a portfolio was computed.
struct PortfolioRoute {
  std::size_t lines = 0;     ///< lines in columns
  std::size_t contents = 0;  ///< different contents of these lines
  std::size_t plans = 0;     ///< different programs that ran over the columns
  std::size_t steps = 0;     ///< price steps, over all lines and runs
  std::size_t amounts = 0;   ///< amounts, over all lines and runs
  /// Contracts that were computed by themselves, by why.
  std::map<std::string, std::pair<Phrase, std::size_t>> by_itself;
};

/// The answer: every contract, in the order in which they were added. Runs: futures outer,
/// alternatives inner, the contract as it is first.
struct PortfolioAnswer {
  std::vector<std::string> futures;
  std::vector<std::string> alternatives;  ///< "contract" first
  std::vector<PortfolioContract> contracts;
  std::optional<Percent> discount_rate;  ///< a year; nothing: no present value
  PortfolioRoute route;
  PortfolioLedger ledger;  ///< every amount, where it was asked for

  /// The ledger of a contract in a run, row by row. Where an alternative is not about the contract,
  /// that of the contract as it is.
  void each_row(std::size_t contract, std::size_t run,
                const std::function<void(const PlainRow&)>& take) const;

  /// Counts, of the contracts, those that were computed by themselves and the lines in columns.
  void count_ways();

  std::size_t run(std::size_t future, std::size_t alternative) const {
    return future * alternatives.size() + alternative;
  }
};

/// Simulates many contracts at once (ARCHITECTURE, "Specialise"). The lines of all contracts are
/// taken together by content: of each content one line is priced and charged by the code that
/// prices every contract, and what of its calculations depends on price and quantity runs over the
/// columns of all its lines. Whatever has no such columns is simulated as a contract by itself, and
/// counted. So the answer is that of `simulate` for each contract.
class Portfolio {
 public:
  /// A contract and its figures, read again: for one that has to be computed by itself after all.
  struct Read {
    Contract contract;
    Library library;
  };
  using ReadAgain = std::function<std::optional<Read>(const std::string& path)>;
  /// A contract and its figures, where somebody holds them at the moment.
  struct Here {
    const Contract& contract;
    const Library& library;
  };

  /// `texts`: those of the entries that will be added.
  Portfolio(PortfolioQuestion question, ReadAgain read_again,
            std::shared_ptr<SharedTexts> texts = std::make_shared<SharedTexts>());
  ~Portfolio();
  Portfolio(Portfolio&&) noexcept;
  Portfolio& operator=(Portfolio&&) noexcept;

  /// One more contract; without `here` it is read again as far as it is needed. Nothing of it is
  /// pointed at later. Gives whether each alternative of the scenario is about it.
  /// `actuals`: what was invoiced; nothing: no invoices.
  std::vector<bool> add(const PortfolioEntry& entry, std::optional<Here> here = {},
                        std::shared_ptr<const Actuals> actuals = {});
  /// The same of a contract that is not taken apart. `figures`: names its library; contracts of one
  /// name have equal libraries.
  void add(const Contract& contract, const Library& library, const std::string& path,
           const std::string& figures, std::shared_ptr<const Actuals> actuals = {});
  /// The amounts of all. Problems of alternatives and futures are told once.
  Loaded<PortfolioAnswer> answer() &&;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pricetalk
