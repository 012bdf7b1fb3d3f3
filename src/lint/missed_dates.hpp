#pragma once

#include <vector>

#include "lint/doubt.hpp"

namespace pricetalk {

/// Dated terms that miss the adjustment dates (W0134): a period of `during` in which no adjustment
/// falls, so that its terms never hold, and a dated constant that begins after the first one, so
/// that the price of that date can never be determined. What a clause accepts is not among them.
std::vector<Doubt> terms_that_miss_the_dates(const Contract& contract);

}  // namespace pricetalk
