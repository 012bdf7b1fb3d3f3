#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands.hpp"

/// What stands behind an option, as the value that a command takes. Each throws WrongValue for what
/// it cannot read.
namespace pricetalk {

/// A value that an option cannot take; leaves the parser with words for the user.
struct WrongValue {
  Phrase title;
  Phrase hint;
};

/// "did you mean 'price'?", or `otherwise`: a way to find the right word.
Phrase suggest(std::string_view word, const std::vector<std::string>& known,
               const Phrase& otherwise);

/// "2026-01-31".
Date to_date(const std::string& option, const std::string& text);
/// 1 to a million.
std::size_t to_count(const std::string& option, const std::string& text);
/// "2/7".
Shard to_shard(const std::string& option, const std::string& text);
/// Zero or more, with at most six decimals.
Decimal to_amount(const std::string& option, const std::string& text);
/// Zero or more, whole.
std::uint64_t to_number(const std::string& option, const std::string& text);
/// "SERIES=PERIOD:VALUE".
FigureByHand to_figure(const std::string& option, const std::string& text);

/// One of `words`: pairs of a word and what it means.
template <class Choice, class Words>
Choice to_choice(const std::string& option, const std::string& text, const Words& words) {
  std::vector<std::string> known;
  for (const auto& [word, value] : words) {
    if (word == text) {
      return value;
    }
    known.emplace_back(word);
  }
  std::string all;
  for (const auto& word : known) {
    all += (all.empty() ? "" : ", ") + word;
  }
  throw WrongValue{{option + " does not take '" + text + "'", option + " kent '" + text + "' niet"},
                   {"choose from: " + all, "kies uit: " + all}};
}

}  // namespace pricetalk
