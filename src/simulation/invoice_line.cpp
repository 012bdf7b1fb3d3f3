#include "simulation/invoice_line.hpp"

#include <algorithm>

#include "pricetalk/pricing/lower.hpp"
#include "simulation/quantity.hpp"

namespace pricetalk {

namespace {

Date next_month_start(Date day) {
  if (day.day() == 1) return day;
  return shift(*Date::make(day.year(), day.month(), 1), {1, Unit::month});
}

bool discounted_on(const Line& line, Date day) {
  return line.discount && (!line.discount->until || day <= line.discount->until->value);
}

/// The days inside the period on which a price, a surcharge or the discount may change.
std::vector<Date> changes(const Contract& contract, const Line& line,
                          const std::vector<const PriceSchedule*>& prices, const LineDays& alive,
                          Proration proration) {
  std::vector<Date> days;
  if (proration == Proration::next_period) return days;
  const auto add = [&](Date day) {
    if (proration == Proration::months) day = next_month_start(day);
    if (alive.first < day && day <= alive.last) days.push_back(day);
  };
  for (const PriceSchedule* schedule : prices)
    for (const PriceEntry& entry : schedule->entries) add(entry.from);
  for (const Date day : surcharge_days(contract, line, alive.first, alive.last)) add(day);
  if (line.discount && line.discount->until) add(line.discount->until->value.plus_days(1));
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

bool same_surcharges(const std::vector<Surcharge>& a, const std::vector<Surcharge>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Surcharge& x, const Surcharge& y) { return x.amount == y.amount; });
}

bool same_prices(const PricePart& a, const PricePart& b) {
  if (a.discounted != b.discounted) return false;
  if (!std::equal(a.surcharges.begin(), a.surcharges.end(), b.surcharges.begin(),
                  b.surcharges.end(), same_surcharges))
    return false;
  return std::equal(a.prices.begin(), a.prices.end(), b.prices.begin(),
                    [](const PriceEntry* x, const PriceEntry* y) {
                      return x == y || (x != nullptr && y != nullptr && x->price && y->price &&
                                        *x->price == *y->price);
                    });
}

/// What is delivered once has the prices of its own day, wherever in the period that lies.
std::vector<PricePart> on_their_days(const Line& line,
                                     const std::vector<const PriceSchedule*>& prices,
                                     const std::vector<OnceInside>& deliveries) {
  std::vector<PricePart> parts;
  Ratio all(0);
  for (const OnceInside& one : deliveries) all = all + one.quantity;
  for (const OnceInside& one : deliveries) {
    PricePart part{one.day, one.day, {}, {}, discounted_on(line, one.day), Ratio(1)};
    for (const PriceSchedule* schedule : prices) {
      part.prices.push_back(schedule->on(one.day));
      part.surcharges.push_back(surcharges_on(*schedule, one.day));
    }
    if (!all.is_zero()) part.share = one.quantity / all;
    parts.push_back(std::move(part));
  }
  return parts;
}

Ratio weight(const PricePart& part, Proration proration) {
  if (proration == Proration::days) return Ratio(part.last.days() - part.first.days() + 1);
  return months_between(*Date::make(part.first.year(), part.first.month(), 1), part.last);
}

/// Appends the nodes of an invoice line and keeps the value of each input.
class LineBuilder {
 public:
  /// What of the price counts.
  struct Take {
    bool price = true;  ///< price and discount; else only surcharges
    const Clause* only = nullptr;
  };
  LineBuilder(const Contract& contract, const Line& line, Take take)
      : contract_(contract), line_(line), take_(take) {}

  NodeId given(const Outcome<Ratio>& value, InputSource source, Form form) {
    values_.push_back(value);
    sources_.push_back(std::move(source));
    return builder_.input("", form);
  }

  NodeId quantity(const GivenQuantity& stated, const std::optional<GivenQuantity>& volume) {
    const NodeId plain = builder_.named(given(stated.value, stated.source, Form::plain),
                                        Role::quantity, stated.source.where);
    if (!volume) return plain;
    const NodeId factor =
        builder_.named(given(volume->value, volume->source, Form::plain),
                       {"change of volume", "verandering van volume"}, volume->source.where);
    return builder_.named(builder_.mul(plain, factor),
                          {"quantity in this future", "hoeveelheid in deze toekomst"});
  }

  /// Amount of a part as if it were the whole period.
  NodeId part(const PricePart& part, NodeId quantity) {
    std::vector<NodeId> net;
    for (std::size_t tier = 0; tier < line_.prices.size(); ++tier)
      net.push_back(net_price(part, tier));
    if (net.size() == 1) return builder_.mul(quantity, net.front());
    return line_.tier_kind == TierKind::volume ? by_volume(net, quantity)
                                               : graduated(net, quantity);
  }

