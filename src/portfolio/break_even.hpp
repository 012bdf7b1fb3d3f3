#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "portfolio/exposure.hpp"

namespace pricetalk {

/// Looks for the fixed yearly rises that cost what the contracts cost, of every contract and of
/// every total at once, so that all of them share the runs over the columns. What a rise costs
/// grows with it, so that a place is found from both sides.
class BreakEvens {
 public:
  /// Whether a contract is asked at the i-th of some percentages.
  using Asks = std::function<bool(std::size_t contract, std::size_t percent)>;
  struct Cost {
    Ratio amount;
    bool moves = false;  ///< whether the rise is about the contract
  };
  /// By contract, then by percentage; nothing of contracts that were not asked.
  using Costs = std::vector<std::vector<Cost>>;
  using Fixed = std::function<Costs(const std::vector<Decimal>& percents, const Asks& asks)>;

  /// Fills the `break_even` of contracts and totals. `total_of`: by contract, which total it is in.
  BreakEvens(ExposureAnswer& answer, const std::vector<std::size_t>& total_of, int decimals,
             Fixed fixed);
  void find();

 private:
  /// A place between two percentages, in whole units of the last decimal.
  struct Search {
    std::vector<std::size_t> contracts;
    std::optional<BreakEven>* found = nullptr;
    Ratio target;
    std::int64_t low = 0;
    std::int64_t high = 0;
    Ratio low_cost;
    Ratio high_cost;
    bool open = true;
    std::vector<std::int64_t> asked;  ///< in this round, rising
  };

  void begin();
  void ask_next(Search& search) const;
  void run();
  static void take(Search& search, const std::map<std::int64_t, Ratio>& costs, bool moves);
  Decimal percent(std::int64_t at) const { return Decimal(at, decimals_); }

  ExposureAnswer& answer_;
  const std::vector<std::size_t>& total_of_;
  int decimals_;
  Fixed fixed_;
  std::vector<Search> searches_;
};

}  // namespace pricetalk
