#pragma once

#include <cstddef>
#include <string>

#include "pricetalk/diagnostic/language.hpp"

namespace pricetalk {

/// "NOT SHOWN: 2 contracts that could not be used, see above.", a line; empty: all are shown.
std::string not_shown(std::size_t contracts, Language language);

}  // namespace pricetalk
