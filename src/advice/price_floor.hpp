#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "advice/market_band.hpp"

namespace pricetalk {

/// Under which price nobody signs: the highest of what the work costs us, the price by the real
/// cost mix where our own cost is not stated, and the lower end of the market.
struct PriceFloor {
  enum class By : std::uint8_t { own_cost, cost_mix, market };
  By by = By::market;
  Amount amount;
};
/// "own-cost": for machines.
std::string_view word(PriceFloor::By by);
/// "our own cost", "onze eigen kosten".
const Phrase& words(PriceFloor::By by);

/// What a unit costs us on a day: the stated cost, grown by whole years. Nothing where the file
/// does not state it, or the contract's prices hold VAT and cannot be held against it.
std::optional<Amount> own_cost(const Dossier& d, const Line& line, Date day);

/// On the day of the dossier. A cost mix that comes out above the market is none: the price it
/// started from may have been too high. Nor is that of a line with surcharges, which it lacks.
std::optional<PriceFloor> price_floor(const Dossier& d, const Line& line);

}  // namespace pricetalk
