#include "explain/percent_rounding.hpp"

#include "pricetalk/explain/derivation.hpp"

namespace pricetalk {

Phrase words_of_percent(const Rounding& rounding) {
  Phrase made = words(Rounding{rounding.mode, Decimal(1, 0)});
  const auto step = [&](Language language) {
    return value_text(Ratio(rounding.step), Form::percent, language, 18);
  };
  made.en = made.en.substr(0, made.en.rfind(' ') + 1) + step(Language::en);
  made.nl = made.nl.substr(0, made.nl.rfind(' ') + 1) + step(Language::nl);
  return made;
}

}  // namespace pricetalk
