#include "letter/typed_numbers.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace pricetalk {

namespace {

bool is_digit(char sign) { return std::isdigit(static_cast<unsigned char>(sign)) != 0; }
/// What names a currency, in small letters.
constexpr std::array<std::string_view, 31> currency_words = {
    "euro",  "euros",  "eur",    "usd",     "gbp",  "chf",   "dkk",   "sek",
    "nok",   "pln",    "czk",    "huf",     "ron",  "bgn",   "isk",   "jpy",
    "cny",   "aud",    "cad",    "try",     "ct",   "cent",  "frank", "franken",
    "franc", "francs", "dollar", "dollars", "pond", "pound", "pounds"};

/// Words behind a number that say what it counts. Any other word leaves open that it is money.
constexpr std::array<std::string_view, 188> things = {
    "uur",       "uren",       "uurtje",      "hour",         "hours",       "minuut",
    "minuten",   "minute",     "minutes",     "dag",          "dagen",       "day",
    "days",      "week",       "weken",       "weeks",        "maand",       "maanden",
    "month",     "months",     "kwartaal",    "kwartalen",    "quarter",     "quarters",
    "jaar",      "jaren",      "year",        "years",        "m",           "km",
    "cm",        "meter",      "meters",      "kilometer",    "kilometers",  "hectare",
    "hectares",  "liter",      "liters",      "litre",        "litres",      "kg",
    "kilo",      "ton",        "tonnen",      "tonnes",       "kwh",         "mwh",
    "gb",        "tb",         "stuk",        "stuks",        "piece",       "pieces",
    "kop",       "koppen",     "kopje",       "kopjes",       "cup",         "cups",
    "maaltijd",  "maaltijden", "meals",       "pakket",       "pakketten",   "parcels",
    "kamer",     "kamers",     "room",        "rooms",        "gebouw",      "gebouwen",
    "building",  "buildings",  "verdieping",  "verdiepingen", "floors",      "locatie",
    "locaties",  "locations",  "werkplek",    "werkplekken",  "desks",       "plek",
    "plekken",   "ruimte",     "ruimten",     "ruimtes",      "spaces",      "woning",
    "woningen",  "homes",      "mens",        "mensen",       "persoon",     "personen",
    "people",    "medewerker", "medewerkers", "employees",    "collega",     "colleagues",
    "klant",     "klanten",    "customers",   "bezoeker",     "bezoekers",   "visitors",
    "gebruiker", "gebruikers", "user",        "users",        "inwoners",    "leden",
    "members",   "leerlingen", "pupils",      "keer",         "maal",        "times",
    "bezoek",    "bezoeken",   "visits",      "beurt",        "beurten",     "rit",
    "ritten",    "trips",      "zending",     "zendingen",    "deliveries",  "melding",
    "meldingen", "tickets",    "bestelling",  "bestellingen", "orders",      "machine",
    "machines",  "lift",       "liften",      "lifts",        "toestel",     "toestellen",
    "devices",   "apparaten",  "stunde",      "stunden",      "minuten",     "tag",
    "tage",      "tagen",      "woche",       "wochen",       "monat",       "monate",
    "monaten",   "quartal",    "quartale",    "jahr",         "jahre",       "jahren",
    "stück",     "kilogramm",  "räume",       "gebäude",      "mitarbeiter", "kunden",
    "personen",  "heure",      "heures",      "jour",         "jours",       "semaine",
    "semaines",  "mois",       "trimestre",   "trimestres",   "an",          "ans",
    "année",     "années",     "pièce",       "pièces",       "personne",    "personnes",
    "bâtiments", "postes"};

/// Words between a number and what it counts: "5.000 minder uren".
constexpr std::array<std::string_view, 8> in_between = {"minder", "meer", "extra", "andere",
                                                        "fewer",  "more", "less",  "other"};

constexpr std::array<std::string_view, 6> percent_words = {"procent", "percent", "per cent",
                                                           "%",       "prozent", "pour cent"};

template <std::size_t size>
bool among(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// A blank, or an apostrophe as the Swiss write it, between groups of three digits; its bytes.
std::size_t group_sign(std::string_view text) {
  for (const std::string_view sign : {" ", "'", "\u00a0", "\u202f", "\u2019"})
    if (text.starts_with(sign)) return sign.size();
  return 0;
}

bool three_digits(std::string_view text) {
  return text.size() >= 3 && is_digit(text[0]) && is_digit(text[1]) && is_digit(text[2]) &&
         (text.size() == 3 || !is_digit(text[3]));
}

/// Where the number that begins at `at` ends: "1.250", "27,00", "20 000", "20'000".
std::size_t end_of_number(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  const bool grouped = end - at <= 3;
  while (end < text.size()) {
    const std::string_view rest = text.substr(end);
    const std::size_t sign = group_sign(rest);
    if (grouped && sign > 0 && three_digits(rest.substr(sign))) {
      end += sign + 3;
    } else if ((rest[0] == '.' || rest[0] == ',') && rest.size() > 1 && is_digit(rest[1])) {
      ++end;
      while (end < text.size() && is_digit(text[end])) ++end;
    } else {
      break;
    }
  }
  return end;
}

/// Digits with a sign before other than three of them: "27,00", never "1.250".
bool has_decimals(std::string_view number) {
  const std::size_t sign = number.find_last_of(".,");
  return sign != std::string_view::npos && !three_digits(number.substr(sign + 1));
}

std::vector<Ratio> values_of(std::string_view number) {
  std::vector<Ratio> values;
  for (const char decimal_sign : {',', '.'}) {
    std::string plain;
    for (const char sign : number) {
      if (is_digit(sign)) plain += sign;
      if (sign == decimal_sign) plain += '.';
    }
    if (std::count(plain.begin(), plain.end(), '.') > 1) continue;
    if (const auto value = Decimal::parse(plain)) values.emplace_back(*value);
  }
  return values;
}

void skip_blanks(std::string_view& text) {
  for (std::size_t sign = 1; sign > 0 && !text.empty();) {
    sign = text.front() == '\'' || text.starts_with("\u2019") ? 0 : group_sign(text);
    if (text.front() == '\n' || text.front() == '\t') sign = 1;
    text.remove_prefix(sign);
  }
}

std::string small(std::string_view text) {
  std::string made(text);
  std::transform(made.begin(), made.end(), made.begin(),
                 [](unsigned char sign) { return static_cast<char>(std::tolower(sign)); });
  return made;
}

std::string last_word(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && is_letter(text[begin - 1])) --begin;
  return small(text.substr(begin));
}

bool currency_before(std::string_view before) {
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view blank : {" ", ":", "\u00a0", "\u202f", "\n"})
      if (before.ends_with(blank)) {
        before.remove_suffix(blank.size());
        more = true;
      }
  }
  for (const std::string_view sign : {"€", "$", "£"})
    if (before.ends_with(sign)) return true;
  return among(currency_words, last_word(before));
}

