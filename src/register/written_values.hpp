#pragma once

#include <optional>
#include <string_view>

#include "pricetalk/diagnostic/diagnostic.hpp"
#include "pricetalk/number/money.hpp"

namespace pricetalk {

/// "5.62%", "5,62 %", "-1.5": a percentage as people write it; nothing for other words.
std::optional<Percent> written_percentage(std::string_view text);
/// Whether a percentage without its sign may be a fraction: "0.04" can be 0.04 % or 4 %.
bool may_be_fraction(std::string_view text);
/// 0.04 as a fraction is 4 %.
Percent fraction_as_percentage(const Percent& written);
/// 1.03 and 103 as a factor are 3 %; nothing for what is no usual factor, or has its sign.
std::optional<Percent> factor_as_percentage(std::string_view text);
/// "write 0.04% or 4%".
Phrase either_percentage(const Percent& one, const Percent& other);
/// "37.63", "37,63", "€ 1.037,63": a price as people write it, zero or more; nothing for other
/// words, and for what can be read in two ways ("1,037").
std::optional<Decimal> written_price(std::string_view text);

}  // namespace pricetalk
