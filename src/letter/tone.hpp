#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pricetalk/letter/letter.hpp"

namespace pricetalk {

/// Forty for Dutch, twenty for English.
std::span<const TonePattern> tone_patterns(Language language);

/// What in a text (plain or Markdown) a reader would not want to receive, in the order of the text.
std::vector<ToneFinding> tone(std::string_view text, Language language);

/// A sentence of a text, for statistics and patterns: headings, list items and table cells are
/// sentences of their own.
struct Sentence {
  std::string text;        ///< with line breaks collapsed
  std::uint32_t line = 0;  ///< from 1: where it begins
};
/// In the order of the text.
std::vector<Sentence> sentences(std::string_view text);

}  // namespace pricetalk
