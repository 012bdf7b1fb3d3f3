#pragma once

#include <string>

namespace pricetalk {

/// An id as the name of a file: what is no letter, digit, point, - or _ becomes a -.
std::string file_name(const std::string& id);

/// An id as the name of a folder: letters, digits and what cannot mislead a file system, at most 80
/// bytes; never empty.
std::string folder_name(const std::string& id);

}  // namespace pricetalk
