#include "advice/price_gap.hpp"

#include <algorithm>

#include "explain/book.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/pricing/surcharge.hpp"

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

TierPrices priced(const Amount& amount) {
  InputSource source = amount.source;
  source.text = amount.label;
  return one_price(amount.price, std::move(source));
}

Gap gap(const Dossier& d, const Line& line, const Amount& high, const Amount& low,
        const std::string& rule, std::optional<Date> step) {
  Gap made;
  if (high.price && low.price) made.per_unit = *high.price - *low.price;
  if (!bought_by_time(line)) return made;
  Book book(d.contract->currency);
  const Phrase label{"difference a year", "verschil per jaar"};
  const NodeId year = invoiced_difference(book.sheet(), *d.contract, line, priced(high),
                                          priced(low), year_from(step.value_or(d.today)), label);
  made.per_year = book.figure(year, rule_address(d, line, rule),
                              std::max(high.source.fixity, low.source.fixity), label);
  std::move(book).close(made.evidence);
  return made;
}

Gap gap_to_paid(const Dossier& d, const Line& line, const Amount& other, Than side,
                const std::string& rule) {
  Gap made;
  const auto gross = gross_on(d, line, d.today);
  const auto net = paid_on(d, line, d.today);
  if (!gross || !net || !other.price) return made;
  const bool more = side == Than::paid_is_more;
  made.per_unit = more ? *net->price - *other.price : *other.price - *net->price;
  if (!bought_by_time(line)) return made;
  Book book(d.contract->currency);
  Worksheet& sheet = book.sheet();
  const Days year = year_from(d.today);
  const auto a_year = [&](const Line& of, const Amount& amount) {
    return invoiced(sheet, *d.contract, of, priced(amount), year,
                    {"a year at the " + amount.label.en, "een jaar tegen de " + amount.label.nl});
  };
  const NodeId own = a_year(line, *gross);
  const NodeId others = a_year(at_net_price(line), other);
  const Phrase label{"difference a year", "verschil per jaar"};
  made.per_year = book.figure(more ? sheet.sub(own, others, label) : sheet.sub(others, own, label),
                              rule_address(d, line, rule),
                              std::max(gross->source.fixity, other.source.fixity), label);
  std::move(book).close(made.evidence);
  return made;
}

bool at_least(const std::optional<Outcome<Figure>>& amount, const Decimal& threshold) {
  return amount && amount->determined() && std::get<Money>((*amount)->value).amount >= threshold;
}

bool at_least(const Gap& gap, const Decimal& amount) { return at_least(gap.per_year, amount); }

std::string rule_address(const Dossier& d, const Line& line, const std::string& rule) {
  return d.contract->id + "/" + line.id + "/redface/" + rule;
}

TierPrices priced(const PriceSchedule& prices) {
  DatedPrices made;
  for (const PriceEntry& entry : prices.entries)
    made.push_back({entry.from, entry.price, entry.fixity, entry.address.text, &entry});
  return {std::move(made)};
}

std::optional<Outcome<Figure>> so_far(const Dossier& d, const Line& line, Date since,
                                      const SoFar& what, const TierPrices& high,
                                      const TierPrices& low, std::vector<Evidence>& evidence) {
  if (!bought_by_time(line) || since > d.today) return std::nullopt;
  Book book(d.contract->currency);
  const NodeId total =
      invoiced_difference(book.sheet(), *d.contract, line, high, low, {since, d.today}, what.label);
  const Outcome<Figure> figure = book.figure(total, what.address, what.fixity, what.label);
  std::move(book).close(evidence);
  return figure;
}

const PriceEntry* now(const Dossier& d, const Line& line) {
  const PriceSchedule* prices = line.prices.size() == 1 ? d.schedule_of(line.id) : nullptr;
  const PriceEntry* entry = prices == nullptr ? nullptr : prices->on(d.today);
  return entry != nullptr && entry->price && (!line.until || d.today <= line.until->value)
             ? entry
             : nullptr;
}

NodeId Amount::on(Worksheet& sheet) const {
  return make ? make(sheet) : sheet.given(price, label, source);
}

Amount paid(const Dossier& d, const Line& line, Amount amount, Date day) {
  if (!discounted_on(line, day)) return amount;
  Amount made = amount;
  made.make = [gross = std::move(amount), contract = d.contract, line = &line](Worksheet& sheet) {
    return net_price(sheet, *contract, *line, 0, gross.on(sheet), true);
  };
  Worksheet sheet(d.contract->currency);
  made.price = sheet.value(made.make(sheet));
  return made;
}

Line at_net_price(Line line) {
  line.discount.reset();
  return line;
}

std::optional<Amount> gross_on(const Dossier& d, const Line& line, Date day) {
  const PriceSchedule* prices = line.prices.size() == 1 ? d.schedule_of(line.id) : nullptr;
  const PriceEntry* entry = prices == nullptr ? nullptr : prices->on(day);
  if (entry == nullptr || !entry->price || day < line.from.value ||
      (line.until && day > line.until->value))
    return std::nullopt;
  Amount made{entry->price, {"price", "prijs"}, from_entry(*entry)};
  if (!line.surcharges.empty()) {
    const ChargedPrice charged = charged_on(*prices, day);
    if (charged.charged) {
      made.price = charged.charged;
      made.label = {"price with surcharges", "prijs met toeslagen"};
      made.source.text = made.label;
      made.source.fixity = charged.fixity;
    }
  }
  return made;
}

std::optional<Amount> paid_on(const Dossier& d, const Line& line, Date day) {
  std::optional<Amount> gross = gross_on(d, line, day);
  if (!gross) return std::nullopt;
  Amount net = paid(d, line, std::move(*gross), day);
  if (!net.price) return std::nullopt;  // too long to write
  return net;
}

}  // namespace pricetalk
