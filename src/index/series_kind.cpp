#include "index/series_kind.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "document/words.hpp"

namespace pricetalk {

namespace {

using document::lower;

template <std::size_t N>
bool holds_any(const std::string& text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

constexpr std::array<std::string_view, 17> of_all_prices = {"cpi",
                                                            "hicp",
                                                            "consumentenprijs",
                                                            "consumptieprijs",
                                                            "consumer price",
                                                            "gezondheidsindex",
                                                            "health index",
                                                            "verbraucherpreisindex",
                                                            "vpi",
                                                            "prix à la consommation",
                                                            "konsumentenpreise",
                                                            "retail price",
                                                            "rpi",
                                                            "/ipc",
                                                            "indice santé",
                                                            "lik-",
                                                            "sante"};
/// Of one good, one trade or one group of buyers.
constexpr std::array<std::string_view, 19> of_a_part = {
    "voeding",  "food",      "energie", "energy",      "diensten",
    "services", "huren",     "rent",    "dranken",     "kleding",
    "vervoer",  "transport", "woning",  "onderwijs",   "gezondheidszorg",
    "industr",  "producer",  "bouw",    "construction"};
constexpr std::array<std::string_view, 8> of_minimum_wage = {
    "minimumloon", "minimumuurloon",  "minimum wage", "mindestlohn",
    "smic",        "salaire minimum", "minimumlohn",  "minimum-wage"};
constexpr std::array<std::string_view, 5> of_wages = {"cao-lonen", "cao lonen", "loonkosten",
                                                      "salaires", "tariflöhne"};
constexpr std::array<std::string_view, 3> of_all_trades = {"alle bedrijfstakken", "all industries",
                                                           "tous secteurs"};

/// Words that beside those of all prices leave it all prices.
constexpr std::array<std::string_view, 105> that_narrow_nothing = {"a",
                                                                   "afgeleid",
                                                                   "afgevlakte",
                                                                   "all",
                                                                   "alle",
                                                                   "allgemeiner",
                                                                   "and",
                                                                   "area",
                                                                   "austria",
                                                                   "average",
                                                                   "base",
                                                                   "basis",
                                                                   "basisjaar",
                                                                   "belgie",
                                                                   "belgië",
                                                                   "belgien",
                                                                   "belgique",
                                                                   "belgium",
                                                                   "bestedingen",
                                                                   "city",
                                                                   "cpi",
                                                                   "de",
                                                                   "der",
                                                                   "derived",
                                                                   "des",
                                                                   "deutschland",
                                                                   "du",
                                                                   "duitsland",
                                                                   "en",
                                                                   "ensemble",
                                                                   "euro",
                                                                   "eurogebied",
                                                                   "for",
                                                                   "france",
                                                                   "frankrijk",
                                                                   "für",
                                                                   "general",
                                                                   "germany",
                                                                   "gesamtindex",
                                                                   "geharmoniseerde",
                                                                   "gezondheidsindex",
                                                                   "gemiddelde",
                                                                   "harmonised",
                                                                   "health",
                                                                   "herleid",
                                                                   "het",
                                                                   "hicp",
                                                                   "huishoudens",
                                                                   "households",
                                                                   "in",
                                                                   "index",
                                                                   "indexcijfer",
                                                                   "indice",
                                                                   "insgesamt",
                                                                   "ipc",
                                                                   "items",
                                                                   "jaargemiddelde",
                                                                   "jaarmutatie",
                                                                   "kingdom",
                                                                   "l",
                                                                   "la",
                                                                   "landesindex",
                                                                   "le",
                                                                   "les",
                                                                   "lik",
                                                                   "lissé",
                                                                   "luxembourg",
                                                                   "maand",
                                                                   "maandcijfer",
                                                                   "maanden",
                                                                   "ménages",
                                                                   "monthly",
                                                                   "national",
                                                                   "nationale",
                                                                   "nederland",
                                                                   "netherlands",
                                                                   "of",
                                                                   "oesterreich",
                                                                   "österreich",
                                                                   "prices",
                                                                   "price",
                                                                   "prix",
                                                                   "reeks",
                                                                   "retail",
                                                                   "rpi",
                                                                   "s",
                                                                   "sante",
                                                                   "santé",
                                                                   "schweiz",
                                                                   "series",
                                                                   "sinds",
                                                                   "smoothed",
                                                                   "switzerland",
                                                                   "the",
                                                                   "total",
                                                                   "totaal",
                                                                   "u",
                                                                   "uk",
                                                                   "und",
                                                                   "united",
                                                                   "urban",
                                                                   "us",
                                                                   "van",
                                                                   "vier",
                                                                   "vpi"};
constexpr std::array<std::string_view, 7> stems_of_all_prices = {
    "consommation", "consum", "konsument", "verbraucher", "à", "year", "jahr"};

/// Calls `each` with every word; a word with a digit in it names a base or a code, and is none.
template <class Each>
void for_each_word(const std::string& text, Each each) {
  std::string word;
  bool digit = false;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const auto c = static_cast<unsigned char>(at < text.size() ? text[at] : ' ');
    if ((c >= 'a' && c <= 'z') || c >= 0x80U || (c >= '0' && c <= '9')) {
      word += static_cast<char>(c);
      digit = digit || (c >= '0' && c <= '9');
      continue;
    }
    if (!word.empty() && !digit) each(word);
    word.clear();
    digit = false;
  }
}

bool names_a_group(const std::string& text) {
  bool found = false;
  for_each_word(text, [&](const std::string& word) {
    const bool known = std::find(that_narrow_nothing.begin(), that_narrow_nothing.end(), word) !=
                           that_narrow_nothing.end() ||
                       std::any_of(stems_of_all_prices.begin(), stems_of_all_prices.end(),
                                   [&](std::string_view stem) { return word.starts_with(stem); });
    found = found || !known;
  });
  return found;
}

/// What an id names, without its publisher.
std::string_view behind_publisher(std::string_view id) {
  const std::size_t slash = id.find('/');
  return slash == std::string_view::npos ? id : id.substr(slash + 1);
}

/// `name`: what further words may stand in, the title or else the id.
SeriesKind kind_in(const std::string& words, const std::string& name) {
  if (holds_any(words, of_minimum_wage)) return SeriesKind::minimum_wage;
  if (holds_any(words, of_wages))
    return holds_any(words, of_all_trades) ? SeriesKind::general_wages : SeriesKind::other;
  if (holds_any(words, of_all_prices) && !holds_any(words, of_a_part))
    return names_a_group(name) ? SeriesKind::perhaps_general_prices : SeriesKind::general_prices;
  return SeriesKind::other;
}

}  // namespace

SeriesKind kind_of(const Series& series) {
  if (series.title.empty() || series.title == series.id) return kind_of_id(series.id);
  return kind_in(lower(series.id + " " + series.title), lower(series.title));
}

SeriesKind kind_of_id(std::string_view id) {
  return kind_in(lower(id), lower(behind_publisher(id)));
}

}  // namespace pricetalk
