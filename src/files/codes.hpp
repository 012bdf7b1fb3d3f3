#pragma once

#include <span>

#include "diagnostic/codes.hpp"

namespace pricetalk {

/// What the outside may answer. Letter O: the outside of the program (files and folders). Sorted by
/// code.
std::span<const Code> file_codes();

}  // namespace pricetalk
