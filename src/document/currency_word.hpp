#pragma once

#include <optional>
#include <string_view>

#include "pricetalk/number/money.hpp"

namespace pricetalk::document {

/// The currency that people write: three letters in any case, "€", "Euro"; nothing for another
/// word.
std::optional<Currency> currency_named(std::string_view text);

}  // namespace pricetalk::document
