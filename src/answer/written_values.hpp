#pragma once

#include <optional>
#include <string_view>

#include "pricetalk/number/money.hpp"

namespace pricetalk {

/// "5.62%", "5,62 %", "-1.5": a percentage as people write it; nothing for other words.
std::optional<Percent> written_percentage(std::string_view text);
/// "37.63", "37,63", "€ 1.037,63": a price as people write it, zero or more; nothing for other
/// words, and for what can be read in two ways ("1,037").
std::optional<Decimal> written_price(std::string_view text);

}  // namespace pricetalk
