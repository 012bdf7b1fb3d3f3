#include "audit/row_words.hpp"

#include "explain/rounded.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

Phrase number_text(const Ratio& value) {
  const Decimal shown = value.exact_decimal().value_or(round(value, Rounding::decimals(2)));
  return {grouped(shown, Language::en), grouped(shown, Language::nl)};
}

Phrase amount_text(const Ratio& value, const Currency& currency) {
  const Money money{as_decimal(value, currency.minor_decimals()), currency};
  return {money_text(money, Language::en), money_text(money, Language::nl)};
}

Phrase as_charged_text(const InvoiceLine& row, const Currency& currency) {
  if (!row.unit_price) return amount_text(Ratio(row.amount), currency);
  const Phrase quantity = number_text(Ratio(row.quantity));
  const Phrase money = amount_text(Ratio(*row.unit_price), currency);
  return {quantity.en + " × " + money.en, quantity.nl + " × " + money.nl};
}

}  // namespace pricetalk
