#pragma once

#include <vector>

#include "lint/doubt.hpp"

namespace pricetalk {

/// Prices of tiers and discounts that can hardly be meant (W0139): a decimal sign that is lost.
std::vector<Doubt> doubtful_tiers_and_discounts(const Contract& contract,
                                                const TrialLimits& limits);

/// A rate of VAT that the contract's country does not have (W0140).
std::vector<Doubt> doubtful_vat(const Contract& contract, Date today);

}  // namespace pricetalk
