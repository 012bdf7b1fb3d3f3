#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pricetalk {

/// The languages that a person can be answered in.
enum class Language : std::uint8_t { en, nl };

/// One sentence or word in every language. Whatever a person reads is a Phrase until the moment it
/// is printed, so that no message exists in one language only.
struct Phrase {
  /// These two: the same words in English and in Dutch; one is never empty alone.
  std::string en;
  std::string nl;

  /// The words in that language.
  const std::string& in(Language language) const { return language == Language::nl ? nl : en; }
  /// Whether it says nothing.
  bool empty() const { return en.empty() && nl.empty(); }
  friend bool operator==(const Phrase&, const Phrase&) = default;
};

/// One wording of two, for what is printed at once.
inline std::string say(Language language, std::string_view en, std::string_view nl) {
  return std::string(language == Language::nl ? nl : en);
}

/// A name, an id, a number: the same in every language.
inline Phrase same(const std::string& text) { return {text, text}; }

}  // namespace pricetalk
