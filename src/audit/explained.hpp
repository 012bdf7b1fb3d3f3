#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "audit/replay.hpp"

namespace pricetalk {

/// A path through the fold that meets every charged price.
struct Trail {
  std::vector<ReadingSet> sets;            ///< per date
  std::vector<Replay::NodeId> nodes;       ///< before the first date, and after each
  std::optional<std::uint32_t> slip = {};  ///< the invoice that was left out
};

/// How many sets of a size change something on a date; for sizes from two on.
using Alternatives =
    std::function<std::size_t(std::size_t, Replay::NodeId, ReadingSet, std::size_t)>;

/// Turns paths into explanations: which mistake on which dates, how likely they fit by coincidence,
/// equal ones once, in order of rank; and the prices under each subset of the first. `decimals`: of
/// the line's price.
void explain(Found& found, int decimals, const std::vector<Reading>& readings, Replay& replay,
             const std::vector<Trail>& trails, const Alternatives& alternatives);

}  // namespace pricetalk
