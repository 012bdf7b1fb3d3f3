#pragma once

#include "pricetalk/scenario/scenario.hpp"

namespace pricetalk {

/// The contract with the alternative's keys, read and resolved again by the reader of contracts, so
/// that one reader serves. Tables merge key by key; `decision` and `announcement` are added in
/// front of the contract's own (so that they win); every other value or list, a quantity and a
/// rounding are replaced whole. With another `formula` the indices of the edit are replaced whole
/// too, and what the result no longer uses of the old clause falls away. Edits of clauses that hold
/// from a day on (`first_day_of`) leave the steps before that day as they are.
/// REQUIRES: an alternative that `about` made for this contract.
Loaded<Contract> apply(const Alternative& alternative, const Contract& contract, Date today);

}  // namespace pricetalk
