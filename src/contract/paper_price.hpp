#pragma once

#include <string>
#include <string_view>

#include "contract/formula.hpp"

namespace pricetalk {

// The price in a printed formula has many names: AP = AP0 * (…), p = P x (…), P1 = Po (…).

/// Whether `name` is the price before it is adjusted where nothing else has that name: "Po", "p0".
bool is_price_base(std::string_view name);

/// "P/P0": the new price over the old one.
bool is_price_over_price(std::string_view name, std::string_view base);

/// Where the last line gives a price under another name and is computed from that name's own base,
/// the result becomes P and the base P0. Answers whether it did.
bool understand_price(Formula& formula);

}  // namespace pricetalk
