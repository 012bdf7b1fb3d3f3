#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "pricetalk/scenario/scenario.hpp"

namespace pricetalk {

/// The bands of a backtest: so many per cent of the paths lie inside, as many above as below.
inline constexpr std::array backtest_bands{50, 80, 95};
/// How many months ahead they are looked at.
inline constexpr std::array backtest_months{12, 24, 36, 60};

/// How often what was published lay inside the bands of its past, so many months ahead.
struct BacktestRow {
  int months = 12;              ///< ahead
  int origins = 0;              ///< months from which it was foretold; 0: too short a series
  std::array<int, 3> inside{};  ///< of these, of each band
};

/// One series and method.
struct Backtest {
  std::string series;
  RandomMethod method = RandomMethod::bootstrap;
  /// Why the series cannot be foretold; empty: it can.
  Phrase refused;
  /// These two: first and last month from which it was foretold.
  std::optional<Period> first;
  std::optional<Period> last;
  std::vector<BacktestRow> rows;  ///< one for each of `backtest_months`; empty when refused
};

/// Rolling origin: from every month with five years of changes behind it and a year ahead, paths
/// are drawn from the whole years before it, as `draws` says (its window aside), and the figures
/// that came are compared with their bands. The figures are those that `seen` has now, not as they
/// were known then.
Backtest backtest(const Series& seen, const Random& draws);

}  // namespace pricetalk
