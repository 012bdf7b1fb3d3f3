#pragma once

#include <optional>

#include "advice/price_gap.hpp"
#include "simulation/market_level.hpp"

namespace pricetalk {

/// One price of a level on a day. Where a series moves the level: x the latest figure that is known
/// on the day / the figure in force on the day of the level, to the currency's smallest unit. A
/// level without such a series stays as it was. Nothing where a figure is not there.
std::optional<Amount> market_price(const Dossier& d, const PriceLevelTerms& level,
                                   const Stated<Decimal>& price, const Phrase& label, Date day);

/// " (level of 1 June 2024, moved by cbs/ppi/afzet-2021)".
Phrase market_remark(const PriceLevelTerms& level);

}  // namespace pricetalk
