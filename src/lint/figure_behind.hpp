#pragma once

#include <string>

#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// The figure that a step reads of an index or of its reference ("C", "C0"); nothing where it reads
/// none that is published.
const PublishedFigure* figure_behind(const PriceEntry& entry, const std::string& symbol);

}  // namespace pricetalk
