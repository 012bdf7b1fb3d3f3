#include "audit/allowed.hpp"

#include <algorithm>

#include "pricetalk/explain/format.hpp"
#include "pricetalk/pricing/lower.hpp"

namespace pricetalk {

namespace {

/// The days on which the price or a surcharge may change.
std::vector<Date> charged_days(const PriceSchedule& schedule, Date from, Date to) {
  std::vector<Date> days = surcharge_days(*schedule.contract, *schedule.line, from, to);
  days.push_back(from);
  for (const PriceEntry& entry : schedule.entries) days.push_back(entry.from);
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

}  // namespace

DatedPrices dated_prices(const PriceSchedule& schedule, Date from, Date to) {
  DatedPrices made;
  if (schedule.line->surcharges.empty()) {
    for (const PriceEntry& entry : schedule.entries)
      made.push_back({entry.from, entry.price, entry.fixity, entry.address.text, &entry});
    return made;
  }
  for (const Date day : charged_days(schedule, from, to)) {
    auto parts = std::make_shared<const ChargedPrice>(charged_on(schedule, day));
    if (parts->entry == nullptr) continue;
    if (!made.empty() && made.back().entry == parts->entry && made.back().price == parts->charged)
      continue;
    made.push_back({day, parts->charged, parts->fixity, parts->entry->address.text, parts->entry,
                    std::move(parts)});
  }
  return made;
}

DatedSurcharges dated_surcharges(const PriceSchedule& schedule, Date from, Date to) {
  DatedSurcharges made;
  if (schedule.line->surcharges.empty()) return made;
  for (const Date day : charged_days(schedule, from, to)) {
    Outcome<Ratio> sum = charged_on(schedule, day).surcharge;
    if (made.empty() || !(made.back().second == sum)) made.emplace_back(day, std::move(sum));
  }
  return made;
}

DatedPrices with_surcharges(const DatedPrices& prices, const DatedSurcharges& added) {
  if (added.empty()) return prices;
  std::vector<Date> days;
  for (const DatedPrice& price : prices) days.push_back(price.from);
  for (const auto& [from, sum] : added) days.push_back(from);
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  DatedPrices made;
  for (const Date day : days) {
    const DatedPrice* price = price_on(prices, day);
    if (price == nullptr) continue;
    DatedPrice& with = made.emplace_back(*price);
    with.from = day;
    const Outcome<Ratio>* sum = nullptr;
    for (const auto& [from, value] : added)
      if (from <= day) sum = &value;
    if (sum == nullptr || !with.price) continue;
    with.price = *sum ? Outcome<Ratio>(*with.price + **sum) : *sum;
  }
  return made;
}

const DatedPrice* price_on(const DatedPrices& prices, Date day) {
  const DatedPrice* found = nullptr;
  for (const DatedPrice& each : prices)
    if (each.from <= day) found = &each;
  return found;
}

namespace {

bool same_price(const DatedPrice* a, const DatedPrice* b) {
  if (a == nullptr || b == nullptr) return a == b;
  return a == b || a->price == b->price;
}

/// The days of a period on which a share begins.
std::vector<Date> share_days(const DatedPrices& prices, Date from, Date to, Proration proration) {
  std::vector<Date> days{from};
  if (proration == Proration::days) {
    for (const DatedPrice& price : prices)
      if (from < price.from && price.from <= to) days.push_back(price.from);
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
  } else if (proration == Proration::months) {
    for (Period month = Period::containing(from, Unit::month).plus(1); month.first_day() <= to;
         month = month.plus(1))
      days.push_back(month.first_day());
  }
  return days;
}

}  // namespace

std::vector<PriceShare> shares(const DatedPrices& prices, Date from, Date to, Proration proration) {
  const std::vector<Date> days = share_days(prices, from, to, proration);
  const auto whole = proration == Proration::months ? static_cast<std::int64_t>(days.size())
                                                    : std::int64_t{to.days()} - from.days() + 1;
  std::vector<PriceShare> made;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const Date end = i + 1 < days.size() ? days[i + 1] : to.plus_days(1);
    const std::int64_t part =
        proration == Proration::months ? 1 : std::int64_t{end.days()} - days[i].days();
    const DatedPrice* price = price_on(prices, days[i]);
    const Ratio share = Ratio::of(part, whole);
    if (!made.empty() && same_price(made.back().price, price))
      made.back().share = made.back().share + share;
    else
      made.push_back({price, share});
  }
  return made;
}

std::vector<TierPart> tier_parts(const Line& line, const Ratio& quantity, const Ratio& volume,
                                 const Ratio& before) {
  if (line.prices.size() == 1) return {{0, quantity}};
  const auto tier_of = [&](const Ratio& amount) {
    for (std::size_t i = 0; i < line.prices.size(); ++i)
      if (!line.prices[i].up_to || amount <= Ratio(*line.prices[i].up_to)) return i;
    return line.prices.size() - 1;
  };
  if (line.tier_kind == TierKind::volume) return {{tier_of(volume), quantity}};
  // Graduated: the stretch from `before` to `before + quantity`, cut at the ends of the tiers.
  const Ratio after = before + quantity;
  const Ratio low = std::min(before, after);
  const Ratio high = std::max(before, after);
  std::vector<TierPart> parts;
  Ratio begin(0);
  for (std::size_t i = 0; i < line.prices.size(); ++i) {
    const Ratio end = line.prices[i].up_to ? std::min(high, Ratio(*line.prices[i].up_to)) : high;
    const Ratio from = i == 0 ? low : std::max(low, begin);
    if (from < end) parts.push_back({i, quantity.sign() < 0 ? from - end : end - from});
    if (line.prices[i].up_to) begin = *line.prices[i].up_to;
  }
  if (parts.empty()) parts.push_back({tier_of(before), quantity});
  return parts;
}

Rounding amount_rounding(const Contract& contract) {
  const auto& stated = contract.billing.amount;
  const auto rounding =
      stated ? settled(stated->value, contract.currency.minor_decimals()) : std::nullopt;
  return rounding.value_or(contract.currency.rounding());
}

NodeId net_price(Worksheet& sheet, const Contract& contract, const Line& line, NodeId price,
                 Date day) {
  if (!line.discount || (line.discount->until && day > line.discount->until->value)) return price;
  const DiscountTerms& discount = *line.discount;
  const Decimal rate = discount.rate.value.as_fraction().exact_decimal().value_or(Decimal());
  const NodeId left = sheet.sub(sheet.constant(Decimal(1, 0)), sheet.constant(rate, Form::percent));
  const auto rounding = discount.rounding
                            ? settled(discount.rounding->value, contract.currency.minor_decimals())
                            : std::optional(contract.currency.rounding());
  const NodeId net = sheet.mul(price, left);
  const Phrase label{"net price", "nettoprijs"};
  return rounding ? sheet.round(net, *rounding, label)
                  : sheet.add(net, sheet.constant(Decimal()), label);
}

namespace {

/// The price and each of its surcharges, added up.
NodeId charged_node(Worksheet& sheet, const Contract& contract, const Line& line,
                    const DatedPrice& price, Date day) {
  const ChargedPrice& parts = *price.parts;
  const auto given = [&](const Outcome<Ratio>& value, Phrase label, std::string address,
                         Fixity fixity) {
    InputSource source;
    source.kind = InputSource::Kind::earlier_price;
    source.text = label;
    source.address = std::move(address);
    source.fixity = fixity;
    return sheet.given(value, std::move(label), std::move(source));
  };
  std::vector<NodeId> nodes = {
      given(parts.entry->price,
            {"allowed price from " + date_text(parts.entry->from, Language::en),
             "toegestane prijs vanaf " + date_text(parts.entry->from, Language::nl)},
            parts.entry->address.text, parts.entry->fixity)};
  for (const Surcharge& one : parts.surcharges)
    nodes.push_back(
        given(one.amount,
              {"surcharge " + one.clause->id + " from " + date_text(price.from, Language::en),
               "toeslag " + one.clause->id + " vanaf " + date_text(price.from, Language::nl)},
              one.address.text, one.fixity));
  return net_price(sheet, contract, line, sheet.sum(nodes, words(Role::charged)), day);
}

NodeId price_node(Worksheet& sheet, const Contract& contract, const Line& line,
                  const DatedPrice* price, Date day) {
  Outcome<Ratio> value;
  InputSource source;
  source.kind = InputSource::Kind::earlier_price;
  Phrase label{"allowed price", "toegestane prijs"};
  if (price == nullptr) {
    const Phrase why{
        "no price is stated for " + line.id + " before " + date_text(line.price_date, Language::en),
        "voor " + line.id + " is geen prijs bekend van voor " +
            date_text(line.price_date, Language::nl)};
    value = Undetermined(Reason{.kind = Reason::Kind::not_stated,
                                .key = line.id + " before price_date",
                                .text = why,
                                .series = {},
                                .period = {},
                                .expected = {},
                                .source = {}});
    source.text = why;
  } else {
    value = price->price;
    source.address = price->address;
    source.fixity = price->fixity;
    source.text = {"allowed price from " + date_text(price->from, Language::en),
                   "toegestane prijs vanaf " + date_text(price->from, Language::nl)};
    label = source.text;
    if (price->parts != nullptr) return charged_node(sheet, contract, line, *price, day);
  }
  const NodeId node = sheet.given(value, std::move(label), std::move(source));
  return net_price(sheet, contract, line, node, day);
}

}  // namespace

AllowedNodes allowed(Worksheet& sheet, const Contract& contract, const Line& line,
                     const std::vector<DatedPrices>& tiers, const std::vector<TierPart>& parts,
                     Date from, Date to) {
  AllowedNodes made;
  std::vector<NodeId> amounts;
  std::size_t prices = 0;
  for (const TierPart& part : parts) {
    for (const PriceShare& share :
         shares(tiers[part.tier], from, to, contract.billing.proration.value)) {
      const NodeId price = price_node(sheet, contract, line, share.price, from);
      InputSource source;
      source.text = {"quantity on the invoice", "aantal op de factuur"};
      NodeId amount = sheet.mul(
          sheet.given(part.quantity, {"quantity", "aantal"}, std::move(source), Form::plain),
          price);
      if (share.share != Ratio(1)) {
        InputSource days;
        days.text = {"share of the period", "deel van de periode"};
        amount = sheet.mul(amount, sheet.given(share.share, days.text, days, Form::plain));
      }
      amounts.push_back(amount);
      made.price = price;
      ++prices;
      if (share.price != nullptr) {
        made.fixity = std::max(made.fixity, share.price->fixity);
        if (share.price->entry != nullptr) made.entries.push_back(share.price->entry);
      }
    }
  }
  if (prices != 1) made.price = no_node;
  const NodeId sum = amounts.size() == 1 ? amounts.front() : sheet.sum(amounts);
  made.amount =
      sheet.round(sum, amount_rounding(contract), {"allowed amount", "toegestaan bedrag"});
  return made;
}

}  // namespace pricetalk
