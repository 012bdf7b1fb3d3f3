#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pricetalk {

/// The languages that somebody can be written to. Answers, messages and pages are in English or
/// Dutch; letters of some kinds are written in German and French too (`letter_languages`).
enum class Language : std::uint8_t { en, nl, de, fr };

/// Whether the program answers in it. In another one it only writes letters.
constexpr bool is_spoken(Language language) {
  return language == Language::en || language == Language::nl;
}

/// One sentence or word in every language that the program speaks. Whatever a person reads is a
/// Phrase until the moment it is printed, so that no message exists in one language only.
struct Phrase {
  /// These two: the same words in English and in Dutch; one is never empty alone.
  std::string en;
  std::string nl;

  /// The words in that language; in English for one that the program does not speak.
  const std::string& in(Language language) const { return language == Language::nl ? nl : en; }
  /// Whether it says nothing.
  bool empty() const { return en.empty() && nl.empty(); }
  friend bool operator==(const Phrase&, const Phrase&) = default;
};

/// One wording of two, for what is printed at once.
inline std::string say(Language language, std::string_view en, std::string_view nl) {
  return std::string(language == Language::nl ? nl : en);
}

/// One wording of four, for what stands in a letter.
inline std::string say(Language language, std::string_view en, std::string_view nl,
                       std::string_view de, std::string_view fr) {
  switch (language) {
    case Language::en:
      return std::string(en);
    case Language::nl:
      return std::string(nl);
    case Language::de:
      return std::string(de);
    case Language::fr:
      return std::string(fr);
  }
  return std::string(en);
}

/// A name, an id, a number: the same in every language.
inline Phrase same(const std::string& text) { return {text, text}; }

}  // namespace pricetalk
