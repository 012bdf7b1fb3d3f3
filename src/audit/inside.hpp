#pragma once

#include <optional>

#include "billing/period.hpp"

namespace pricetalk {

/// The days of a row on which its contract and its line hold; nothing where there are none.
std::optional<Days> days_inside(const Contract& contract, const Line& line, const Days& charged);

/// "the days after 31 December 2025 lie behind the end of the contract"; nothing where contract and
/// line hold on all of the days, or on none.
std::optional<Phrase> days_outside(const Contract& contract, const Line& line, const Days& charged);

/// What share of a quantity that was charged for some days belongs to those of them that are
/// inside: as the contract would buy on all of the days, were the line there before and after.
/// REQUIRES: the line states a quantity.
Ratio share_inside(const Line& line, const Days& charged, const Days& inside);

}  // namespace pricetalk
