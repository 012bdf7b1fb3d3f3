#pragma once

#include "pricetalk/contract/clause.hpp"

namespace pricetalk {

/// How a clause reads one index, from terms to meaning: the reference that is not stated is that of
/// the previous date, or `from_start` that of the start.
IndexRead resolve_index(const NamedTable<IndexTerms>& named, bool from_start,
                        Diagnostics& diagnostics);

}  // namespace pricetalk
