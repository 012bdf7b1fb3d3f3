#pragma once

#include <string>
#include <string_view>

namespace pricetalk {

/// The SHA-256 of bytes, in 64 hexadecimal digits: two files of one digest are the same file.
std::string sha256(std::string_view bytes);

}  // namespace pricetalk
