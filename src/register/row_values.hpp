#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pricetalk/calendar/date.hpp"
#include "pricetalk/diagnostic/language.hpp"

namespace pricetalk {

/// "3 mnd", "drie maanden", "1 jaar", "90 dagen", "3 months"; a bare number in `unit`. Nothing for
/// other words, and for a bare number without a unit.
std::optional<Duration> written_duration(std::string_view text, std::optional<Unit> unit);

/// A whole number of one or two digits, or as a Dutch or English word; nothing otherwise.
std::optional<int> small_count(std::string_view text);

/// "2x1", "2 x 1 jaar", "1+1", "2": how often, and how long each time. Nothing for other words.
struct Extension {
  int times = 0;
  Duration each;
};
std::optional<Extension> written_extension(std::string_view text);
/// "2 times 1 year".
Phrase words(const Extension& extension);

/// The code of a country as people write it: "NL", "België", "UK"; nothing for another word.
std::optional<std::string> country_named(std::string_view text);

/// Whether a cell names several contracts: "FM-12 / FM-13".
bool names_several(std::string_view text);

/// The day behind a number as spreadsheets count days: "43466" is 2019-01-01. Nothing for numbers
/// that no contract is of.
std::optional<Date> day_of_number(std::string_view text);

}  // namespace pricetalk
