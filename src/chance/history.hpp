#pragma once

#include <map>
#include <optional>
#include <set>

#include "pricetalk/index/series.hpp"

namespace pricetalk {

/// Months are counted from year 0: year x 12 + month - 1.
using MonthNumber = std::int32_t;
MonthNumber month_number(const Period& month);
Period month_of(MonthNumber number);

/// The monthly figures of a series, the last version of each.
class History {
 public:
  /// `seen`: without the records that nobody can see yet.
  explicit History(const Series& seen);

  /// As it was after that month. REQUIRES: a month with a figure.
  History until(MonthNumber month) const;

  bool has(MonthNumber month) const { return figures_.contains(month); }
  bool empty() const { return figures_.empty(); }
  /// These two: first and last month with a figure. REQUIRES: not empty.
  MonthNumber first() const { return figures_.begin()->first; }
  MonthNumber last() const { return figures_.rbegin()->first; }
  /// The last figure as whole 10^-decimals.
  std::int64_t last_units() const;
  int decimals() const { return decimals_; }
  /// Whether its figures are changes themselves: then they move by points, not in proportion.
  bool percentages() const { return percentages_; }

  /// The first month between the two without a figure, a hole of its publisher aside; else nothing.
  std::optional<MonthNumber> gap(MonthNumber from, MonthNumber until) const;
  /// The first month between the two whose figure is zero or less; nothing for percentages.
  std::optional<MonthNumber> not_above_zero(MonthNumber from, MonthNumber until) const;
  /// Change of the logarithm against the month before; of percentages, in whole 10^-decimals. A
  /// hole lies on the straight line between its neighbours. REQUIRES: figures above zero and no
  /// gap.
  double change(MonthNumber month) const;

 private:
  double level(MonthNumber month) const;
  double level_of(const Decimal& figure) const;

  std::map<MonthNumber, Decimal> figures_;
  std::set<MonthNumber> holes_;
  int decimals_;
  bool percentages_;
};

}  // namespace pricetalk
