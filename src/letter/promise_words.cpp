#include "letter/promise_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "document/words.hpp"
#include "letter/typed_numbers.hpp"

namespace pricetalk {

namespace {

constexpr std::array<std::string_view, 47> promising{
    "niet verho", "niet ho", "geen index", "verval",        "staat vast",  "alsnog",
    "omlaag",     "minder",  "terug",      "verandert",     "blijft",      "gelden",
    "beter van",  "verlag",  "not raise",  "unchanged",     "no index",    "lapse",
    "is fixed",   "recover", "goes down",  "less",          "refund",      "change",
    "hold",       "reduc",   "nicht erh",  "entfällt",      "steht fest",  "holen wir",
    "nachholen",  "sinkt",   "senk",       "weniger",       "zurück",      "bleibt",
    "gilt",       "ändert",  "n’augment",  "pas augmenter", "pas appliqu", "fixe",
    "baisse",     "récupér", "moins",      "rembours",      "reste "};

constexpr std::array<std::string_view, 23> binding{
    "garand",  "garant",       "beloven",   "beloof",   "zeggen toe",   "toezegg",
    "nooit",   "altijd",       "guarant",   "promise",  "we commit to", "never",
    "always",  "verzekeren u", "tot wel",   "zusicher", "versprechen",  "verpflichten uns",
    "niemals", "promettons",   "engageons", "jamais",   "toujours"};

constexpr std::array<std::string_view, 56> of_terms{
    "prijs",   "prijz",   "tarief",   "tariev",    "korting",  "gratis",   "kosteloos", "index",
    "verhog",  "verlag",  "opzeg",    "looptijd",  "boete",    "contract", "betaalt",   "betalen",
    "factuur", "kosten",  "vergoed",  "price",     "discount", "free of",  "no charge", "increase",
    "raise",   "cancel",  "penalty",  "pay ",      "invoice",  "cost",     "refund",    "compensat",
    "rates",   "krijgt",  "krijg je", "goedkop",   "terug",    "erbij",    "cheaper",   "you get",
    "preis",   "rabatt",  "erhöh",    "kostenlos", "zahlen",   "vertrag",  "rechnung",  "kündig",
    "prix",    "gratuit", "augment",  "rembours",  "remise",   "facture",  "contrat",   "résili"};

/// Each of a group can stand for another of the same letter only where it says the same.
constexpr std::array<std::string_view, 115> turning{"niet",
                                                    "geen",
                                                    "nooit",
                                                    "altijd",
                                                    "wel",
                                                    "alleen",
                                                    "ongeveer",
                                                    "circa",
                                                    "ca",
                                                    "bijna",
                                                    "ruim",
                                                    "minstens",
                                                    "hoogstens",
                                                    "maximaal",
                                                    "verwachting",
                                                    "waarschijnlijk",
                                                    "mogelijk",
                                                    "kan",
                                                    "kunnen",
                                                    "zou",
                                                    "zouden",
                                                    "eventueel",
                                                    "misschien",
                                                    "tenzij",
                                                    "mits",
                                                    "indien",
                                                    "omlaag",
                                                    "omhoog",
                                                    "minder",
                                                    "meer",
                                                    "lager",
                                                    "hoger",
                                                    "uur",
                                                    "week",
                                                    "maand",
                                                    "kwartaal",
                                                    "jaar",
                                                    "inclusief",
                                                    "exclusief",
                                                    "zonder",
                                                    "not",
                                                    "no",
                                                    "never",
                                                    "always",
                                                    "only",
                                                    "about",
                                                    "approximately",
                                                    "almost",
                                                    "maximum",
                                                    "expected",
                                                    "probably",
                                                    "may",
                                                    "might",
                                                    "could",
                                                    "unless",
                                                    "provided",
                                                    "if",
                                                    "up",
                                                    "down",
                                                    "less",
                                                    "more",
                                                    "hour",
                                                    "month",
                                                    "quarter",
                                                    "year",
                                                    "without",
                                                    "nicht",
                                                    "kein",
                                                    "keine",
                                                    "nie",
                                                    "niemals",
                                                    "nur",
                                                    "etwa",
                                                    "mindestens",
                                                    "höchstens",
                                                    "voraussichtlich",
                                                    "wahrscheinlich",
                                                    "möglicherweise",
                                                    "kann",
                                                    "können",
                                                    "könnte",
                                                    "falls",
                                                    "sofern",
                                                    "weniger",
                                                    "mehr",
                                                    "höher",
                                                    "niedriger",
                                                    "stunde",
                                                    "woche",
                                                    "monat",
                                                    "quartal",
                                                    "jahr",
                                                    "ohne",
                                                    "einschließlich",
                                                    "pas",
                                                    "aucun",
                                                    "aucune",
                                                    "jamais",
                                                    "toujours",
                                                    "seulement",
                                                    "environ",
                                                    "presque",
                                                    "probablement",
                                                    "peut",
                                                    "peuvent",
                                                    "pourrait",
                                                    "sauf",
                                                    "moins",
                                                    "heure",
                                                    "semaine",
                                                    "mois",
                                                    "trimestre",
                                                    "année",
                                                    "hors",
                                                    "comprise"};

template <std::size_t size>
bool holds_any(const std::string& plain, const std::array<std::string_view, size>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return plain.find(word) != std::string::npos; });
}

