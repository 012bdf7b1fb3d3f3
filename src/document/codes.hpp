#pragma once

#include <span>

#include "diagnostic/codes.hpp"

namespace pricetalk {

/// What can be wrong with a file as text (T01..), with one value (T02..) and with keys and tables
/// (T03..), whatever the file is about. Sorted by code.
std::span<const Code> document_codes();

}  // namespace pricetalk
