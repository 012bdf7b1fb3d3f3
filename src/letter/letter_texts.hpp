#pragma once

#include <string_view>

namespace pricetalk {

/// The model of that file name in letters/, or an empty text. Written at build time.
std::string_view letter_text(std::string_view name);

}  // namespace pricetalk
