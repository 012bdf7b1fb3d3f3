#include "advice/market_level.hpp"

#include "pricetalk/explain/format.hpp"

namespace pricetalk {

std::optional<Amount> market_price(const Dossier& d, const PriceLevelTerms& level,
                                   const Stated<Decimal>& price, const Phrase& label, Date day) {
  Amount made{
      Outcome<Ratio>(Ratio(price.value)), label,
      from_contract({"price level in the contract file", "prijspeil in het contractbestand"},
                    price.where.value_or(level.span))};
  if (!level.moved_by) return made;
  const auto move = market_move(*d.coverage, level, day);
  if (!move) return std::nullopt;
  made.make = [stated = made, move = *move, label](Worksheet& sheet) {
    return moved(sheet, stated.on(sheet), move, label);
  };
  Worksheet sheet(d.contract->currency);
  made.price = sheet.value(made.make(sheet));
  made.source.fixity = move->fixity();
  return made;
}

Phrase market_remark(const PriceLevelTerms& level) {
  const std::string en = date_text(level.as_of.value, Language::en);
  const std::string nl = date_text(level.as_of.value, Language::nl);
  if (!level.moved_by) return {" (level of " + en + ")", " (peil van " + nl + ")"};
  const std::string& id = level.moved_by->value.value;
  return {" (level of " + en + ", moved by " + id + ")",
          " (peil van " + nl + ", meebewogen met " + id + ")"};
}

}  // namespace pricetalk
