#pragma once

#include <cstddef>
#include <string>

#include "portfolio/exposure.hpp"

namespace pricetalk {

/// What the money hangs on, for machines. `unread`: contracts that could not be used.
std::string exposure_json(const ExposureAnswer& answer, std::size_t unread, Date today,
                          bool today_from_clock);

}  // namespace pricetalk
