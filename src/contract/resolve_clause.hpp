#pragma once

#include <set>
#include <string>

#include "pricetalk/contract/clause.hpp"

namespace pricetalk {

/// One clause from terms to meaning: ladders laid out by date, defaults filled, names checked.
/// `liked`: the clause that its `like` names, or nothing. `asked`: lines of formulas that a worked
/// example asks for.
Clause resolve_clause(const NamedTable<ClauseTerms>& named, Date signed_on,
                      const ClauseTerms* liked, const std::set<std::string>& asked,
                      Diagnostics& diagnostics);

/// Warns where a limit per year meets a time that is no whole years.
void check_yearly_limits(const Clause& clause, Diagnostics& diagnostics);

/// A cap that no price could obey.
void check_possible_caps(const Clause& clause, Diagnostics& diagnostics);

/// A cap below the floor beside it.
void check_limits_agree(const Clause& clause, Diagnostics& diagnostics);

/// Limits, shares and roundings that can hardly be meant: a coefficient for a change, a cap below
/// nothing, a share of nothing, whole coefficients.
void check_meant(const Clause& clause, Diagnostics& diagnostics);

/// A day of the year that has no effect because the first date is stated.
void check_first_day(const Clause& clause, Diagnostics& diagnostics);

/// A rounding "as written" of something that was not written with decimals (C0214).
void refuse_as_written(const Stated<RoundingRule>& rounding, Diagnostics& diagnostics);

}  // namespace pricetalk
