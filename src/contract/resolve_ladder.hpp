#pragma once

#include <set>
#include <string>
#include <vector>

#include "pricetalk/contract/clause.hpp"

namespace pricetalk {

/// The ladders of a clause by date, and what they name.
struct ResolvedLadders {
  std::vector<DatedLadder> dated;
  /// Names that count in some result, limit, threshold or worked example.
  std::set<std::string> used;
  bool unknown_names = false;  ///< then nobody can tell what is unused
};

/// Lays the terms of a clause out by date: entries of `during` replace them key by key, defaults
/// are filled, and every name is checked. `clause`: with its indices, tables and compounding;
/// `asked`: lines of formulas that a worked example asks for.
ResolvedLadders resolve_ladders(const ClauseTerms& terms, const Clause& clause, Date signed_on,
                                const std::set<std::string>& asked, Diagnostics& diagnostics);

}  // namespace pricetalk
