#pragma once

#include <optional>
#include <string>
#include <vector>

#include "law/law.hpp"
#include "lint/remark.hpp"
#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// Something in a contract that a statutory rule is about.
struct Breach {
  Span where;
  std::string clause = {};  ///< id; empty: a period of the contract
  Phrase what;              ///< "index C follows all consumer prices (…)"
  Phrase ask = {};          ///< what decides and no file says; empty: nothing
  /// What was computed beside what is allowed, where that is a price.
  std::optional<PriceSpread> spread = {};
  bool no_row = false;  ///< the rule has no row for the deciding day
};

/// What a rule is asked of.
struct RuleScope {
  const Contract& contract;
  const Coverage& coverage;
  const ClauseRule& rule;
  Date until;  ///< steps up to this day are looked at
};

/// Where a contract goes against a rule, or may.
std::vector<Breach> breaches(const RuleScope& scope);

}  // namespace pricetalk
