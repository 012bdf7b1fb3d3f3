#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pricetalk/scenario/scenario.hpp"

namespace pricetalk {

/// The projected figures of one series on a run of paths.
struct SeriesPaths {
  std::string series;
  int decimals = 0;             ///< of its figures, as published
  std::vector<Period> periods;  ///< that are projected, oldest first; the same on every path
  /// On which day each of them is published; nothing where the past has no days either.
  std::vector<std::optional<Date>> published;
  /// By period, then by path: whole 10^-decimals, rounded as published.
  std::vector<std::vector<std::int64_t>> figures;
};

/// Paths `first` … `first + count - 1`.
struct Paths {
  std::uint64_t first = 0;
  std::size_t count = 0;
  std::vector<SeriesPaths> series;  ///< those that differ from path to path, by id
};

/// The paths of a future that is random (`Future::random`): fitted once, then any path can be made
/// alone. Path n depends on the seed, n, the calendar month and what was fitted, and on nothing
/// else: not on the other paths, nor on the number of threads.
///
/// A series with a rule of its own in the future follows it on every path; the others go on by
/// chance from their last published month. A series of yearly changes (`rate_of`) or means
/// (`mean_of`) of another follows that one. One that stopped does not go on.
class PathMaker {
 public:
  /// `series`: what the contracts read; what their figures are made of is added. `until`: periods
  /// that begin after it are not made. Errors (S03xx): a series too short, with gaps, with a figure
  /// of zero or less, of another frequency than months, or too wild for 18 digits.
  static Loaded<PathMaker> fit(const Library& known, const Future& future, const Random& random,
                               Date today, Date until, const std::vector<std::string>& series);

  Paths make(std::uint64_t first, std::size_t count) const;
  /// The future of one path, which holds the figures of `make` as stated ones: every rule says
  /// which path it is. Whatever simulates a future simulates this one.
  Future future(std::uint64_t path) const;
  /// What `project` gives for `future(path)`. Of all paths it has the same series, periods, status
  /// and days of publication: only the figures of `make` differ.
  Library library(std::uint64_t path) const;
  /// "path 17 by chance: months of 2010-01 to 2024-12 in blocks of 12 on average, seed 1".
  Phrase words(std::uint64_t path) const;
  /// The months whose changes are drawn, whole years: as stated, or all that the series have in
  /// common. Nothing when no series goes on by chance.
  std::optional<PeriodSpan> window() const;

 private:
  struct Fitted;
  explicit PathMaker(std::shared_ptr<const Fitted> fitted) : fitted_(std::move(fitted)) {}
  std::shared_ptr<const Fitted> fitted_;
};

}  // namespace pricetalk
