#pragma once

#include <map>
#include <optional>
#include <vector>

#include "pricetalk/explain/calculation.hpp"

namespace pricetalk {

/// A limit that was moved outside a rounding.
struct OuterLimit {
  bool cap = false;  ///< no more than `end`; else no less
  Decimal end;       ///< rounded as the rounding does, with the decimals of its step
};

/// A rounding whose limits stand outside it.
struct Hoisted {
  /// Nodes in whose place one of their operands is rounded, or stands for the rounding.
  std::map<NodeId, NodeId> instead;
  std::vector<OuterLimit> limits;  ///< of the rounded number, in this order
};

/// The limits inside a rounding, moved outside. Adding a number that all share moves inside min and
/// max, because it keeps their order; the rounding moves inside too, because every mode is
/// monotone: round(min(a, b)) = min(round(a), round(b)). So the rounded number no longer depends on
/// caps and floors, and clauses that differ in them only can share it. A rounding that would be
/// turned around at an end on its own grid never is. Nothing where `node` is no rounding or holds
/// neither. `shared`: nodes that are one number for all.
std::optional<Hoisted> hoist(const Calculation& calculation, const Tape& tape,
                             const std::vector<bool>& shared, NodeId node);

}  // namespace pricetalk
