#pragma once

#include <span>

#include "pricetalk/diagnostic/codes.hpp"

namespace pricetalk {

/// What can be wrong with an invoice file. Letter A. Sorted by code.
std::span<const Code> audit_codes();

}  // namespace pricetalk