std::string second_word(std::string_view text) {
  text.remove_prefix(first_word(text).size());
  skip_blanks(text);
  return first_word(text);
}

/// What stands behind a number, and what it makes of it.
struct Behind {
  bool money = false;
  bool thousands = false;
  bool per = false;      ///< per something, a month
  bool counted = false;  ///< things
  bool other = false;    ///< percent, a time of day, the letters of a postal code
  bool range = false;    ///< "27–28 euro"
};

/// "AB Veenrijk" behind four digits.
bool is_postal(std::string_view number, std::string_view after) {
  const auto capital = [&](std::size_t at) {
    return std::isupper(static_cast<unsigned char>(after[at])) != 0;
  };
  return number.size() == 4 && after.size() > 1 && capital(0) && capital(1) &&
         (after.size() == 2 || !is_letter(after[2]));
}

Behind read_behind(std::string_view after, std::string_view number) {
  Behind made;
  for (const std::string_view whole : {",-", ",=", ".-", ",\u2013", ",\u2014"})
    if (after.starts_with(whole)) {
      after.remove_prefix(whole.size());
      made.money = true;
    }
  skip_blanks(after);
  const std::string multiple = first_word(after);
  for (const std::string_view word : {"duizend", "mille", "thousand", "k"})
    if (multiple == word) {
      made.money = made.thousands = true;
      after.remove_prefix(multiple.size());
      skip_blanks(after);
    }
  const std::string word = first_word(after);
  for (const std::string_view sign : {"€", "$", "£"})
    made.money = made.money || after.starts_with(sign);
  made.money = made.money || among(currency_words, word);
  const std::string rest = small(after.substr(0, 8));
  const bool percent = std::any_of(percent_words.begin(), percent_words.end(),
                                   [&](std::string_view sign) { return rest.starts_with(sign); });
  const bool per_short = rest.starts_with("p/") || rest.starts_with("p.");  // "27 p/u"
  made.per = !percent && (word == "per" || word == "a" || word == "an" || word == "each" ||
                          word == "elk" || word == "elke" || word == "pro" || word == "par" ||
                          per_short || after.starts_with("/"));
  const bool time_of_day = number.find('.') != std::string_view::npos &&
                           (word == "uur" || word == "am" || word == "pm" || word == "uhr");
  made.other = percent || time_of_day || is_postal(number, after);
  made.counted = among(things, among(in_between, word) ? second_word(after) : word);
  made.range =
      after.starts_with("-") || after.starts_with("\u2013") || word == "tot" || word == "to";
  return made;
}

