#include "letter/guessed_language.hpp"

#include <algorithm>
#include <array>

#include "letter/typed_numbers.hpp"

namespace pricetalk {

namespace {

using LetterWords = std::array<std::string_view, 20>;

/// In the order of Language. LetterWords that two of them share count for both.
constexpr std::array<LetterWords, 4> words_of_letters{
    {{"the", "of",   "and",  "we",   "you",  "your", "not", "for",  "that", "with",
      "our", "this", "from", "will", "have", "are",  "to",  "been", "by",   "as"},
     {"de",  "het",   "een", "van", "wij",  "uw",   "niet", "voor", "dat", "met",
      "ook", "wordt", "aan", "bij", "zijn", "naar", "deze", "geen", "uit", "als"},
     {"der", "die",  "das",  "und", "wir", "sie",  "ihr", "ihre", "nicht", "für",
      "mit", "auch", "wird", "auf", "ist", "sind", "den", "von",  "zum",   "kein"},
     {"le",   "la",  "les",  "des",   "du",  "et",   "nous", "vous", "votre", "pas",
      "pour", "que", "avec", "aussi", "est", "sont", "de",   "une",  "au",    "notre"}}};

}  // namespace

std::optional<Language> guessed_language(std::string_view text) {
  constexpr int fewest = 2;
  std::array<int, 4> found{};
  while (!text.empty()) {
    const std::string word = first_word(text);
    if (word.empty()) {
      text.remove_prefix(1);
      continue;
    }
    for (std::size_t i = 0; i < found.size(); ++i)
      found[i] += static_cast<int>(
          std::count(words_of_letters[i].begin(), words_of_letters[i].end(), word));
    text.remove_prefix(word.size());
  }
  const auto most = std::max_element(found.begin(), found.end());
  if (*most < fewest || std::count(found.begin(), found.end(), *most) > 1) return std::nullopt;
  return static_cast<Language>(most - found.begin());
}

}  // namespace pricetalk
