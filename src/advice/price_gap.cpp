#include "advice/price_gap.hpp"

#include <algorithm>

#include "pricetalk/audit/book.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

std::string price_text(const Dossier& d, const Line& line, const Ratio& price, Language language) {
  return money_text(
      {as_decimal(price, line.price_decimals(d.contract->currency)), d.contract->currency},
      language);
}

InputSource from_entry(const PriceEntry& entry) {
  InputSource source;
  source.kind = InputSource::Kind::earlier_price;
  source.text = {"allowed price", "toegestane prijs"};
  source.address = entry.address.text;
  source.fixity = entry.fixity;
  return source;
}

InputSource from_contract(const Phrase& text, Span where) {
  InputSource source;
  source.kind = InputSource::Kind::contract;
  source.text = text;
  source.where = where;
  return source;
}

Gap gap(const Dossier& d, const Line& line, const Amount& high, const Amount& low,
        const std::string& rule) {
  Gap made;
  made.per_unit = *high.price - *low.price;
  const auto quantity = yearly_quantity(line, d.today);
  if (!quantity) return made;
  Book book(d.contract->currency);
  Worksheet& sheet = book.sheet();
  const NodeId difference = sheet.sub(sheet.given(high.price, high.label, high.source),
                                      sheet.given(low.price, low.label, low.source),
                                      {"difference per unit", "verschil per eenheid"});
  const NodeId count = sheet.given(
      *quantity, {"quantity a year", "aantal per jaar"},
      from_contract({"quantity of the contract", "aantal volgens het contract"}, line.where),
      Form::plain);
  const Phrase label{"difference a year", "verschil per jaar"};
  const NodeId year =
      sheet.round(sheet.mul(difference, count), d.contract->currency.rounding(), label);
  made.per_year = book.figure(year, d.contract->id + "/" + line.id + "/redface/" + rule,
                              std::max(high.source.fixity, low.source.fixity), label);
  std::move(book).close(made.evidence);
  return made;
}

bool at_least(const Gap& gap, const Decimal& amount) {
  return gap.per_year && gap.per_year->determined() &&
         std::get<Money>((*gap.per_year)->value).amount >= amount;
}

const PriceEntry* now(const Dossier& d, const Line& line) {
  const PriceSchedule* prices = line.prices.size() == 1 ? d.schedule_of(line.id) : nullptr;
  const PriceEntry* entry = prices == nullptr ? nullptr : prices->on(d.today);
  return entry != nullptr && entry->price && (!line.until || d.today <= line.until->value)
             ? entry
             : nullptr;
}

}  // namespace pricetalk
