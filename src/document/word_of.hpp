#pragma once

#include <string>

#include "document/dictionary.hpp"

namespace pricetalk {

/// The word that a file has for a choice: "provisional", "half-even". Empty when it has none.
template <class Choice>
std::string word_of(Choice choice) {
  for (const auto& [word, value] : Dictionary<Choice>::words)
    if (value == choice) return std::string(word);
  return {};
}

}  // namespace pricetalk
