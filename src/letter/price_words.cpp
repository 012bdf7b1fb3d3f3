#include "letter/price_words.hpp"

#include <algorithm>

#include "explain/unit_words.hpp"
#include "letter/innovation.hpp"
#include "letter/sentences.hpp"

namespace pricetalk {

namespace {

Explained priced(const Figure& figure, const FallbackPrice& price, const Phrase& label) {
  return {figure,
          {label.en + ", " + name_of(price, Language::en),
           label.nl + ", " + name_of(price, Language::nl)},
          price.entry == nullptr ? no_node : price.entry->answer};
}

}  // namespace

std::string name_of(const FallbackPrice& price, Language language) {
  const bool surcharges = !price.line->surcharges.empty();
  return price_name(*price.line, price.price, language) +
         (surcharges ? say(language, " (without surcharges)", " (zonder toeslagen)",
                           " (ohne Zuschläge)", " (hors suppléments)")
                     : "");
}

std::string of_price(const FallbackPrice& price, Language language) {
  const std::string name = name_of(price, language);
  return say(language, " of " + name, " van " + name, " „" + name + "“",
             " «\u202f" + name + "\u202f»");
}

/// "Prijs per uur": the units of all lines, or nothing when they differ.
std::string price_heading(const std::vector<FallbackPrice>& prices, Language language) {
  std::string word = say(language, "Price", "Prijs", "Preis", "Prix");
  const std::string& unit = prices.front().line->unit;
  const bool one = std::all_of(prices.begin(), prices.end(),
                               [&](const FallbackPrice& each) { return each.line->unit == unit; });
  if (unit.empty() || !one) return word;
  std::string per = per_unit(unit, language);
  for (const std::string article : {"an ", "a "})
    if (language == Language::en && per.starts_with(article))
      per = "per " + per.substr(article.size());
  return word + " " + per;
}

std::string of_one(const Line& line, Language language) {
  return line.unit.empty() ? "" : " " + per_unit(line.unit, language);
}

std::string vat_note(const Contract& contract, Language language) {
  if (!is_spoken(language)) return vat_words(contract, language);
  const bool excluded = contract.vat == Vat::excluded;
  return excluded ? say(language, "exclude VAT", "zonder btw")
                  : say(language, "include VAT", "met btw");
}

std::string vat_words(const Contract& contract, Language language) {
  const bool excluded = contract.vat == Vat::excluded;
  return excluded ? say(language, "without VAT", "zonder btw", "ohne Mehrwertsteuer", "hors TVA")
                  : say(language, "with VAT", "met btw", "einschließlich Mehrwertsteuer",
                        "TVA comprise");
}

std::string and_word(Language language) { return say(language, " and ", " en ", " und ", " et "); }

std::string not_known_yet(Language language) {
  return say(language, "not known yet", "nog niet bekend", "noch nicht bekannt",
             "pas encore connu");
}

AmountField now_of(const FallbackPrice& price) {
  return {priced(price.now, price, {"present price", "prijs van nu"}), true};
}

}  // namespace pricetalk
