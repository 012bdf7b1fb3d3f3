#pragma once

#include <optional>
#include <string>

#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

/// What stands in place of the words of a mistake when there is nothing to choose: a key that is
/// misspelt (T0301), a decimal comma (T0101), a percentage, number or date with too few or too many
/// quotes (T0103, T0203, T0204). Nothing for other mistakes, and where more than one thing could be
/// meant.
std::optional<std::string> replacement_of(const Diagnostic& mistake);

}  // namespace pricetalk
