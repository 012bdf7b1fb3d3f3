#pragma once

#include <optional>

#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// How much of a price follows its figures: by how much the change that is passed on grows when
/// every figure rises by 1 % from its reference, as computed by the step's own calculation, over
/// that 1 %.
/// Nothing where the formula compares no levels.
std::optional<Ratio> variable_share(const PriceEntry& step);

/// Whether the step's formula follows its figures when all rise and not when all fall. False where
/// it compares no levels.
bool follows_rises_only(const PriceEntry& step);

}  // namespace pricetalk
