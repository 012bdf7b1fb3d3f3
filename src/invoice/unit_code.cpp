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
const std::array<UnitCode, 22>& unit_codes() {
  static const std::array<UnitCode, 22> table{{
      {"HUR",
       "hours",
       "uren",
       {"hour", "hours", "hr", "hrs", "h", "u", "uur", "uren", "stunde", "stunden", "std", "heure",
        "heures"}},
      {"MIN", "minutes", "minuten", {"minute", "minutes", "min", "minuut", "minuten"}},
      {"DAY",
       "days",
       "dagen",
       {"day", "days", "dag", "dagen", "dgn", "dg", "tag", "tage", "tg", "jour", "jours"}},
      {"WEE",
       "weeks",
       "weken",
       {"week", "weeks", "wk", "wkn", "weken", "woche", "wochen", "semaine", "semaines"}},
      {"MON",
       "months",
       "maanden",
       {"month", "months", "mth", "maand", "maanden", "mnd", "mnden", "mon", "monat", "monate",
        "mois"}},
      {"QAN",
       "quarters",
       "kwartalen",
       {"quarter", "quarters", "kwartaal", "kwartalen", "quartal", "quartale", "trimestre",
        "trimestres"}},
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
      {"", "half days", "dagdelen", {"dagdeel", "dagdelen", "half day", "half days", "halbtag"}},
      {"", "visits", "beurten", {"beurt", "beurten", "visit", "visits", "einsatz", "visite"}},
      {"", "trips", "ritten", {"rit", "ritten", "trip", "trips", "fahrt", "fahrten", "trajet"}},
      {"",
       "pieces",
       "stuks",
       {"piece", "pieces", "pc", "pcs", "pce", "stuk", "stuks", "stk", "st", "stück", "stueck",
        "stck", "pièce", "pièces"}},
      {"MTQ", "cubic metres", "kubieke meter", {"m3", "m³", "kubieke meter", "cbm"}},
  }};
  return table;
}

const UnitCode* measure(std::string_view text) {
  const auto& table = unit_codes();
  const std::string_view code = document::trimmed(text);
  std::string word = document::lower(code);
  while (word.ends_with('.')) word.pop_back();
  const auto* found = std::find_if(table.begin(), table.end(), [&](const UnitCode& each) {
    return (!code.empty() && each.code == code) ||
           std::find(each.words.begin(), each.words.end(), word) != each.words.end();
  });
  return found == table.end() ? nullptr : found;
}

}  // namespace

namespace {

/// Letters and digits alone, in small letters and without what makes a plural: "Beurten." is
/// "beurt".
std::string stem(std::string_view unit) {
  std::string made;
  for (const char c : document::lower(document::trimmed(unit)))
    if (document::is_letter(c) || document::is_digit(c) || static_cast<unsigned char>(c) >= 0x80U)
      made += c;
  for (const std::string_view plural : {"en", "s", "n", "e"})
    if (made.size() > plural.size() + 2 && made.ends_with(plural)) {
      made.resize(made.size() - plural.size());
      break;
    }
  return made;
}

/// "XPP", "LS", "C62": a code, that may count anything.
bool is_code(std::string_view unit) {
  return unit.size() <= 3 && std::all_of(unit.begin(), unit.end(), [](char c) {
           return document::is_digit(c) || ('A' <= c && c <= 'Z');
         });
}

bool is_of_one_word(std::string_view a, std::string_view b) {
  const std::string one = stem(a);
  const std::string other = stem(b);
  constexpr std::size_t a_word = 3;
  if (one.size() < a_word || other.size() < a_word) return one == other;
  return one.find(other) != std::string::npos || other.find(one) != std::string::npos;
}

}  // namespace

SameUnit same_unit(std::string_view charged, std::string_view agreed) {
  const std::string_view counted = document::trimmed(charged);
  if (counted.empty() || document::trimmed(agreed).empty()) return SameUnit::unknown;
  const UnitCode* one = measure(charged);
  const UnitCode* other = measure(agreed);
  if (one != nullptr && other != nullptr) return one == other ? SameUnit::same : SameUnit::another;
  if (one != nullptr || is_code(counted) || is_of_one_word(counted, agreed))
    return SameUnit::unknown;
  return SameUnit::unheard;
}

Phrase unit_name(std::string_view unit) {
  const UnitCode* found = measure(unit);
  return found != nullptr ? Phrase{found->en, found->nl} : same(std::string(unit));
}

}  // namespace pricetalk::invoices
