#include "explain/unit_words.hpp"

#include <algorithm>
#include <array>

namespace pricetalk {

namespace {

struct UnitName {
  const char* key;
  const char* per_en;
  const char* per_nl;
  const char* many_en;
  const char* many_nl;
  const char* one_en;
  const char* one_nl;
};
constexpr std::array<UnitName, 11> unit_names = {
    {{"hour", "an hour", "per uur", "hours", "uur", "hour", "uur"},
     {"day", "a day", "per dag", "days", "dagen", "day", "dag"},
     {"week", "a week", "per week", "weeks", "weken", "week", "week"},
     {"month", "a month", "per maand", "", "", "", ""},
     {"quarter", "a quarter", "per kwartaal", "", "", "", ""},
     {"year", "a year", "per jaar", "", "", "", ""},
     {"piece", "each", "per stuk", "pieces", "stuks", "piece", "stuk"},
     {"kg", "per kg", "per kilo", "kg", "kilo", "kg", "kilo"},
     {"visit", "a visit", "per bezoek", "visits", "bezoeken", "visit", "bezoek"},
     {"user", "per user", "per gebruiker", "users", "gebruikers", "user", "gebruiker"},
     {"package", "per package", "per pakket", "packages", "pakketten", "package", "pakket"}}};

}  // namespace

std::string per_unit(const std::string& unit, Language language) {
  for (const UnitName& name : unit_names)
    if (unit == name.key) return language == Language::nl ? name.per_nl : name.per_en;
  return unit.empty() ? std::string() : "per " + unit;
}

std::string unit_plural(const std::string& unit, Language language) {
  for (const UnitName& name : unit_names)
    if (unit == name.key) return language == Language::nl ? name.many_nl : name.many_en;
  return unit;
}

bool is_known_unit(std::string_view unit) {
  return std::any_of(unit_names.begin(), unit_names.end(),
                     [&](const UnitName& name) { return unit == name.key; });
}

std::string counted_unit(bool one, const std::string& unit, Language language) {
  for (const UnitName& name : unit_names) {
    if (unit != name.key) continue;
    if (language == Language::nl) return one ? name.one_nl : name.many_nl;
    return one ? name.one_en : name.many_en;
  }
  return unit;
}

}  // namespace pricetalk
