#pragma once

#include <string>

#include "document/error_codes.hpp"

namespace pricetalk {

/// A code with its title, explanation and example, each in both languages; `example` is null for a
/// code that no file can show.
std::string error_code_json(const Code& code);

}  // namespace pricetalk
