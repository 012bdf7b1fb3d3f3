#pragma once

#include <string>
#include <string_view>

#include "index/publication/collector.hpp"

namespace pricetalk::publication {

/// Puts the unit of a column or measure into a head: `2015 = 100` is an index with that base, `%` a
/// percentage, `euro/liter` an amount per litre. False for any other unit: weights, counts,
/// millions of euros are no figures that a price follows.
bool take_unit(std::string_view text, Head& head);

/// `%`, `procent`, `per cent`, `prosent`: whether a text speaks of percentages.
bool says_percent(std::string_view text);

/// Says that a measure is left out because of its unit.
Phrase left_out(const std::string& name, std::string_view unit);

}  // namespace pricetalk::publication
