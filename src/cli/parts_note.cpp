#include "cli/parts_note.hpp"

#include "pricetalk/explain/format.hpp"
#include "pricetalk/pricing/schedule.hpp"
#include "pricing/fold.hpp"

namespace pricetalk {

namespace {

void note(const PricingContext& context, Diagnostics& problems) {
  const Line& line = *context.line;
  const Currency& currency = context.contract->currency;
  const PriceEntry start = begin(context).second;
  const Decimal written = line.prices[context.price].original.value;
  if (!start.price || *start.price == Ratio(written)) return;
  const Decimal sum = as_decimal(*start.price, line.price_decimals(currency, context.price));
  const auto money = [&](const Decimal& amount, Language language) {
    return money_text({amount, currency}, language);
  };
  const auto said = [&](Language language) {
    return std::pair(money(sum, language), money(written, language));
  };
  const auto [sum_en, written_en] = said(Language::en);
  const auto [sum_nl, written_nl] = said(Language::nl);
  problems.warning(
      "U0021", line.prices[context.price].original.where.value_or(line.where),
      {"the parts of '" + line.id + "' are " + sum_en + " together, not " + written_en,
       "de delen van '" + line.id + "' zijn samen " + sum_nl + ", niet " + written_nl},
      {"each part is rounded at the start; choose shares that come out even, or write the price "
       "that is charged",
       "elk deel wordt bij het begin afgerond; kies delen die precies uitkomen, of schrijf de "
       "prijs "
       "die wordt gerekend"});
}

}  // namespace

void note_parts(const Contract& contract, const Library& library, Diagnostics& problems) {
  const Coverage coverage(library, std::nullopt);
  for (const Line& line : contract.lines)
    for (std::size_t price = 0; !line.parts.empty() && price < line.prices.size(); ++price)
      note({&contract, &line, price, &coverage}, problems);
}

}  // namespace pricetalk
