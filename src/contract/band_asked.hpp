#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "contract/value_kind.hpp"
#include "pricetalk/contract/clause.hpp"

namespace pricetalk {

/// What a formula asks a table of bands for.
struct BandAsked {
  ValueKind kind = ValueKind::other;  ///< what it is asked with
  std::optional<Decimal> step;        ///< it is rounded to a multiple of this; nothing: it is not
  /// The index whose level, or whose difference in points, it is asked with; empty: none.
  std::string index = {};
  bool points = false;  ///< with the difference
};

/// Every place in the formulas of a clause where that table is asked.
std::vector<BandAsked> asked_of(const Clause& clause, const std::string& table);

}  // namespace pricetalk
