#pragma once

#include <span>

#include "diagnostic/codes.hpp"

namespace pricetalk {

/// What can be wrong with what a contract says: one value (C01..), one clause (C02..), the contract
/// as a whole (C03..), and a formula (F01..). Sorted by code.
std::span<const Code> contract_codes();

}  // namespace pricetalk
