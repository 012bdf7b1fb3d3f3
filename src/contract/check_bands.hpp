#pragma once

#include "pricetalk/contract/clause.hpp"

namespace pricetalk {

/// Warns of a table with values that lie in no band (W0106) or in two (W0107), unless the clause
/// accepts it, and of bands in whole numbers for a change that is a fraction (W0114). Below its
/// first band and above its last one nothing is missing, nor between two where the formula rounds
/// so that no value comes there.
void check_bands(const BandTableTerms& terms, const Clause& clause, const BandTable& table,
                 Diagnostics& diagnostics);

}  // namespace pricetalk
