#pragma once

#include <optional>

#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// How much of a price follows its figures: by how much the change that is passed on grows over
/// that of the figures, as computed by the step's own calculation, when every figure rises by 1 %
/// from its reference, or from 10 % to 50 % above it where more follows then (a free first band).
/// Nothing where the formula compares no levels.
std::optional<Ratio> variable_share(const PriceEntry& step);

/// Whether the step's formula follows its figures when all rise and not when all fall. False where
/// it compares no levels.
bool follows_rises_only(const PriceEntry& step);

}  // namespace pricetalk
