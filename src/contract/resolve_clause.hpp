#pragma once

#include "pricetalk/contract/clause.hpp"

namespace pricetalk {

/// One clause from terms to meaning: ladders laid out by date, defaults filled, names checked.
Clause resolve_clause(const NamedTable<ClauseTerms>& named, Date signed_on,
                      Diagnostics& diagnostics);

}  // namespace pricetalk
