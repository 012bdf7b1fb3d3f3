#include "pricing/lowering.hpp"

namespace pricetalk {

/// Whether one plus a limit lies on the rounding grid. Every mode is monotone and keeps grid
/// points, so rounding can then never pass the limit.
bool Lowering::on_grid(NodeId limit, const Rounding& rounding) const {
  const Calculation& c = builder_.so_far();
  if (clause_.compounding.value == Compounding::base || c.nodes[limit].op != Op::constant)
    return false;
  const Ratio edge = Ratio(1) + Ratio(c.constants[c.nodes[limit].a].value);
  const auto steps = (edge / Ratio(rounding.step)).exact_decimal();
  return steps && steps->scale() == 0;
}

/// Step 8 of the ladder: new price ÷ compounding base, rounded; a rounding that would lift it above
/// a binding cap goes down instead, below a binding floor up.
NodeId Lowering::coefficient(NodeId step) {
  const bool previous = clause_.compounding.value == Compounding::previous;
  NodeId k = builder_.add(builder_.one(), step);
  if (!previous) k = target_ != no_node ? target_ : builder_.div(builder_.mul(now_, k), base_);
  const auto rounding = waived() ? std::nullopt : settled(ladder_.rounding.coefficient.value, 4);
  const Span where = ladder_.rounding.coefficient.where.value_or(Span{});
  if (rounding) {
    const bool cap_binds = cap_ != no_node && !on_grid(cap_, *rounding);
    const bool floor_binds = floor_ != no_node && !on_grid(floor_, *rounding);
    const NodeId exact = builder_.named(k, Role::coefficient_exact);
    k = builder_.round(exact, *rounding);
    if (floor_binds)
      k = builder_.choose(floor_, step,
                          builder_.round(exact, {RoundingMode::ceiling, rounding->step}), k);
    if (cap_binds)  // a cap beats a floor
      k = builder_.choose(step, cap_, builder_.round(exact, {RoundingMode::floor, rounding->step}),
                          k);
  }
  k = builder_.named(k, Role::coefficient, where);
  builder_.outputs().coefficient = k;
  builder_.outputs().moved = step;
  if (rounding)
    builder_.outputs().moved =
        builder_.sub(previous ? k : builder_.div(builder_.mul(base_, k), now_), builder_.one());
  return k;
}

/// The amount added, rounded; a rounding that would lift the price above its cap goes down instead,
/// below its floor up. A decision is above both.
NodeId Lowering::within_limits(NodeId added, const Rounding& rounding) {
  NodeId rounded = builder_.round(added, rounding);
  if (waived() ||
      (context_.decision != nullptr && context_.decision->kind.value != DecisionKind::deferred))
    return rounded;
  const auto amount = [&](NodeId limit) {
    return builder_.sub(builder_.mul(now_, builder_.add(builder_.one(), limit)), base_);
  };
  if (floor_ != no_node)
    rounded = builder_.choose(rounded, amount(floor_), rounded,
                              builder_.round(added, {RoundingMode::ceiling, rounding.step}));
  if (cap_ != no_node)  // a cap beats a floor
    rounded = builder_.choose(amount(cap_), rounded, rounded,
                              builder_.round(added, {RoundingMode::floor, rounding.step}));
  return rounded;
}

/// Step 9 of the ladder: the amount added, limits in money, the new price.
void Lowering::new_price(NodeId k) {
  NodeId exact = builder_.mul(base_, k);
  NodeId added = builder_.sub(exact, base_);
  if (const auto rounding = settled(ladder_.rounding.increase.value, currency().minor_decimals())) {
    added = builder_.named(within_limits(added, *rounding), Role::increase,
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
  if (const auto rounding = price_rounding()) price = builder_.round(exact, *rounding);
  price = builder_.named(price, Role::new_price, ladder_.rounding.price.where.value_or(Span{}),
                         ladder_.rounding.price.by_default());
  builder_.outputs().exact = exact;
  builder_.outputs().price = price;
  builder_.remember(Slot::price, price, Remember::always);
  builder_.remember(Slot::exact, exact, Remember::always);
  builder_.remember(Slot::m_last, builder_.outputs().change, Remember::when_moved);
}

/// An agreed price needs nothing of what went before: with it an undetermined price becomes known.
void Lowering::agreed_price() {
  const DecisionTerms& decision = *context_.decision;
  const NodeId price =
      builder_.named(builder_.constant(decision.unit_price->value, Form::money), Role::new_price,
                     decision.unit_price->where.value_or(decision.span));
  builder_.outputs().coefficient = builder_.div(price, base_);
  builder_.outputs().moved = builder_.outputs().step;
  builder_.outputs().increase = builder_.sub(price, now_);
  builder_.outputs().exact = price;
  builder_.outputs().price = price;
  builder_.remember(Slot::price, price, Remember::always);
  builder_.remember(Slot::exact, price, Remember::always);
  builder_.remember(Slot::m_last, builder_.outputs().change, Remember::when_moved);
}

}  // namespace pricetalk
