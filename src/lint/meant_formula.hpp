#pragma once

#include <optional>
#include <string>

#include "pricetalk/contract/clause.hpp"

namespace pricetalk {

// What a formula that comes to something odd was probably meant to be, as it can be written.

/// `P = P0 * (0.2 + 0.8 * C/C0)` for `P = P0 * 0.2 + 0.8 * C/C0`, whose brackets are missing;
/// nothing where it is no such formula.
std::optional<std::string> with_brackets(const Ladder& ladder, const Clause& clause);

/// `change = min(3%, C/C0 - 1)` for `change = min(3%, C/C0)`, and so of a price and a coefficient:
/// a ratio of figures beside a percentage that limits its change. Nothing where there is none, or
/// where the limit is not all of it.
std::optional<std::string> with_change_beside_limit(const Ladder& ladder, const Clause& clause);

/// `C` for `change = C - 1`; nothing where no 1 is taken off.
std::optional<std::string> without_the_one(const Ladder& ladder);

}  // namespace pricetalk
