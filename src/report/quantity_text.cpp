#include "report/quantity_text.hpp"

#include "pricetalk/explain/format.hpp"
#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

namespace {

Phrase agreed_words(const QuantityGap& gap) {
  if (!gap.band) return {", agreed ", ", afgesproken "};
  return gap.more() ? Phrase{", at most ", ", ten hoogste "}
                    : Phrase{", at least ", ", ten minste "};
}

}  // namespace

Phrase quantities_heading(bool notes) {
  if (notes)
    return {"quantities to know of (nothing is asked or claimed):",
            "aantallen ter informatie (er wordt niets gevraagd of gevorderd):"};
  return {"quantities that are not the contract's (was another quantity agreed?):",
          "aantallen die niet die van het contract zijn (is een ander aantal afgesproken?):"};
}

std::string quantity_text(const QuantityGap& gap, Language language) {
  const auto number = [&](const Ratio& value) {
    const auto exact = value.exact_decimal();
    return grouped(exact && exact->scale() <= 2 ? *exact : round(value, Rounding::decimals(2)),
                   language);
  };
  const Ratio apart = gap.more() ? gap.charged - gap.agreed : gap.agreed - gap.charged;
  return gap.from.text() + " … " + gap.to.text() + "  " + say(language, "charged ", "gerekend ") +
         number(gap.charged) + agreed_words(gap).in(language) + number(gap.agreed) + ": " +
         number(apart) +
         say(language, gap.more() ? " more, " : " less, ", gap.more() ? " meer, " : " minder, ");
}

}  // namespace pricetalk
