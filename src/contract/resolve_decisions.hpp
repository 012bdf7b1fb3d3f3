#pragma once

#include "pricetalk/contract/contract.hpp"

namespace pricetalk {

/// What can be wrong with a decision of a contract whose lines and clauses are resolved: keys of
/// another kind, a day on which nothing is adjusted, an agreed price for lines that it does not
/// fit. Ids that the contract does not have are reported elsewhere.
void check_decision(const Contract& contract, const DecisionTerms& decision, Diagnostics& problems);

}  // namespace pricetalk
