#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pricetalk/contract/clause.hpp"

namespace pricetalk {

/// What a formula asks a table of bands for.
struct BandAsked {
  /// A fraction (`S/S0 - 1`), a ratio of figures (`S/S0`), or something else.
  enum class Kind : std::uint8_t { change, ratio, other };
  Kind kind = Kind::other;
  std::optional<Decimal> step;  ///< it is rounded to a multiple of this; nothing: it is not
};

/// Every place in the formulas of a clause where that table is asked.
std::vector<BandAsked> asked_of(const Clause& clause, const std::string& table);

}  // namespace pricetalk
