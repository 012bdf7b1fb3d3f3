#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pricetalk/diagnostic/language.hpp"

namespace pricetalk {

/// One way of writing that a reader does not want to receive. `pattern` and `unless` are regular
/// expressions in ICU syntax, applied to one sentence; `unless` silences a hit in the same
/// sentence.
struct TonePattern {
  std::string_view id;       ///< "NL01"; permanent
  std::string_view pattern;  ///< found with it in one sentence, capitals or not
  std::string_view unless;   ///< empty: nothing silences it
  std::string_view hit;      ///< a sentence that must be found
  std::string_view why;      ///< shown to the writer, in the language of the pattern
  std::string_view better;   ///< what to write instead
  bool stops;                ///< no letter goes out with it until the writer confirms
};

/// Forty for Dutch, twenty for English.
std::span<const TonePattern> tone_patterns(Language language);

/// A place where a pattern was found.
struct ToneFinding {
  const TonePattern* pattern = nullptr;  ///< never nothing
  std::string sentence;                  ///< in which it stands, line breaks collapsed
  std::string words;                     ///< that were found
  std::uint32_t line = 0;                ///< of the text, from 1: where the sentence begins
};

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