/// A year is no amount, and a short number only where something says so.
bool long_enough(std::string_view number) {
  const auto digits = std::count_if(number.begin(), number.end(), is_digit);
  const bool year = number.size() == 4 && (number.starts_with("19") || number.starts_with("20"));
  return digits >= 4 && !year;
}

TypedNumber typed(std::string_view text, std::vector<Ratio> values, bool before,
                  const Behind& behind) {
  TypedNumber made{std::string(text), std::move(values), 0, before || behind.money, false};
  if (has_decimals(text))
    made.decimals = static_cast<int>(text.size() - text.find_last_of(".,") - 1);
  if (behind.thousands)
    for (Ratio& value : made.values) value = value * Ratio(1000);
  const bool digits = is_digit(text.front());
  // Cents are money whatever word follows; nobody counts hours or cups in them.
  const bool cents = has_decimals(text) && text.size() >= 4;
  made.amount = made.money || behind.per ||
                (digits && !behind.other && (cents || (long_enough(text) && !behind.counted)));
  return made;
}

}  // namespace

std::vector<TypedNumber> typed_numbers(std::string_view text) {
  std::vector<TypedNumber> found;
  bool range = false;  // the number before this one was the first of "27–28 euro"
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    std::vector<Ratio> values;
    if (is_digit(text[at])) {
      end = end_of_number(text, at);
      values = values_of(text.substr(at, end - at));
    } else if (is_letter(text[at])) {
      const auto written = written_number(text.substr(at));
      if (!written) {
        while (at < text.size() && is_letter(text[at])) ++at;
        continue;
      }
      end = at + written->bytes;
      values = {Ratio(written->value)};
    } else {
      ++at;
      continue;
    }
    const std::string_view number = text.substr(at, end - at);
    const Behind behind = read_behind(text.substr(end), number);
    const bool joins = std::exchange(range, behind.range);
    if (joins && behind.money) {
      found.back().money = found.back().amount = true;
      if (behind.thousands)
        for (Ratio& value : found.back().values) value = value * Ratio(1000);
    }
    found.push_back(typed(number, std::move(values), currency_before(text.substr(0, at)), behind));
    at = end;
    if (!behind.thousands) continue;
    while (at < text.size() && !is_letter(text[at])) ++at;  // the word itself is no number
    while (at < text.size() && is_letter(text[at])) ++at;
  }
  return found;
}

}  // namespace pricetalk
