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

const UnitCode* measure(std::string_view text) {
  const auto& table = unit_codes();
  const std::string_view code = document::trimmed(text);
  const std::string word = document::lower(code);
  const auto* found = std::find_if(table.begin(), table.end(), [&](const UnitCode& each) {
    return each.code == code ||
           std::find(each.words.begin(), each.words.end(), word) != each.words.end();
  });
  return found == table.end() ? nullptr : found;
}

}  // namespace

SameUnit same_unit(std::string_view charged, std::string_view agreed) {
  const UnitCode* one = measure(charged);
  const UnitCode* other = measure(agreed);
  if (one == nullptr || other == nullptr) return SameUnit::unknown;
  return one == other ? SameUnit::same : SameUnit::another;
}

Phrase unit_name(std::string_view unit) {
  const UnitCode* found = measure(unit);
  return found != nullptr ? Phrase{found->en, found->nl} : same(std::string(unit));
}

}  // namespace pricetalk::invoices
