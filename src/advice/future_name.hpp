#pragma once

#include <string>

#include "pricetalk/diagnostic/language.hpp"

namespace pricetalk {

/// What a future is called: the shipped ones have a name in each language, others their id.
Phrase future_name(const std::string& id);

}  // namespace pricetalk
