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

#include "chance/paths.hpp"
#include "portfolio/percentiles.hpp"
#include "pricetalk/contract/contract.hpp"
#include "pricetalk/scenario/scenario.hpp"
#include "pricetalk/simulation/simulate.hpp"

namespace pricetalk {

/// The paths of a random future, for the figures of one library.
struct PathSource {
  std::function<Paths(std::uint64_t first, std::size_t count)> make;
  /// The same figures as a future that states them.
  std::function<Future(std::uint64_t path)> future;
  std::optional<PeriodSpan> window;  ///< months that they are drawn from
};
/// Fits the paths of a future to a library; `series`: what contracts read of it, `until`: the last
/// day that is asked for.
using FitPaths =
    std::function<Loaded<PathSource>(const Library& library, const Future& future,
                                     const std::vector<std::string>& series, Date until)>;

/// What is asked of many paths.
struct PathQuestion {
  Scenario scenario;  ///< of its futures only the random ones count
  Date today;
  FitPaths fit;
  std::optional<Decimal> budget;  ///< for all simulated months, with renewal
  /// First and last day of the amounts of all contracts; see PortfolioQuestion.
  std::optional<std::pair<Date, Date>> days = {};
  /// Totals that may be in memory at once, in bytes.
  std::uint64_t memory = 4'000'000'000;
};

/// What something costs over all paths, in one future and alternative.
struct PathTotals {
  std::vector<Percentiles> years;  ///< by calendar year, with what assumes renewal
  Percentiles contracted;
  Percentiles all;  ///< with renewal
  /// To the contract as it is on the same path; nothing for itself.
  std::optional<Percentiles> difference;
  std::vector<Percentiles> difference_by_year;
  /// Paths on which `all` is more than the budget; nothing without one.
  std::optional<std::size_t> over_budget;
};

/// Amounts of one currency.
struct PathFrame {
  Currency currency;
  Vat vat = Vat::excluded;
  int decimals = 2;
  int first_year = 0;
  int years = 0;
  std::vector<bool> renews;  ///< by year: whether some of its amounts assume renewal
  std::vector<int> months;   ///< by year: that begin in the simulated days; of several, the most
};

/// One contract over all paths.
struct PathContract {
  PathFrame frame;
  std::string path;        ///< of its file
  std::string id;          ///< its id
  std::string title;       ///< its title
  std::vector<bool> fits;  ///< alternatives that are about it; in the others it counts as it is
  /// One for each random future and alternative; empty while some amount is not known.
  std::vector<PathTotals> totals;
  /// Paths, of all futures, that were simulated one by one; and why, of the first of them.
  std::size_t one_by_one = 0;
  Phrase why_one_by_one;
};

/// All contracts of one currency, added up path by path.
struct PathTogether {
  PathFrame frame;
  std::size_t contracts = 0;
  std::vector<PathTotals> totals;  ///< as of a contract
};

/// The answer. Runs: random futures outer, alternatives inner, the contract as it is first.
struct PathAnswer {
  std::vector<std::string> futures;
  std::vector<std::string> alternatives;  ///< "contract" first
  std::size_t paths = 0;
  Random random;                        ///< as the scenario says
  std::optional<Decimal> budget;        ///< as asked
  std::vector<PeriodSpan> windows;      ///< different ones that were drawn from
  std::vector<PathContract> contracts;  ///< in the order in which they were added
  std::vector<PathTogether> together;
  std::size_t courses = 0;  ///< different courses of prices

  std::size_t run(std::size_t future, std::size_t alternative) const {
    return future * alternatives.size() + alternative;
  }
};

class PathPool;
struct PathShare;

/// Prices contracts on every path of the random futures of a scenario (ARCHITECTURE, "Specialise"):
/// one path is folded by the code that prices every contract; what of its calculations depends on
/// figures that are drawn runs over the columns of all paths. Paths that branch otherwise at a
/// threshold have a path of their own that stands for them; whatever has no columns is simulated
/// path by path, and counted. So every path costs what `simulate` says of it.
class PathPortfolio {
 public:
  /// Does `work` for 0 … count - 1, in any order, perhaps on several threads.
  using Spread =
      std::function<void(std::size_t count, const std::function<void(std::size_t)>& work)>;

  explicit PathPortfolio(PathQuestion question);
  ~PathPortfolio();
  PathPortfolio(PathPortfolio&&) noexcept;
  PathPortfolio& operator=(PathPortfolio&&) noexcept;

  /// One more contract, which is kept. `figures`: names its library; contracts of one name have
  /// equal libraries. `actuals`: what was invoiced, which holds on every path; nothing: no
  /// invoices.
  void add(const Contract& contract, const Library& library, const std::string& path,
           const std::string& figures, std::shared_ptr<const Actuals> actuals = {});
  /// A contract of another share of the same run. It is not priced, but which months are drawn
  /// hangs on all series that contracts read, and on how far they look ahead.
  void know(const Contract& contract, const Library& library);
  /// The percentiles of all. The same for every `spread`.
  Loaded<PathAnswer> answer(const Spread& spread) &&;
  /// The same of a share of the contracts, which other shares join.
  Loaded<PathShare> share(const Spread& spread) &&;
  /// What every contract costs on every path, by run: for tests. `all`: with renewal.
  struct PathAmounts {
    std::vector<std::vector<std::int64_t>> years;  ///< by year, then by path
    std::vector<std::int64_t> contracted;
    /// These two: as of PathContract.
    std::size_t one_by_one = 0;
    Phrase why;
  };
  Loaded<std::vector<std::vector<PathAmounts>>> amounts(const Spread& spread) &&;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pricetalk
