#pragma once

#include "pricetalk/diagnostic/language.hpp"
#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

/// `words` of a rounding of a percentage, whose step is a fraction: "half-up to 0.1%".
Phrase words_of_percent(const Rounding& rounding);

}  // namespace pricetalk
