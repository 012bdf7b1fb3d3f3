#pragma once

#include "pricetalk/contract/contract.hpp"

namespace pricetalk {

/// What `parts` state, without their clauses. Errors: shares that do not add up to 100 % (C0411),
/// two parts of one name (C0413), a currency without a rate or a rate without a currency (C0414).
std::vector<Part> resolve_parts(const PriceTerms& terms, const Currency& contract,
                                Diagnostics& diagnostics);

}  // namespace pricetalk
