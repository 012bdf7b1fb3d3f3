#pragma once

#include "contract/formula_token.hpp"
#include "pricetalk/diagnostic/language.hpp"

namespace pricetalk {

/// What to write instead of a word that does not belong where it stands. `before`: the word before
/// it on the line; nothing at the beginning.
Phrase remedy_of(const Token& token, const Token* before, const Token& behind);

/// `max(0,03)` and `1.234,56`: title and remedy of a number with a comma that has two readings.
struct CommaReadings {
  Phrase title;
  Phrase remedy;
};
CommaReadings two_readings_of(const Token& number);

}  // namespace pricetalk
