#include "index/publication/units.hpp"

#include <array>

#include "document/words.hpp"
#include "index/publication/figure_text.hpp"

namespace pricetalk::publication {

using document::lower;
using document::trimmed;

bool take_unit(std::string_view text, Head& head) {
  text = trimmed(text);
  const std::string base = base_in(text);
  if (!base.empty()) {
    head.unit = SeriesUnit::index;
    head.base = base;
    return true;
  }
  const std::string word = lower(text);
  if (word == "%" || word == "in %" || word == "procent" || word == "percent") {
    head.unit = SeriesUnit::percent;
    return true;
  }
  static constexpr std::array<std::string_view, 3> euro{"euro", "eur", "\xE2\x82\xAC"};
  for (const std::string_view sign : euro) {
    if (!word.starts_with(sign)) continue;
    std::string_view rest = trimmed(std::string_view(word).substr(sign.size()));
    if (rest.starts_with('/'))
      rest.remove_prefix(1);
    else if (rest.starts_with("per "))
      rest.remove_prefix(4);
    else if (!rest.empty())
      continue;
    head.unit = SeriesUnit::price;
    head.currency = Currency::parse("EUR");
    head.per = std::string(trimmed(rest));
    return true;
  }
  return false;
}

bool says_percent(std::string_view text) {
  const std::string word = lower(text);
  for (const char* part : {"%", "per cent", "percent", "prosent", "procent", "pct", "prozent"})
    if (word.find(part) != std::string::npos) return true;
  return false;
}

Phrase left_out(const std::string& name, std::string_view unit) {
  const std::string shown = "'" + std::string(unit) + "'";
  return {name + " is left out: its unit " + shown +
              " is neither an index, a percentage nor an amount of money",
          name + " blijft weg: de eenheid " + shown + " is geen index, percentage of bedrag"};
}

}  // namespace pricetalk::publication
