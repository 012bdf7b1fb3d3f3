#pragma once

#include <string>
#include <string_view>

#include "pricetalk/diagnostic/language.hpp"

/// The words of what is counted. Units that are not known stand as they were typed.
namespace pricetalk {

/// What stands behind a price: "per uur", "an hour"; empty for no unit.
std::string per_unit(const std::string& unit, Language language);

/// "uur", "hours", "stuks"; empty for units that are time themselves.
std::string unit_plural(const std::string& unit, Language language);

/// "uur", "hour" of one, else as `unit_plural`.
std::string counted_unit(bool one, const std::string& unit, Language language);

/// Whether the words of a unit are known: "hour", and not "machine".
bool is_known_unit(std::string_view unit);

}  // namespace pricetalk
