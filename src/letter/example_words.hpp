#pragma once

#include <string_view>

#include "pricetalk/diagnostic/language.hpp"

namespace pricetalk {

/// What a worked example is about (`what`), as a reader of the contract says it: "new price",
/// "price of tier 2", "reference figure C". The name that a file gives stays; an unknown word as it
/// stands.
Phrase example_words(std::string_view what);
/// The outcome that an example states as a word: "threshold" is "below the threshold".
Phrase outcome_words(std::string_view word);

}  // namespace pricetalk
