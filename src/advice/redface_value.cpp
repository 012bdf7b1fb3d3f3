#include "advice/price_gap.hpp"
#include "advice/redface_rules.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

std::vector<Finding> value_below_increase(const Dossier& d) {
  const PriceEntry* next = d.next_adjustment();
  if (!d.contract->terms.value || next == nullptr) return {};
  Book book(d.contract->currency);
  Worksheet& sheet = book.sheet();
  std::vector<NodeId> values;
  for (const ValueItemTerms& item : d.contract->terms.value->item)
    if (item.evidence && item.per_year)
      values.push_back(
          sheet.given(Ratio(item.per_year->value), same(item.what.value),
                      from_contract({"agreed value", "afgesproken meerwaarde"}, item.span)));
  std::vector<NodeId> steps;
  for (const PriceSchedule& prices : *d.schedules) {
    const auto quantity = yearly_quantity(*prices.line, next->date);
    if (prices.line->prices.size() != 1 || !quantity) continue;
    for (const PriceEntry& entry : prices.entries) {
      if (entry.date != next->date || entry.clause == nullptr) continue;
      const NodeId step =
          sheet.sub(sheet.given(entry.price, {"new price", "nieuwe prijs"}, from_entry(entry)),
                    sheet.given(entry.before, {"price now", "prijs nu"}, from_entry(entry)));
      const NodeId count =
          sheet.given(*quantity, {"quantity a year", "aantal per jaar"},
                      from_contract({"quantity", "aantal"}, prices.line->where), Form::plain);
      steps.push_back(sheet.mul(step, count, same(prices.line->title)));
    }
  }
  if (values.empty() || steps.empty()) return {};
  const Rounding cents = d.contract->currency.rounding();
  const NodeId value = sheet.round(sheet.sum(values), cents,
                                   {"agreed value a year", "afgesproken meerwaarde per jaar"});
  const NodeId increase =
      sheet.round(sheet.sum(steps), cents, {"increase a year", "verhoging per jaar"});
  const NodeId short_by =
      sheet.sub(increase, value,
                {"increase above the agreed value", "verhoging boven de afgesproken meerwaarde"});
  const Outcome<Ratio> gap = sheet.value(short_by);
  if (!gap || gap->sign() <= 0) return {};
  const auto text = [&](NodeId node, Language language) {
    return money_text({as_decimal(*sheet.value(node), d.contract->currency.minor_decimals()),
                       d.contract->currency},
                      language);
  };
  Finding finding =
      blush(nullptr,
            {"the value agreed on is " + text(value, Language::en) + " a year, the increase " +
                 text(increase, Language::en),
             "de afgesproken meerwaarde is " + text(value, Language::nl) +
                 " per jaar, de verhoging " + text(increase, Language::nl)},
            {"What do we get for that increase?", "Wat krijgen wij voor die verhoging?"},
            {"Ask first whether the customer finds the service worth more than its price. Do not "
             "announce the increase before you know.",
             "Vraag eerst of de klant vindt dat de dienst meer waard is dan hij kost. Kondig de "
             "verhoging niet aan voordat u dat weet."});
  finding.per_year =
      book.figure(short_by, d.contract->id + "/redface/value-below-increase", next->fixity,
                  {"increase above the agreed value", "verhoging boven de afgesproken meerwaarde"});
  finding.since = next->from;
  std::move(book).close(finding.evidence);
  return {std::move(finding)};
}

}  // namespace pricetalk
