#pragma once

#include <string>

#include "pricetalk/diagnostic/diagnostic.hpp"
#include "report/frozen.hpp"

namespace pricetalk {

/// What a frozen run says of itself.
std::string frozen_json(const Manifest& manifest);

/// Whether it was repeated byte for byte, and what differs.
std::string frozen_check_json(const Manifest& manifest, bool same, const Diagnostics& differences);

}  // namespace pricetalk
