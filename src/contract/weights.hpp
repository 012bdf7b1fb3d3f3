#pragma once

#include <optional>

#include "contract/formula.hpp"
#include "pricetalk/contract/clause.hpp"

namespace pricetalk {

/// What the numbers of an expression come to where every figure stands over its reference.
struct Weights {
  Ratio total;
  bool moves = false;  ///< some figure stands in it
};
/// Through brackets, constants and lines of the formula; nothing where something else stands in it.
std::optional<Weights> sum_of_weights(const Expression& expression, const Ladder& ladder,
                                      const Clause& clause);

/// A term of a coefficient: a share of an index, as in `0.70*L/L0`, or a share that is fixed.
struct WeighedTerm {
  Ratio weight;
  const IndexRead* read = nullptr;  ///< nothing: fixed
};
/// The terms of the coefficient; empty where one of them is anything else.
std::vector<WeighedTerm> weighed_terms(const Ladder& ladder, const Clause& clause);

/// Warns when the weights of a formula do not add up to 1: with `0.15 + 0.70*L/L0 + 0.14*C/C0` the
/// price moves even when no figure does. Looks at sums in which every term is a number, or a number
/// times a ratio of figures of the clause, and only where the sum is the coefficient
/// (`P = P0 * (...)`, `coefficient = ...`, or no name at all). A share of a change is no weight:
/// `1 + 0.8*(S - S0)/S0`; nor is a percentage beside a whole index, `C/C0 + 1%`.
void check_weights(const Ladder& ladder, const Clause& clause, Diagnostics& diagnostics);

}  // namespace pricetalk
