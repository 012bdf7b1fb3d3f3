#pragma once

#include <optional>
#include <string_view>

#include "pricetalk/calendar/date.hpp"
#include "pricetalk/diagnostic/language.hpp"

// The one table of the names of months and of units of time.
namespace pricetalk {

/// "January", "januari". REQUIRES: 1 to 12.
const Phrase& month_name(int month);
/// The same in any language in which letters are written: "Januar", "janvier".
std::string_view month_word(int month, Language language);

/// The month, 1 to 12, that a word names in English or Dutch, whole or as it is shortened ("mrt",
/// "sept"), or whole in German or French; small letters and capitals alike. Nothing for another
/// word.
std::optional<int> month_named(std::string_view word);

/// The month that a word begins to name in Dutch, English, German or French, as bookkeeping
/// programs write it: "janv", "maerz", "okt". `word` is in small letters without accents.
std::optional<int> month_begun(std::string_view word);

/// "month", "maand"; "2 months", "2 maanden" without the number: any count but one is plural.
Phrase words(Unit unit, int count = 1);

/// "2 months", "2 maanden".
Phrase duration_words(const Duration& duration);

/// The unit that an English word names, in the singular or the plural: "month", "months".
std::optional<Unit> unit_named(std::string_view word);

}  // namespace pricetalk
