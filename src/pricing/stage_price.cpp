#include "pricing/lowering.hpp"

namespace pricetalk {

/// Step 8 of the ladder: new price ÷ compounding base, rounded.
NodeId Lowering::coefficient(NodeId step) {
  const bool previous = clause_.compounding.value == Compounding::previous;
  NodeId k = builder_.add(builder_.one(), step);
  if (!previous) k = target_ != no_node ? target_ : builder_.div(builder_.mul(now_, k), base_);
  const auto rounding = settled(ladder_.rounding.coefficient.value, 4);
  const Span where = ladder_.rounding.coefficient.where.value_or(Span{});
  if (rounding) {
    const NodeId exact = builder_.named(k, Role::coefficient_exact);
    k = rounded_within(exact, *rounding, ends_of_coefficient(*rounding));
  }
  k = builder_.named(k, Role::coefficient, where);
  builder_.outputs().coefficient = k;
  builder_.outputs().moved = step;
  if (rounding)
    builder_.outputs().moved =
        builder_.sub(previous ? k : builder_.div(builder_.mul(base_, k), now_), builder_.one());
  return k;
}

/// Step 9 of the ladder: the amount added, limits in money, the new price.
void Lowering::new_price(NodeId k) {
  NodeId exact = builder_.mul(base_, k);
  NodeId added = builder_.sub(exact, base_);
  if (const auto rounding = settled(ladder_.rounding.increase.value, currency().minor_decimals())) {
    added = builder_.named(rounded_within(added, *rounding, ends_of_increase()), Role::increase,
                           ladder_.rounding.increase.where.value_or(Span{}));
    exact = builder_.add(base_, added);
  }
  builder_.outputs().increase = added;
  const Limits& limits = ladder_.limits;
  const auto money = [&](const Stated<Decimal>& stated) {
    return builder_.constant(stated.value, Form::money);
  };
  const auto within = [&](NodeId node, const Stated<Decimal>& stated) {
    exact = builder_.named(node, Role::limited_price, stated.where.value_or(Span{}));
  };
  if (limits.largest_increase)
    within(builder_.min(exact, builder_.add(now_, money(*limits.largest_increase))),
           *limits.largest_increase);
  if (limits.highest_price)
    within(builder_.min(exact, money(*limits.highest_price)), *limits.highest_price);
  if (limits.lowest_price)
    within(builder_.max(exact, money(*limits.lowest_price)), *limits.lowest_price);
  exact = builder_.named(exact, Role::price_exact);
  NodeId price = exact;
  if (const auto rounding = price_rounding()) price = last_rounding(exact, *rounding);
  price = builder_.named(price, Role::new_price, ladder_.rounding.price.where.value_or(Span{}),
                         ladder_.rounding.price.by_default());
  builder_.outputs().exact = exact;
  builder_.outputs().price = price;
  builder_.remember(Slot::price, price, Remember::always);
  builder_.remember(Slot::exact, exact, Remember::always);
  builder_.remember(Slot::m_last, builder_.outputs().change, Remember::when_moved);
}

/// Nothing happens: the price stays as it is, with the decimals that it has.
void Lowering::same_price() {
  const bool previous = clause_.compounding.value == Compounding::previous;
  Outputs& outputs = builder_.outputs();
  const NodeId stays = builder_.add(builder_.one(), outputs.step);
  outputs.coefficient = builder_.named(
      previous ? stays : builder_.div(builder_.mul(now_, stays), base_), Role::coefficient);
  outputs.moved = outputs.step;
  outputs.increase = builder_.constant(Decimal(0, currency().minor_decimals()), Form::money);
  outputs.exact = builder_.slot(Slot::exact);
  const NodeId price = ladder_.rounding.carry.value == Carry::exact
                           ? builder_.named(builder_.slot(Slot::price), Role::price_before)
                           : now_;
  outputs.price = builder_.named(builder_.mul(price, stays), Role::new_price);
  builder_.remember(Slot::price, outputs.price, Remember::always);
  builder_.remember(Slot::exact, outputs.exact, Remember::always);
  builder_.remember(Slot::m_last, outputs.change, Remember::when_moved);
}

}  // namespace pricetalk
