#include "invoice/unit_code.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

#include "document/words.hpp"

namespace pricetalk::invoices {

namespace {

struct UnitCode {
  std::string_view code;
  const char* en;
  const char* nl;
  std::initializer_list<std::string_view> words;  ///< in small letters
};

/// Of one list all words are the same measure.
const std::array<UnitCode, 18>& unit_codes() {
  static const std::array<UnitCode, 18> table{{
      {"HUR",
       "hours",
       "uren",
       {"hour", "hours", "hr", "h", "uur", "uren", "stunde", "stunden", "std", "heure", "heures"}},
      {"MIN", "minutes", "minuten", {"minute", "minutes", "min", "minuut", "minuten"}},
      {"DAY", "days", "dagen", {"day", "days", "dag", "dagen", "tag", "tage", "jour", "jours"}},
      {"WEE",
       "weeks",
       "weken",
       {"week", "weeks", "weken", "woche", "wochen", "semaine", "semaines"}},
      {"MON",
       "months",
       "maanden",
       {"month", "months", "maand", "maanden", "mnd", "monat", "monate", "mois"}},
      {"QAN",
       "quarters",
       "kwartalen",
       {"quarter", "quarters", "kwartaal", "kwartalen", "quartal", "trimestre"}},
      {"ANN",
       "years",
       "jaren",
       {"year", "years", "jaar", "jaren", "jahr", "jahre", "an", "ans", "annee", "année"}},
      {"KGM", "kilograms", "kilogram", {"kg", "kilo", "kilos", "kilogram", "kilogramm"}},
      {"GRM", "grams", "gram", {"g", "gr", "gram", "gramm", "gramme"}},
      {"TNE", "tonnes", "ton", {"t", "ton", "tons", "tonne", "tonnes"}},
      {"KWH", "kilowatt hours", "kilowattuur", {"kwh", "kilowattuur", "kilowatt hour"}},
      {"MWH", "megawatt hours", "megawattuur", {"mwh", "megawattuur", "megawatt hour"}},
      {"LTR", "litres", "liter", {"l", "liter", "liters", "litre", "litres"}},
      {"MTR", "metres", "meter", {"m", "meter", "meters", "metre", "metres", "mètre"}},
      {"KMT", "kilometres", "kilometer", {"km", "kilometer", "kilometers", "kilometre"}},
      {"SMI", "miles", "mijl", {"mile", "miles", "mijl"}},
      {"MTK", "square metres", "vierkante meter", {"m2", "m²", "vierkante meter", "qm"}},
      {"MTQ", "cubic metres", "kubieke meter", {"m3", "m³", "kubieke meter", "cbm"}},
  }};
  return table;
}

const UnitCode* of_code(std::string_view code) {
  const auto& table = unit_codes();
  const auto* found = std::find_if(table.begin(), table.end(),
                                   [&](const UnitCode& each) { return each.code == code; });
  return found == table.end() ? nullptr : found;
}

const UnitCode* of_word(const std::string& word) {
  for (const UnitCode& each : unit_codes())
    if (std::find(each.words.begin(), each.words.end(), word) != each.words.end()) return &each;
  return nullptr;
}

}  // namespace

SameUnit same_unit(std::string_view code, std::string_view unit) {
  const UnitCode* charged = of_code(code);
  const UnitCode* agreed = of_word(document::lower(document::trimmed(unit)));
  if (charged == nullptr || agreed == nullptr) return SameUnit::unknown;
  return charged == agreed ? SameUnit::same : SameUnit::another;
}

Phrase unit_name(std::string_view code) {
  const UnitCode* found = of_code(code);
  return found != nullptr ? Phrase{found->en, found->nl} : same(std::string(code));
}

}  // namespace pricetalk::invoices
