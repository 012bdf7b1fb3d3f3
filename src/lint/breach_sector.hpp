#pragma once

#include <vector>

#include "lint/breach.hpp"

namespace pricetalk {

/// These four: what rules of one sector are about, beside rises (lint/breach_rises.hpp). An index
/// that the rule does not name, a contract that ends too soon to follow one, any index at all, and
/// a rule that no file can show to be broken.
void another_index(const RuleScope& scope, std::vector<Breach>& made);
void too_short_a_contract(const RuleScope& scope, std::vector<Breach>& made);
void any_index(const RuleScope& scope, std::vector<Breach>& made);
void what_is_told(const RuleScope& scope, std::vector<Breach>& made);

}  // namespace pricetalk
