#pragma once

#include "pricing/fold.hpp"

namespace pricetalk {

/// The price of a line that follows another, on a day on which that one may move: so many times its
/// price, rounded to the decimals of the line.
std::pair<State, PriceEntry> follow(const PricingContext& context, const State& state,
                                    const Occasion& occasion);

}  // namespace pricetalk
