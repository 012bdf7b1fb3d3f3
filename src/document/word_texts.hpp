#pragma once

#include <string_view>

namespace pricetalk {

/// The file of that name in words/, or an empty text. Written at build time.
std::string_view word_text(std::string_view name);

/// What the program says of the first case of a code in tests/errors: "A0105.en", "A0105.nl". Empty
/// for a code that no file can show. Written at build time.
std::string_view error_text(std::string_view name);

}  // namespace pricetalk
