#pragma once

#include <set>
#include <string>

#include "contract/formula.hpp"
#include "pricetalk/contract/clause.hpp"

namespace pricetalk {

/// Turns the names of a printed formula into those of the clause, each where it has one meaning:
/// `So`, `S(o)` and `S_0` are S0, `S1`, `Sn` and `S(n)` are S, `s/S` is the new figure over the old
/// one, `P0 (…)` is a product. `S(n-3)` is S where index S reads three periods back, and an error
/// (F0111) elsewhere. `known`: constants and lines. Answers whether anything changed.
bool understand_names(Formula& formula, const Clause& clause, const std::set<std::string>& known,
                      Diagnostics& diagnostics);

/// A percentage that is added to a price, of which nobody can tell what it is a share of (F0112).
void check_percent_of_price(const Formula& formula, Diagnostics& diagnostics);

}  // namespace pricetalk
