#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "advice/propose.hpp"

namespace pricetalk {

/// One innovation in the search for the best combination.
struct OfferCandidate {
  Worth adds;                         ///< to what the waiver alone is worth
  Ratio invested;                     ///< by us
  std::vector<std::size_t> excludes;  ///< positions of others
  std::vector<std::size_t> needs;     ///< positions of others
};

/// Positions of candidates, rising.
using Combination = std::vector<std::size_t>;

/// What is searched.
struct CombinationSearch {
  std::vector<OfferCandidate> candidates;
  std::optional<Ratio> budget;  ///< of all investments; nothing: no limit
  /// What the waiver of a combination is worth: of the lines that it touches. Nothing: not known.
  std::function<std::optional<Worth>(const Combination&)> waiver;
  /// The most that any waiver brings both sides together; what a branch cannot exceed.
  Ratio most_of_waiver;
  /// Whether the proposal of a combination, as it is computed, is good for both.
  std::function<bool(const Combination&)> holds;
};

/// Most candidates that are searched: every combination of them can be tried.
inline constexpr std::size_t most_candidates = 20;

/// What a search found.
struct FoundCombination {
  std::optional<Combination> best;  ///< nothing: no combination is good for both
  bool gave_up = false;  ///< so many were better on paper and refused that the best is not known
};

/// Of all combinations that go together, keep to the budget and are good for both the one that
/// brings both sides together most, in the future that decides (`expected`); of equal ones the
/// smaller investment, then fewer innovations, then the earlier ones. Branch and bound: a branch is
/// left only where nothing in it can be better, so the result is that of trying all.
/// REQUIRES: no more than `most_candidates`.
FoundCombination best_combination(const CombinationSearch& search, std::size_t expected);

}  // namespace pricetalk
