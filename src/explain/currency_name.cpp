#include "explain/currency_name.hpp"

#include <string>
#include <string_view>

namespace pricetalk {

Phrase currency_name(const Currency& currency) {
  struct Name {
    std::string_view code;
    const char* en;
    const char* nl;
  };
  static constexpr Name names[] = {{"EUR", "euros", "euro's"},
                                   {"USD", "US dollars", "Amerikaanse dollars"},
                                   {"GBP", "pounds sterling", "Britse ponden"},
                                   {"CHF", "Swiss francs", "Zwitserse franken"}};
  for (const Name& name : names)
    if (currency.code() == name.code) return {name.en, name.nl};
  const std::string code(currency.code());
  return {code, code};
}

}  // namespace pricetalk
