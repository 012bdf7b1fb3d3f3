#pragma once

#include "pricetalk/diagnostic/language.hpp"
#include "pricetalk/number/money.hpp"

namespace pricetalk {

/// What amounts are in: "euros", "euro's"; the code of a currency that has no common name here.
Phrase currency_name(const Currency& currency);

}  // namespace pricetalk
