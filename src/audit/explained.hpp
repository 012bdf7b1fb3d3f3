#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "audit/replays.hpp"

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

/// Turns paths into explanations of all lines: which mistake on which dates, how likely they fit by
/// coincidence, equal ones once, in order of rank; and for each line the prices under each subset
/// of the first. `found`: one for each line of the replays.
void explain(std::vector<Found>& found, Replays& replay, const std::vector<Trail>& trails,
             const Alternatives& alternatives);

}  // namespace pricetalk