  NodeId share(const PricePart& part, NodeId amount) {
    const std::string days = part.first.text() + " - " + part.last.text();
    InputSource source{.kind = InputSource::Kind::given,
                       .text = {"share of the period, " + days, "deel van de periode, " + days},
                       .figure = {},
                       .where = {},
                       .address = {},
                       .fixity = Fixity::fixed};
    const Phrase text = source.text;
    return builder_.mul(amount,
                        builder_.named(given(part.share, std::move(source), Form::plain), text));
  }

  LineAmount finish(std::vector<NodeId> amounts) {
    NodeId amount = amounts.size() == 1 ? amounts.front() : builder_.sum(amounts);
    for (const Rounding& rounding : amount_roundings(contract_))
      amount = builder_.round(amount, rounding);
    const auto& stated = contract_.billing.amount;
    amount = builder_.named(amount, Role::line_amount, stated ? *stated->where : Span{}, !stated);
    LineAmount made;
    made.answer = amount;
    made.why.calculation = std::make_shared<const Calculation>(std::move(builder_).finish());
    made.why.currency = contract_.currency;
    made.why.inputs = std::move(sources_);
    made.why.tape = evaluate(*made.why.calculation, values_, {});
    return made;
  }

 private:
  /// One node per surcharge that counts.
  std::vector<NodeId> surcharges(const PricePart& part, std::size_t tier) {
    std::vector<NodeId> made;
    for (const Surcharge& one : part.surcharges[tier]) {
      if (take_.only != nullptr && one.clause != take_.only) continue;
      const Phrase text{"surcharge " + one.clause->id + " on " + part.first.text(),
                        "toeslag " + one.clause->id + " op " + part.first.text()};
      made.push_back(builder_.named(given(one.amount,
                                          {.kind = InputSource::Kind::earlier_price,
                                           .text = text,
                                           .figure = {},
                                           .where = {},
                                           .address = one.address.text,
                                           .fixity = one.fixity},
                                          Form::money),
                                    text));
    }
    return made;
  }

  NodeId net_price(const PricePart& part, std::size_t tier) {
    std::vector<NodeId> added = surcharges(part, tier);
    if (!take_.price)
      return builder_.named(added.empty() ? builder_.zero() : builder_.sum(added), Role::surcharge);
    NodeId price = no_node;
    if (line_.only_surcharges() && !added.empty()) {
      price = builder_.named(builder_.sum(added), Role::charged);
    } else {
      price = own_price(part, tier);
      if (!added.empty()) {
        added.push_back(price);
        std::rotate(added.begin(), added.end() - 1, added.end());
        price = builder_.named(builder_.sum(added), Role::charged);
      }
    }
    return discounted(part, tier, price);
  }

  NodeId own_price(const PricePart& part, std::size_t tier) {
    const PriceEntry* entry = part.prices[tier];
    const Outcome<Ratio> value = entry != nullptr ? entry->price : no_price(part.first);
    InputSource source{.kind = InputSource::Kind::earlier_price,
                       .text = {"price in force on " + part.first.text(),
                                "geldende prijs op " + part.first.text()},
                       .figure = {},
                       .where = {},
                       .address = entry != nullptr ? entry->address.text : std::string(),
                       .fixity = entry != nullptr ? entry->fixity : Fixity::fixed};
    const Phrase text = source.text;
    return builder_.named(given(value, std::move(source), Form::money), text);
  }

  NodeId discounted(const PricePart& part, std::size_t tier, NodeId price) {
    if (!part.discounted) return price;
    const DiscountTerms& terms = *line_.discount;
    const NodeId rate = builder_.named(
        builder_.constant(*terms.rate.value.as_fraction().exact_decimal(), Form::percent),
        Role::discount, terms.rate.where.value_or(line_.where));
    NodeId net = builder_.mul(price, builder_.sub(builder_.one(), rate));
    const auto rounding = terms.rounding ? settled(terms.rounding->value,
                                                   line_.price_decimals(contract_.currency, tier))
                                         : contract_.currency.rounding();
    if (rounding) net = builder_.round(net, *rounding);
    return builder_.named(net, Role::net_price, terms.span, !terms.rounding);
  }

  Outcome<Ratio> no_price(Date day) const {
    return Undetermined(
        Reason{.kind = Reason::Kind::not_stated,
               .key = "price " + line_.id + " " + day.text(),
               .text = {"no price of '" + line_.id + "' before " + line_.price_date.text(),
                        "geen prijs van '" + line_.id + "' vóór " + line_.price_date.text()},
               .series = {},
               .period = {},
               .expected = {},
               .source = {}});
  }

