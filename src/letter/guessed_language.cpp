#include "letter/guessed_language.hpp"

#include <algorithm>
#include <array>

#include "letter/typed_numbers.hpp"

namespace pricetalk {

namespace {

constexpr std::array<std::string_view, 20> dutch_words{
    "de",  "het",   "een", "van", "wij",  "uw",   "niet", "voor", "dat", "met",
    "ook", "wordt", "aan", "bij", "zijn", "naar", "deze", "geen", "uit", "als"};
constexpr std::array<std::string_view, 20> english_words_of_letters{
    "the", "of",   "and",  "we",   "you",  "your", "not", "for",  "that", "with",
    "our", "this", "from", "will", "have", "are",  "to",  "been", "by",   "as"};

}  // namespace

std::optional<Language> guessed_language(std::string_view text) {
  constexpr int fewest = 2;
  int dutch = 0;
  int english = 0;
  while (!text.empty()) {
    const std::string word = first_word(text);
    if (word.empty()) {
      text.remove_prefix(1);
      continue;
    }
    dutch += static_cast<int>(std::count(dutch_words.begin(), dutch_words.end(), word));
    english += static_cast<int>(
        std::count(english_words_of_letters.begin(), english_words_of_letters.end(), word));
    text.remove_prefix(word.size());
  }
  if (dutch == english || std::max(dutch, english) < fewest) return std::nullopt;
  return dutch > english ? Language::nl : Language::en;
}

}  // namespace pricetalk
