#pragma once

#include <cstddef>
#include <iosfwd>

#include "portfolio/exposure.hpp"

namespace pricetalk {

/// What the money hangs on, in all and by contract. `unread`: contracts that could not be used.
void print_exposure(const ExposureAnswer& answer, std::size_t unread, std::ostream& out,
                    Language language);

}  // namespace pricetalk
