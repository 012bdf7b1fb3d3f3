#pragma once

#include <vector>

#include "pricetalk/talk/facts.hpp"

namespace pricetalk {

/// Price lines that take the same step at the adjustment, in the order of their first line, with
/// their yearly difference together. A line whose invoice differs from what is allowed, or of which
/// only a range is known, stands alone. `annex` gets the sums.
std::vector<PriceGroup> price_groups(const TalkFacts& facts, std::vector<AnnexItem>& annex);

}  // namespace pricetalk
