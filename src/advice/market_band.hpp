#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "advice/market_level.hpp"

namespace pricetalk {

/// Where a price stands against the band of its market. Far is further beyond an end than the band
/// is wide. Of a band with one end only that one is known.
enum class MarketPlace : std::uint8_t {
  far_below,
  below,
  in,
  above,
  far_above,
  not_below,  ///< not under the lower end; the upper one is not stated
  not_above,  ///< not above the upper end; the lower one is not stated
};
/// "far-below", "in": for machines.
std::string_view word(MarketPlace place);
/// "far below the market", "ver onder de markt".
const Phrase& words(MarketPlace place);
bool is_above(MarketPlace place);
bool is_below(MarketPlace place);

/// The level of the market for a line as it is on a day: moved where the level names a series.
struct MarketBand {
  const PriceLevelTerms* level = nullptr;  ///< never nothing
  std::optional<MarketMove> move;          ///< nothing: no series moves it, or it cannot
  // These three: nothing: not stated, or it cannot be moved.
  std::optional<Amount> low;
  std::optional<Amount> normal;
  std::optional<Amount> high;

  bool cannot_be_moved() const { return level->moved_by && !move; }
};

/// Nothing where the contract states no level of that day or before.
std::optional<MarketBand> market_band(const Dossier& d, const Line& line, Date day);

/// Every comparison with a band asks this one. A price that passes an end by less than the
/// thresholds name is in the band. Nothing where no end is known.
std::optional<MarketPlace> place_in(const MarketBand& band, const Ratio& price,
                                    const RedFaceThresholds& thresholds);

}  // namespace pricetalk
