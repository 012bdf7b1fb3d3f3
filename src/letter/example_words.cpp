#include "letter/example_words.hpp"

#include <array>
#include <string>

namespace pricetalk {

namespace {

struct Row {
  std::string_view word;
  const char* en;
  const char* nl;
};

constexpr std::array<Row, 20> whole_texts = {{
    {"price", "price", "prijs"},
    {"price exact", "price before rounding", "prijs vóór afronding"},
    {"price before limits", "price before limits", "prijs vóór maximum en minimum"},
    {"net", "net price", "nettoprijs"},
    {"charged", "price with surcharges", "prijs met toeslagen"},
    {"surcharge", "surcharge", "toeslag"},
    {"surcharge amount", "amount of the surcharge", "bedrag van de toeslag"},
    {"amount", "amount", "bedrag"},
    {"period amount", "amount of the invoice", "factuurbedrag"},
    {"total", "total", "totaal"},
    {"change", "change", "verandering"},
    {"change exact", "change before rounding", "verandering vóór afronding"},
    {"coefficient", "coefficient", "coëfficiënt"},
    {"increase", "increase", "verhoging"},
    {"step", "step", "stap"},
    {"step before limits", "step before limits", "stap vóór maximum en minimum"},
    {"passed", "passed on", "doorberekend"},
    {"given up", "given up", "prijsgegeven"},
    {"threshold", "threshold", "drempel"},
    {"outcome", "outcome", "uitkomst"},
}};

/// Words with a name of the contract file behind them.
constexpr std::array<Row, 9> named_texts = {{
    {"tier ", "price of tier ", "prijs in staffel "},
    {"part ", "part ", "deel "},
    {"index ", "index figure ", "indexcijfer "},
    {"link ", "link coefficient of ", "koppelcoëfficiënt van "},
    {"formula ", "intermediate figure ", "tussenuitkomst "},
    {"due ", "due for ", "verschuldigd voor "},
    {"sum ", "sum of ", "som van "},
    {"opens at", "opens at", "gaat open bij"},
    {"opens above", "opens above", "gaat open boven"},
}};

constexpr std::array<Row, 5> outcomes = {{
    {"adjusted", "adjusted", "aangepast"},
    {"threshold", "below the threshold", "onder de drempel"},
    {"price binding", "price still binding", "prijs ligt nog vast"},
    {"minimum interval", "too soon after the last step", "te kort na de vorige aanpassing"},
    {"undetermined", "not determined", "niet te bepalen"},
}};

}  // namespace

Phrase outcome_words(std::string_view word) {
  for (const Row& row : outcomes)
    if (word == row.word) return {row.en, row.nl};
  return same(std::string(word));
}

Phrase example_words(std::string_view what) {
  for (const Row& row : whole_texts)
    if (what == row.word) return {row.en, row.nl};
  for (const Row& row : named_texts)
    if (what.starts_with(row.word)) {
      std::string name(what.substr(row.word.size()));
      Phrase made{row.en + name, row.nl + name};
      if (row.word == "part " && name.ends_with(" base")) {
        name.resize(name.size() - 5);
        made = {"part " + name + " at the start", "deel " + name + " bij het begin"};
      }
      return made;
    }
  return same(std::string(what));
}

}  // namespace pricetalk
