#pragma once

#include <span>

#include "diagnostic/codes.hpp"

namespace pricetalk {

/// What can be wrong with an invoice file, and with its rows beside contracts. Letter A. Sorted by
/// code.
std::span<const Code> invoice_codes();

}  // namespace pricetalk
