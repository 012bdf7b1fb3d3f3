#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "pricetalk/letter/letter.hpp"

namespace pricetalk {

/// The amounts of ours, as `leaks` has them, that stand in a text which a customer will read.
std::vector<Leak> leaks_in(std::string_view text, const Contract& contract,
                           std::span<const Explained> own);

}  // namespace pricetalk
