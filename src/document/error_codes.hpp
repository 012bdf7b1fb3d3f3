#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/codes.hpp"

namespace pricetalk {

/// Codes about one subject, as docs/errors.md groups them.
struct ErrorChapter {
  std::string_view title;
  std::string_view about;
  std::vector<Code> codes;  ///< sorted
};

/// All that words/errors.toml says, in its order.
const std::vector<ErrorChapter>& error_chapters();

/// The code of that name ("A0105", "a0105"), or nothing.
const Code* find_error_code(std::string_view name);

/// The code that stands nearest to one that does not exist: of its letter, with the nearest number.
const Code& nearest_error_code(std::string_view name);

/// A message that has this code, as the program prints it: the mistake with its place, and what to
/// write instead. Empty for a code that no file can show.
Phrase example_of(const Code& code);

}  // namespace pricetalk
