#pragma once

#include <string>

namespace pricetalk {

/// An id as the name of a file: what is no letter, digit, point, - or _ becomes a -.
std::string file_name(const std::string& id);

}  // namespace pricetalk
