#pragma once

#include <string>
#include <vector>

#include "advice/price_position.hpp"

namespace pricetalk {

/// Where the prices of one contract stand, a block for each line: for our own eyes.
std::string level_text(const Dossier& dossier, const std::vector<PricePosition>& positions,
                       Language language);

}  // namespace pricetalk
