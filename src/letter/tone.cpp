#include "letter/tone.hpp"

#include <unicode/regex.h>
#include <unicode/unistr.h>

#include <memory>
#include <stdexcept>

namespace pricetalk {

namespace {

/// A regular expression of the table, ready to be looked for.
class Regex {
 public:
  explicit Regex(std::string_view pattern) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError where;
    compiled_.reset(icu::RegexPattern::compile(text(pattern), 0, where, status));
    if (U_FAILURE(status))
      throw std::logic_error("a tone pattern does not compile: " + std::string(pattern));
  }

  /// The first words that match, or nothing.
  std::string find_in(const std::string& sentence) const {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString input = text(sentence);  // the matcher reads it, so it must stay
    const std::unique_ptr<icu::RegexMatcher> matcher(compiled_->matcher(input, status));
    std::string found;
    if (U_SUCCESS(status) && matcher->find(status)) matcher->group(status).toUTF8String(found);
    return found;
  }

 private:
  static icu::UnicodeString text(std::string_view utf8) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  }
  std::unique_ptr<icu::RegexPattern> compiled_;
};

}  // namespace

std::vector<ToneFinding> tone(std::string_view text, Language language) {
  struct Ready {
    const TonePattern* pattern;
    Regex hit;
    std::unique_ptr<Regex> unless;
  };
  std::vector<Ready> ready;
  for (const TonePattern& pattern : tone_patterns(language))
    ready.push_back({&pattern, Regex(pattern.pattern),
                     pattern.unless.empty() ? nullptr : std::make_unique<Regex>(pattern.unless)});
  std::vector<ToneFinding> findings;
  for (const Sentence& sentence : sentences(text))
    for (const Ready& each : ready) {
      std::string words = each.hit.find_in(sentence.text);
      if (words.empty()) continue;
      if (each.unless != nullptr && !each.unless->find_in(sentence.text).empty()) continue;
      findings.push_back({each.pattern, sentence.text, std::move(words), sentence.line});
    }
  return findings;
}

}  // namespace pricetalk
