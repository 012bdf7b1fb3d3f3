#pragma once

#include <string>

#include "pricetalk/advice/redface.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

/// The thresholds of a file over the defaults; of no file (an empty path) the defaults.
RedFaceThresholds load_thresholds(const std::string& path, Diagnostics& problems);

}  // namespace pricetalk
