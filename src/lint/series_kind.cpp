#include "lint/series_kind.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace pricetalk {

namespace {

std::string lower(std::string_view text) {
  std::string made(text);
  for (char& c : made)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return made;
}

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

SeriesKind kind_in(const std::string& words) {
  if (holds_any(words, of_minimum_wage)) return SeriesKind::minimum_wage;
  if (holds_any(words, of_wages))
    return holds_any(words, of_all_trades) ? SeriesKind::general_wages : SeriesKind::other;
  if (holds_any(words, of_all_prices) && !holds_any(words, of_a_part))
    return SeriesKind::general_prices;
  return SeriesKind::other;
}

}  // namespace

SeriesKind kind_of(const Series& series) { return kind_in(lower(series.id + " " + series.title)); }

SeriesKind kind_of_id(std::string_view id) { return kind_in(lower(id)); }

}  // namespace pricetalk
