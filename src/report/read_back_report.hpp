#pragma once

#include <string>

#include "letter/read_back.hpp"

namespace pricetalk {

/// What was found in a letter that somebody changed, for people. `file`: its name.
std::string read_back_text(const ReadBack& found, const std::string& file, Language language);
/// The same for machines.
std::string read_back_json(const ReadBack& found, const std::string& file);

}  // namespace pricetalk
