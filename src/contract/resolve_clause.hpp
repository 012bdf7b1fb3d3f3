#pragma once

#include "pricetalk/contract/clause.hpp"

namespace pricetalk {

/// One clause from terms to meaning: ladders laid out by date, defaults filled, names checked.
/// `liked`: the clause that its `like` names, or nothing.
Clause resolve_clause(const NamedTable<ClauseTerms>& named, Date signed_on,
                      const ClauseTerms* liked, Diagnostics& diagnostics);

/// Warns where a limit per year meets a time that is no whole years.
void check_yearly_limits(const Clause& clause, Diagnostics& diagnostics);

}  // namespace pricetalk
