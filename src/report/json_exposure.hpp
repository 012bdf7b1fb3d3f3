#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "portfolio/exposure.hpp"
#include "pricing/later_figures.hpp"

namespace pricetalk {

/// What the money hangs on, for machines. `unread`: contracts that could not be used;
/// `entered`: figures of a person, with which it was computed.
std::string exposure_json(const ExposureAnswer& answer, std::size_t unread, Date today,
                          bool today_from_clock, const std::vector<EnteredFigure>& entered = {});

}  // namespace pricetalk
