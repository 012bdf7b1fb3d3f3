#pragma once

#include <string_view>

#include "pricetalk/diagnostic/language.hpp"

namespace pricetalk::document {

struct ParseMessage {
  std::string_view code;
  Phrase title;
  Phrase hint;
};

/// What the TOML parser says, as a plain sentence in both languages.
ParseMessage parse_message(std::string_view description);

}  // namespace pricetalk::document
