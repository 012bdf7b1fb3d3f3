#pragma once

#include <vector>

#include "lint/breach.hpp"

namespace pricetalk {

/// These three: what rules say of the indices that a contract follows. One of all prices or wages,
/// figures over a longer time than lies between two adjustments, and an index that has to do with
/// what is delivered.
void general_index(const RuleScope& scope, std::vector<Breach>& made);
void index_period(const RuleScope& scope, std::vector<Breach>& made);
void index_object(const RuleScope& scope, std::vector<Breach>& made);

}  // namespace pricetalk