  /// All at the price of the tier that holds the quantity of the period.
  NodeId by_volume(const std::vector<NodeId>& net, NodeId quantity) {
    NodeId price = net.back();
    for (std::size_t tier = net.size() - 1; tier-- > 0;)
      price =
          builder_.choose(builder_.constant(*line_.prices[tier].up_to), quantity, net[tier], price);
    return builder_.mul(quantity,
                        builder_.named(price, {"price of the tier", "prijs van de staffel"}));
  }

  /// Each part of the quantity at the price of its own tier.
  NodeId graduated(const std::vector<NodeId>& net, NodeId quantity) {
    std::vector<NodeId> amounts;
    NodeId below = builder_.zero();
    for (std::size_t tier = 0; tier < net.size(); ++tier) {
      const auto& up_to = line_.prices[tier].up_to;
      const NodeId top = up_to ? builder_.min(quantity, builder_.constant(*up_to)) : quantity;
      amounts.push_back(
          builder_.mul(builder_.max(builder_.sub(top, below), builder_.zero()), net[tier]));
      if (up_to) below = builder_.constant(*up_to);
    }
    return builder_.sum(amounts);
  }

  const Contract& contract_;
  const Line& line_;
  Take take_;
  CalculationBuilder builder_;
  std::vector<Outcome<Ratio>> values_;
  std::vector<InputSource> sources_;
};

}  // namespace

std::vector<Rounding> amount_roundings(const Contract& contract) {
  std::vector<Rounding> made;
  const Rounding cents = contract.currency.rounding();
  if (contract.billing.amount)
    if (const auto stated =
            settled(contract.billing.amount->value, contract.currency.minor_decimals()))
      made.push_back(*stated);
  const bool whole_units =
      !made.empty() && (Ratio(made.front().step) / Ratio(cents.step)).exact_decimal() &&
      (Ratio(made.front().step) / Ratio(cents.step)).exact_decimal()->scale() == 0;
  if (!whole_units) made.push_back(cents);
  return made;
}

std::vector<PricePart> price_parts(const Contract& contract, const Line& line,
                                   const std::vector<const PriceSchedule*>& prices,
                                   const LedgerPeriod& period) {
  std::vector<PricePart> parts;
  const auto alive = days_alive(line, period);
  if (!alive) return parts;
  const Proration proration = contract.billing.proration.value;
  std::vector<Date> starts = {alive->first};
  const auto deliveries = once_inside(line, *alive);
  if (!deliveries.empty()) return on_their_days(line, prices, deliveries);
  for (const Date day : changes(contract, line, prices, *alive, proration)) starts.push_back(day);
  for (std::size_t i = 0; i < starts.size(); ++i) {
    PricePart part{starts[i],
                   i + 1 < starts.size() ? starts[i + 1].plus_days(-1) : alive->last,
                   {},
                   {},
                   discounted_on(line, starts[i]),
                   Ratio(1)};
    // By months, what changes in the course of a month holds from the next one on.
    for (const PriceSchedule* schedule : prices) {
      part.prices.push_back(schedule->on(part.first));
      part.surcharges.push_back(surcharges_on(*schedule, part.first));
    }
    if (!parts.empty() && same_prices(parts.back(), part))
      parts.back().last = part.last;
    else
      parts.push_back(std::move(part));
  }
  Ratio all(0);
  for (const PricePart& part : parts) all = all + weight(part, proration);
  for (PricePart& part : parts) part.share = weight(part, proration) / all;
  return parts;
}

namespace {

LineAmount amount_of(LineBuilder builder, const GivenQuantity& quantity,
                     const std::optional<GivenQuantity>& volume,
                     const std::vector<PricePart>& parts) {
  const NodeId amount = builder.quantity(quantity, volume);
  std::vector<NodeId> amounts;
  for (const PricePart& part : parts) {
    const NodeId whole = builder.part(part, amount);
    amounts.push_back(parts.size() == 1 ? whole : builder.share(part, whole));
  }
  return builder.finish(std::move(amounts));
}

}  // namespace

LineAmount line_amount(const Contract& contract, const Line& line, const GivenQuantity& quantity,
                       const std::optional<GivenQuantity>& volume,
                       const std::vector<PricePart>& parts) {
  return amount_of(LineBuilder(contract, line, {}), quantity, volume, parts);
}

LineAmount surcharge_amount(const Contract& contract, const Line& line, const Clause* only,
                            const GivenQuantity& quantity,
                            const std::optional<GivenQuantity>& volume,
                            const std::vector<PricePart>& parts) {
  return amount_of(LineBuilder(contract, line, {false, only}), quantity, volume, parts);
}

}  // namespace pricetalk
