#pragma once

#include <string>
#include <string_view>

namespace pricetalk {

/// A text as TOML writes it, in quotes: quotes, backslashes and line ends behind a backslash, and a
/// blank for whatever else no line of a file can hold.
std::string toml_text(std::string_view text);

}  // namespace pricetalk
