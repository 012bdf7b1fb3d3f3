#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pricetalk/calendar/date.hpp"
#include "pricetalk/number/money.hpp"

namespace pricetalk {

/// A percentage that stands in a letter, with the words around it.
struct SuggestedChange {
  Percent change;
  std::string quote;  ///< the line, blanks collapsed
};

/// A day that stands in a letter.
struct SuggestedDay {
  Date day;
  bool begins = false;  ///< "per", "vanaf", "from" stands before it
  std::string quote;
};

/// What a letter seems to announce. Never a verdict: which of it is meant, only a reader knows.
struct LetterSuggestion {
  std::vector<SuggestedChange> changes;  ///< in the order of the text, each once; VAT left out
  std::vector<SuggestedDay> days;        ///< those that begin something first, each once
};

/// Looks for percentages and days in the text of a letter, Dutch or English.
LetterSuggestion suggestion_of(std::string_view text);

}  // namespace pricetalk
