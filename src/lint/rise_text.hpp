#pragma once

#include <string>

#include "pricetalk/diagnostic/language.hpp"
#include "pricetalk/number/decimal.hpp"
#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

/// The highest rise of a day in percent, with one decimal as the tables of the law, or with two
/// where it is reckoned and needs them (4.13).
Decimal rise_in_percent(const Ratio& rise);

/// The same for people: "5,8%".
std::string rise_text(const Ratio& rise, Language language);

}  // namespace pricetalk
