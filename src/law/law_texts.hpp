#pragma once

#include <string_view>

namespace pricetalk {

/// The file of that name in law/, or an empty text. Written at build time.
std::string_view law_text(std::string_view name);

}  // namespace pricetalk
