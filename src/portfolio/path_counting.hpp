#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "portfolio/path_portfolio.hpp"
#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

/// A budget in whole units of the last decimal.
inline std::optional<std::int64_t> budget_in(const std::optional<Decimal>& budget,
                                             const PathFrame& frame) {
  if (!budget) return std::nullopt;
  return round(Ratio(*budget), Rounding::decimals(frame.decimals, RoundingMode::floor)).mantissa();
}

/// The percentiles of something that has a sum for each path. `add`: adds a year of a future and
/// alternative, or behind the last year what is contracted, to a column.
template <class Add>
class PathCounting {
 public:
  PathCounting(const PathAnswer& answer, std::size_t years, Add add)
      : answer_(answer), years_(years), add_(add) {}

  std::vector<PathTotals> run(const std::optional<std::int64_t>& budget) {
    std::vector<PathTotals> made;
    for (std::size_t future = 0; future < answer_.futures.size(); ++future)
      for (std::size_t alternative = 0; alternative < answer_.alternatives.size(); ++alternative)
        made.push_back(totals(future, alternative, budget));
    return made;
  }

 private:
  using Column = std::vector<std::int64_t>;

  PathTotals totals(std::size_t future, std::size_t alternative,
                    const std::optional<std::int64_t>& budget) {
    PathTotals made;
    Column all(answer_.paths, 0);
    Column difference(alternative > 0 ? answer_.paths : 0, 0);
    for (std::size_t year = 0; year < years_; ++year) {
      Column own = of(future, alternative, year);
      add_to(all, own, 1);
      if (alternative > 0) {
        Column less = own;
        add_to(less, of(future, 0, year), -1);
        add_to(difference, less, 1);
        made.difference_by_year.push_back(percentiles_of(less));
      }
      made.years.push_back(percentiles_of(own));
    }
    Column contracted = of(future, alternative, years_);
    made.contracted = percentiles_of(contracted);
    if (alternative > 0) made.difference = percentiles_of(difference);
    if (budget)
      made.over_budget = static_cast<std::size_t>(
          std::count_if(all.begin(), all.end(), [&](std::int64_t each) { return each > *budget; }));
    made.all = percentiles_of(all);
    return made;
  }

  Column of(std::size_t future, std::size_t alternative, std::size_t year) const {
    Column made(answer_.paths, 0);
    add_(future, alternative, year, made);
    return made;
  }

  static void add_to(Column& into, const Column& other, std::int64_t times) {
    for (std::size_t path = 0; path < into.size(); ++path) into[path] += times * other[path];
  }

  const PathAnswer& answer_;
  std::size_t years_;
  Add add_;
};

}  // namespace pricetalk
