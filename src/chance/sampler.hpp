#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "chance/draws.hpp"
#include "chance/history.hpp"
#include "pricetalk/scenario/scenario.hpp"

namespace pricetalk {

/// What decides which months of the past are drawn: the same for all series.
struct DrawRule {
  RandomMethod method = RandomMethod::bootstrap;
  std::uint32_t seed = 1;
  int block = 12;         ///< mean length of a block in months
  MonthNumber first = 0;  ///< of the window
  int months = 12;        ///< of the window: whole years
};

/// Which month of the window, counted from 0, is drawn for each month `from` … `until` of a path.
///
/// Bootstrap (Politis and Romano, the stationary bootstrap, in the calendar): each month begins a
/// new block with chance 1 / `block`, in the same calendar month of a year that is drawn; else it
/// goes on with the month after the one before it, from the window's end to its beginning. A block
/// is looked for backwards, so that a month does not depend on where the path begins.
/// AR(1): a month of the window but the first, all alike.
std::vector<int> drawn_months(const DrawRule& rule, std::uint64_t path, MonthNumber from,
                              MonthNumber until);

/// The changes of one series by chance.
class Sampler {
 public:
  /// REQUIRES: a history without gaps and above zero over the window and the month before it.
  Sampler(const History& history, const DrawRule& rule);

  /// Its level on a path for each month from the one after its last published on, in whole
  /// 10^-decimals and rounded as published; at most 18 digits, and never below one last decimal
  /// but for percentages. `drawn`: of months from `from` on;
  /// `figures` is filled.
  void follow(const std::vector<int>& drawn, MonthNumber from,
              std::vector<std::int64_t>& figures) const;

  /// The last published month, after which it goes on.
  MonthNumber last() const { return last_; }
  /// Mean and standard deviation of a month's change, in the long run.
  double mean() const { return mean_; }
  double deviation() const { return deviation_; }

 private:
  void fit_ar1(const History& history, const DrawRule& rule);
  double change(MonthNumber month, int drawn, double& leaning) const;

  RandomMethod method_;
  bool percentages_;
  MonthNumber last_;
  std::int64_t last_units_;
  std::vector<double> changes_;  // of the window; of AR(1) what it leaves of them
  std::array<double, 12> season_{};
  double lean_ = 0;         // on the month before
  double last_change_ = 0;  // of the last published month, above its season
  double mean_ = 0;
  double deviation_ = 0;
};

}  // namespace pricetalk
