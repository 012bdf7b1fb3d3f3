#pragma once

#include "pricetalk/scenario/scenario.hpp"

namespace pricetalk {

/// The contract with the alternative's keys, read and resolved again by the reader of contracts, so
/// that one reader serves. Tables merge key by key; `decision` and `announcement` are added in
/// front of the contract's own (so that they win); every other value or list, a quantity and a
/// rounding are replaced whole.
Loaded<Contract> apply(const Alternative& alternative, const Contract& contract);

}  // namespace pricetalk