/// Signs that programs put in place of those that were typed.
constexpr std::array<std::pair<std::string_view, std::string_view>, 14> same_signs{
    {{"\u2018", "'"},
     {"\u2019", "'"},
     {"\u201C", "\""},
     {"\u201D", "\""},
     {"\u201E", "\""},
     {"\u2010", "-"},
     {"\u2011", "-"},
     {"\u2013", "-"},
     {"\u2014", "-"},
     {"\u2212", "-"},
     {"\u00A0", " "},
     {"\u202F", " "},
     {"\u2009", " "},
     {"\u00AD", ""}}};

}  // namespace

std::string plain_words(std::string_view text) {
  std::string made;
  const auto put = [&](char c) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (blank && (made.empty() || made.back() == ' ')) return;
    made += blank ? ' ' : c;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const auto found = std::find_if(same_signs.begin(), same_signs.end(),
                                    [&](const auto& each) { return rest.starts_with(each.first); });
    if (found != same_signs.end()) {
      for (const char c : found->second) put(c);
      at += found->first.size();
      continue;
    }
    if (text[at] != '*' && text[at] != '\\' && text[at] != '`') put(text[at]);
    ++at;
  }
  return document::lower(document::trimmed(made));
}

std::map<std::string, int> word_counts(const std::string& plain) {
  std::map<std::string, int> made;
  for (std::size_t at = 0; at < plain.size();) {
    std::size_t end = at;
    if (document::is_digit(plain[at])) {
      while (end < plain.size() &&
             (document::is_digit(plain[end]) || plain[end] == '.' || plain[end] == ','))
        ++end;
      ++made["#"];
    } else if (is_letter(plain[at])) {
      while (end < plain.size() && is_letter(plain[end])) ++end;
      ++made[plain.substr(at, end - at)];
    } else {
      ++end;
    }
    at = end;
  }
  return made;
}

int likeness(const std::map<std::string, int>& a, const std::map<std::string, int>& b) {
  int all = 0;
  int same = 0;
  for (const auto& [word, count] : a) {
    all += count;
    const auto found = b.find(word);
    if (found != b.end()) same += 2 * std::min(count, found->second);
  }
  for (const auto& [word, count] : b) all += count;
  return all == 0 ? 0 : same * 100 / all;
}

bool promises_something(const std::string& plain) { return holds_any(plain, promising); }

bool binds(const std::string& plain) { return holds_any(plain, binding); }

bool speaks_of_terms(const std::string& plain) {
  // The name of an annex promises nothing.
  for (const std::string_view annex : {"bijlage", "annex", "anlage"})
    if (plain.starts_with(annex)) return false;
  return holds_any(plain, of_terms);
}

std::map<std::string, int> turning_words(const std::string& plain) {
  std::map<std::string, int> made = word_counts(plain);
  std::erase_if(made, [](const auto& each) {
    return std::find(turning.begin(), turning.end(), each.first) == turning.end();
  });
  return made;
}

}  // namespace pricetalk
