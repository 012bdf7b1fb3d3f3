#pragma once

#include "pricetalk/contract/clause.hpp"

namespace pricetalk {

/// Warns of a table with values that lie in no band (W0106) or in two (W0107), unless the clause
/// accepts it. Below its first band and above its last one nothing is missing.
void check_bands(const BandTableTerms& terms, const BandTable& table,
                 const std::vector<Accepted>& accepted, Diagnostics& diagnostics);

}  // namespace pricetalk
