#pragma once

#include <optional>
#include <string>

#include "law/law.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

/// The statutory facts that come with the program; those of a file, if any, go before them.
/// Nothing, with errors, for a file that cannot be used.
std::optional<Law> load_law(const std::string& path, Diagnostics& problems);

}  // namespace pricetalk
