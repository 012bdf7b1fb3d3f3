#pragma once

#include <optional>
#include <string_view>

#include "pricetalk/diagnostic/language.hpp"

namespace pricetalk {

/// Dutch or English, by the small words that every letter is full of; nothing where there are too
/// few of them, or as many of both.
std::optional<Language> guessed_language(std::string_view text);

}  // namespace pricetalk
