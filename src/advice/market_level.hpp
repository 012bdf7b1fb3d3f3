#pragma once

#include <optional>

#include "advice/price_gap.hpp"
#include "simulation/market_level.hpp"

namespace pricetalk {

/// One price of a level on a day: moved where the level names a series (`market_move`), else as it
/// was. Nothing where the series cannot move it.
std::optional<Amount> market_price(const Dossier& d, const PriceLevelTerms& level,
                                   const Stated<Decimal>& price, const Phrase& label, Date day);

/// " (level of 1 June 2024, moved by cbs/ppi/afzet-2021)".
Phrase market_remark(const PriceLevelTerms& level);

}  // namespace pricetalk
