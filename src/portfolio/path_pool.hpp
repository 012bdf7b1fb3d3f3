#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "portfolio/path_portfolio.hpp"

namespace pricetalk {

/// The sums of all contracts of each currency, path by path, of which percentiles of the whole are
/// taken.
class PathPool {
 public:
  /// Of one currency, with or without VAT.
  struct Kind {
    PathFrame frame;
    std::size_t contracts = 0;
    /// Run x (years + 1), the last of a run what is contracted: a number for each path, or none
    /// where all are zero.
    std::vector<std::vector<std::int64_t>> columns;
  };

  /// One that others only read.
  PathPool() = default;
  PathPool(std::size_t runs, std::size_t paths) : runs_(runs), paths_(paths) {}

  /// Makes room for contracts; before any amount is added.
  void join(const PathFrame& frame, std::size_t contracts = 1);
  /// A contract with amounts that are not known is in no sum.
  void leave_out(const PathFrame& frame);
  /// Adds a year of a contract, counted from its first, or behind the last what is contracted.
  void add(const PathFrame& frame, std::size_t run, std::size_t year,
           std::span<const std::int64_t> units);
  /// Adds all of another pool, whose kinds joined this one.
  void add(const PathPool& other);

  /// Bytes of all sums.
  std::uint64_t bytes() const;
  /// A budget is one amount of one currency; else S0402.
  Diagnostics one_budget(const std::optional<Decimal>& budget) const;
  /// The percentiles. `of`: futures, alternatives, paths and budget.
  std::vector<PathTogether> totals(const PathAnswer& of, const PathPortfolio::Spread& spread) &&;

  std::vector<Kind>& kinds() { return kinds_; }
  const std::vector<Kind>& kinds() const { return kinds_; }

 private:
  Kind* find(const PathFrame& frame);

  std::size_t runs_ = 0;
  std::size_t paths_ = 0;
  std::vector<Kind> kinds_;  ///< in the order in which they joined
};

/// What a share of the contracts of a run comes to.
struct PathShare {
  PathAnswer answer;  ///< without what all contracts come to together
  PathPool pool;
};

/// The shares of one run, in order, as one run would have answered. Errors: S0402.
Loaded<PathAnswer> together(std::vector<PathShare> shares, const PathPortfolio::Spread& spread);

}  // namespace pricetalk
