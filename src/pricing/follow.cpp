#include "pricing/follow.hpp"

#include <algorithm>

#include "explain/rounded.hpp"
#include "pricing/derive.hpp"

namespace pricetalk {

namespace {

/// A price or change of the other line as a number of the calculation, with so many decimals at
/// least; its reasons where it is not known.
NodeId taken_over(CalculationBuilder& builder, Lowered& lowered, const Outcome<Ratio>& value,
                  Form form, int decimals, Span where) {
  if (value) {
    if (const auto exact = value->exact_decimal())
      return builder.constant(round(*value, Rounding::decimals(std::max(decimals, exact->scale()))),
                              form);
    const std::string fraction = value->text();  // 7/3
    const std::size_t line = fraction.find('/');
    const auto above = Decimal::parse(fraction.substr(0, line));
    const auto below = Decimal::parse(fraction.substr(line + 1));
    if (line != std::string::npos && above && below)
      return builder.div(builder.constant(*above, form), builder.constant(*below));
  }
  lowered.requests.emplace_back(value ? too_long() : value.why());
  lowered.asked_by.push_back(where);
  return builder.input({}, form);
}

/// The price of the other line, times, and a rounding.
Lowered lower_followed(const PricingContext& c, const PriceEntry& other) {
  const Line::Follows& follows = *c.line->follows;
  const Line& line = *c.contract->find_line(follows.of);
  const int decimals = c.line->price_decimals(c.contract->currency);
  Lowered made;
  CalculationBuilder builder;
  const NodeId now = builder.named(builder.slot(Slot::price), Role::price_before);
  const NodeId price =
      builder.named(taken_over(builder, made, other.price, Form::money, decimals, follows.where),
                    Phrase{"price of " + line.title, "prijs van " + line.title}, follows.where);
  const NodeId exact =
      builder.named(builder.mul(builder.constant(follows.times), price),
                    Phrase{follows.times.text() + " times the price of " + line.title,
                           follows.times.text() + " keer de prijs van " + line.title},
                    follows.where);
  const NodeId rounded = builder.named(builder.round(exact, Rounding::decimals(decimals)),
                                       Role::new_price, follows.where);
  Outputs& outputs = builder.outputs();
  outputs.coefficient = builder.div(rounded, now);
  outputs.change = outputs.step = outputs.moved =
      taken_over(builder, made, other.change(), Form::percent, 0, follows.where);
  outputs.increase = builder.sub(rounded, now);
  outputs.exact = exact;
  outputs.price = rounded;
  builder.remember(Slot::price, rounded, Remember::always);
  builder.remember(Slot::exact, rounded, Remember::always);
  made.calculation = std::make_shared<const Calculation>(std::move(builder).finish());
  return made;
}

}  // namespace

std::pair<State, PriceEntry> follow(const PricingContext& c, const State& state,
                                    const Occasion& occasion) {
  PricingContext of = c;
  of.line = c.contract->find_line(c.line->follows->of);
  of.price = 0;
  const PriceSchedule prices = schedule(of, occasion.day);
  const PriceEntry& other = prices.entries.back();
  PriceEntry entry;
  entry.date = entry.from = occasion.day;
  entry.clause = other.clause;
  entry.before = state.price;
  entry.late = other.late;
  entry.address = {address_of(c, occasion.day, "price")};
  entry.why = derive(c, state, ClauseMemory{}, lower_followed(c, other));
  entry.answer = entry.why.calculation->outputs.price;
  State next = state;
  next.price = next.exact = entry.price = entry.why.tape.at(entry.answer);
  next.fixity = entry.fixity = other.fixity;
  next.address = entry.address.text;
  const bool same = entry.price == entry.before;
  entry.verdict = !entry.price ? Verdict::undetermined
                  : same       ? Verdict::unchanged
                               : Verdict::adjusted;
  return {std::move(next), std::move(entry)};
}

}  // namespace pricetalk
