#include "explain/unit_words.hpp"

#include <algorithm>
#include <array>

namespace pricetalk {

namespace {

using UnitWords = std::array<const char*, 4>;  // in the order of Language

struct UnitName {
  const char* key;
  UnitWords per;
  UnitWords many;
  UnitWords one;
  const char* in(const UnitWords& words, Language language) const {
    return words[static_cast<std::size_t>(language)];
  }
};
constexpr std::array<UnitName, 11> unit_names = {
    {{"hour",
      {"an hour", "per uur", "pro Stunde", "par heure"},
      {"hours", "uur", "Stunden", "heures"},
      {"hour", "uur", "Stunde", "heure"}},
     {"day",
      {"a day", "per dag", "pro Tag", "par jour"},
      {"days", "dagen", "Tage", "jours"},
      {"day", "dag", "Tag", "jour"}},
     {"week",
      {"a week", "per week", "pro Woche", "par semaine"},
      {"weeks", "weken", "Wochen", "semaines"},
      {"week", "week", "Woche", "semaine"}},
     {"month",
      {"a month", "per maand", "pro Monat", "par mois"},
      {"", "", "", ""},
      {"", "", "", ""}},
     {"quarter",
      {"a quarter", "per kwartaal", "pro Quartal", "par trimestre"},
      {"", "", "", ""},
      {"", "", "", ""}},
     {"year", {"a year", "per jaar", "pro Jahr", "par an"}, {"", "", "", ""}, {"", "", "", ""}},
     {"piece",
      {"each", "per stuk", "pro Stück", "par pièce"},
      {"pieces", "stuks", "Stück", "pièces"},
      {"piece", "stuk", "Stück", "pièce"}},
     {"kg",
      {"per kg", "per kilo", "pro kg", "par kg"},
      {"kg", "kilo", "kg", "kg"},
      {"kg", "kilo", "kg", "kg"}},
     {"visit",
      {"a visit", "per bezoek", "pro Besuch", "par visite"},
      {"visits", "bezoeken", "Besuche", "visites"},
      {"visit", "bezoek", "Besuch", "visite"}},
     {"user",
      {"per user", "per gebruiker", "pro Nutzer", "par utilisateur"},
      {"users", "gebruikers", "Nutzer", "utilisateurs"},
      {"user", "gebruiker", "Nutzer", "utilisateur"}},
     {"package",
      {"per package", "per pakket", "pro Paket", "par colis"},
      {"packages", "pakketten", "Pakete", "colis"},
      {"package", "pakket", "Paket", "colis"}}}};

}  // namespace

std::string per_unit(const std::string& unit, Language language) {
  for (const UnitName& name : unit_names)
    if (unit == name.key) return name.in(name.per, language);
  return unit.empty() ? std::string() : say(language, "per ", "per ", "pro ", "par ") + unit;
}

std::string unit_plural(const std::string& unit, Language language) {
  for (const UnitName& name : unit_names)
    if (unit == name.key) return name.in(name.many, language);
  return unit;
}

bool is_known_unit(std::string_view unit) {
  return std::any_of(unit_names.begin(), unit_names.end(),
                     [&](const UnitName& name) { return unit == name.key; });
}

std::string counted_unit(bool one, const std::string& unit, Language language) {
  for (const UnitName& name : unit_names) {
    if (unit != name.key) continue;
    return name.in(one ? name.one : name.many, language);
  }
  return unit;
}

}  // namespace pricetalk
