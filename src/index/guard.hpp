#pragma once

#include <map>
#include <vector>

#include "index/change_set.hpp"

/// Is a figure that is brought in one that can be meant? It is held against what the library has
/// of its series; nothing is mended here.
namespace pricetalk {

/// Watches over one series. A jump is measured in steps of the series itself: from the nearest
/// figure before (else after) to the new one, against twice the largest step that the series ever
/// made over as many periods, and 5 % (10 % while it has few figures, 15 % for
/// prices) with 10 % a year more. Of an index with 60 figures, over half a year or less, it is 4 %,
/// and a fall is held against its falls: twice the largest one, the largest step, or 3 %. Of a year
/// or longer an index is expected to rise: a fall is held against the falls that it knows, and gets
/// 10 % once.
class FigureGuard {
 public:
  /// `history` is what the library has; without figures only what cannot be at all is seen, and a
  /// figure of five times the one before. Without `today` no day is still to come. REQUIRES: the
  /// history outlives the guard.
  FigureGuard(const Series& history, std::optional<Date> today);

  /// What speaks against the figure, known on a day; empty when nothing does.
  Phrase against(const FigureChange& figure, std::optional<Date> known_on) const;
  /// The same, without asking whether the period is over: a person may look ahead.
  Phrase against_ahead(const FigureChange& figure) const;
  /// Takes a figure as one that the next ones are held against.
  void accept(const FigureChange& figure);
  /// Of figures with fewer decimals than the series has: whether so many zeros cannot be chance.
  Phrase against_rounded(const std::vector<FigureChange>& figures) const;

 private:
  using Line = std::map<std::int32_t, Decimal>;  ///< figures of one unit by the period's number
  Phrase jump(const FigureChange& figure) const;
  bool may_be_rates(const Decimal& value) const;
  bool never_at_zero() const;
  Ratio allowed(Unit unit, std::int32_t apart) const;
  bool is_known_well(Unit unit, std::int32_t apart) const;
  Ratio allowed_soon_fall(Unit unit, std::int32_t apart) const;
  Ratio allowed_fall(Unit unit, std::int32_t apart) const;
  enum class Steps : std::uint8_t { all, falls };
  Ratio largest_step(const Line& line, std::int32_t apart, Steps which) const;
  int decimals() const;

  const Series& history_;
  std::optional<Date> today_;
  bool only_small_ = true;        ///< of what was accepted
  std::map<Unit, Line> lines_;    ///< of the library, and what was accepted
  std::map<Unit, Line> library_;  ///< of the library alone: what was usual
};

/// Whether a figure of the series lies below zero: prices that do, as those of electricity by the
/// hour, have no ratio to each other.
bool goes_below_zero(const Series& series);

/// What speaks against any new figure for the period: the series has ended before it, or its
/// figures are computed from others. Empty when nothing does.
Phrase against_period(const Series& series, const Period& period);

/// What speaks against new figures that all stand in another series of the library, and of which
/// none stands in their own: three or more are no chance. Empty when nothing does.
Phrase against_other_series(const SeriesChange& change, const Library& library);

/// Why the figures that were held back, or that differ from those that are there, do not follow:
/// the figures of another series of the library, or another base year; empty when neither can be
/// told.
Phrase likely_cause(const SeriesChange& change, const Library& library);

}  // namespace pricetalk
