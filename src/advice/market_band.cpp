#include "advice/market_band.hpp"

#include <array>

namespace pricetalk {

std::string_view word(MarketPlace place) {
  static constexpr std::array<std::string_view, 7> all = {
      "far-below", "below", "in", "above", "far-above", "not-below", "not-above"};
  return all[static_cast<std::size_t>(place)];
}

const Phrase& words(MarketPlace place) {
  static const std::array<Phrase, 7> all = {
      {{"far below the market", "ver onder de markt"},
       {"below the market", "onder de markt"},
       {"in the market's band", "binnen de band van de markt"},
       {"above the market", "boven de markt"},
       {"far above the market", "ver boven de markt"},
       {"not below the market; its upper end is not stated",
        "niet onder de markt; de bovenkant staat er niet"},
       {"not above the market; its lower end is not stated",
        "niet boven de markt; de onderkant staat er niet"}}};
  return all[static_cast<std::size_t>(place)];
}

bool is_above(MarketPlace place) {
  return place == MarketPlace::above || place == MarketPlace::far_above;
}

bool is_below(MarketPlace place) {
  return place == MarketPlace::below || place == MarketPlace::far_below;
}

std::optional<MarketBand> market_band(const Dossier& d, const Line& line, Date day) {
  MarketBand made;
  made.level = market_level(*d.contract, line, day);
  if (made.level == nullptr) return std::nullopt;
  made.move = market_move(*d.coverage, *made.level, day);
  const auto end = [&](const std::optional<Stated<Decimal>>& stated, const Phrase& label) {
    return stated ? market_price(d, *made.level, *stated, label, day) : std::nullopt;
  };
  made.low = end(made.level->low, {"lower end of the market", "onderkant van de markt"});
  made.normal = end(made.level->normal, {"usual market price", "gewone prijs in de markt"});
  made.high = end(made.level->high, {"upper end of the market", "bovenkant van de markt"});
  return made;
}

std::optional<MarketPlace> place_in(const MarketBand& band, const Ratio& price,
                                    const RedFaceThresholds& t) {
  const auto known = [](const std::optional<Amount>& end) { return end && end->price; };
  const bool low = known(band.low);
  const bool high = known(band.high);
  if (!low && !high) return std::nullopt;
  const Ratio width = low && high ? *band.high->price - *band.low->price : Ratio(0);
  if (high) {
    const Ratio end = *band.high->price;
    if (price > end + end * t.above_market.value.as_fraction())
      return low && price > end + width ? MarketPlace::far_above : MarketPlace::above;
  }
  if (low) {
    const Ratio end = *band.low->price;
    if (price < end - end * t.below_market.value.as_fraction())
      return high && price < end - width ? MarketPlace::far_below : MarketPlace::below;
  }
  if (low && high) return MarketPlace::in;
  return low ? MarketPlace::not_below : MarketPlace::not_above;
}

}  // namespace pricetalk
