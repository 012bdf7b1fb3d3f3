#pragma once

#include <string>

#include "pricetalk/contract/clause_terms.hpp"

namespace pricetalk {

/// Whether the clause's own formula gives a surcharge.
bool gives_surcharge(const ClauseTerms& terms);

/// Formulas that give both prices and surcharges, a retention without a surcharge or without its
/// sum, and (a warning each) the keys of a clause that do nothing on a surcharge.
void check_surcharge(const ClauseTerms& terms, const std::string& id, Diagnostics& diagnostics);

}  // namespace pricetalk
