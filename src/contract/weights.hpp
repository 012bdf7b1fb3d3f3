#pragma once

#include "contract/formula.hpp"
#include "pricetalk/contract/clause.hpp"

namespace pricetalk {

/// Warns when the plain weights of a formula do not add up to 1: with `0.15 + 0.70*L/L0 +
/// 0.14*C/C0` the price moves even when no figure does. Looks at sums in which every term is a
/// number, or a number times a ratio of figures of the clause, and only where the sum is the
/// coefficient
/// (`P = P0 * (...)`, `coefficient = ...`, or no name at all). A share of a change is no weight:
/// `1 + 0.8*(S - S0)/S0`.
void check_weights(const Formula& formula, const Clause& clause, Diagnostics& diagnostics);

}  // namespace pricetalk
