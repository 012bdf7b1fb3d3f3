#pragma once

#include <string>

#include "document/shape.hpp"

namespace pricetalk {

/// JSON Schema (draft 2020-12) of a file of the format, for editors that complete and underline
/// keys in TOML. It says which keys there are and what kind of value each holds; what belongs
/// together is said by `pricetalk check`. `title`: what the file is.
std::string json_schema(const Shape& shape, const std::string& title);

}  // namespace pricetalk
