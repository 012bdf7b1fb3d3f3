#include "document/currency_word.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "document/words.hpp"

namespace pricetalk::document {

std::optional<Currency> currency_named(std::string_view text) {
  constexpr std::array<std::string_view, 4> euro = {"\xE2\x82\xAC", "euro", "euros", "eur."};
  std::string code = lower(trimmed(text));
  if (std::find(euro.begin(), euro.end(), code) != euro.end()) return Currency();
  for (char& c : code)
    if ('a' <= c && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return Currency::parse(code);
}

}  // namespace pricetalk::document
