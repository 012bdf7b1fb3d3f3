#pragma once

#include <string>

#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

/// What is said of a file that only this program writes, where another file stands in its place
/// (O0007). `what`: what it should be, "a compiled portfolio".
Diagnostics not_written_over(const std::string& path, const Phrase& what);

}  // namespace pricetalk
