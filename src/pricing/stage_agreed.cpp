#include "pricing/lowering.hpp"

namespace pricetalk {

namespace {

NodeId agreed_node(CalculationBuilder& builder, const DecisionTerms& decision) {
  return builder.named(builder.constant(decision.unit_price->value, Form::money), Role::new_price,
                       decision.unit_price->where.value_or(decision.span));
}

}  // namespace

/// An agreed price needs nothing of what went before: with it an undetermined price becomes known.
void Lowering::agreed_price() {
  const NodeId price = agreed_node(builder_, *context_.decision);
  builder_.outputs().coefficient = builder_.div(price, base_);
  builder_.outputs().moved = builder_.outputs().step;
  builder_.outputs().increase = builder_.sub(price, now_);
  builder_.outputs().exact = price;
  builder_.outputs().price = price;
  builder_.remember(Slot::price, price, Remember::always);
  builder_.remember(Slot::exact, price, Remember::always);
  builder_.remember(Slot::m_last, builder_.outputs().change, Remember::when_moved);
}

/// The clause does not run, so that it wanted nothing but what it carried: steps 6 and 7 of the
/// ladder with a measured change of zero.
Lowered lower_agreed(const DecisionTerms& decision, const Clause* clause) {
  CalculationBuilder builder;
  const NodeId now = builder.named(builder.slot(Slot::price), Role::price_before);
  const NodeId price = agreed_node(builder, decision);
  const NodeId ratio = builder.div(price, now);
  const NodeId step =
      builder.named(builder.sub(ratio, builder.one()), Role::decided, decision.span);
  Outputs& outputs = builder.outputs();
  outputs.step = outputs.moved = step;
  outputs.given_up = builder.named(builder.negate(step), Role::given_up, decision.span);
  outputs.coefficient = ratio;
  outputs.increase = builder.sub(price, now);
  outputs.exact = outputs.price = price;
  if (clause != nullptr && clause->compounding.value == Compounding::base) {
    if (!decision.catch_up.value)
      builder.remember(Slot::lost, builder.mul(builder.slot(Slot::lost), ratio), Remember::always);
  } else if (clause != nullptr) {
    builder.remember(
        Slot::carry,
        decision.catch_up.value ? builder.sub(builder.slot(Slot::carry), step) : builder.zero(),
        Remember::always);
  }
  return {std::make_shared<const Calculation>(std::move(builder).finish()), {}, {}};
}

}  // namespace pricetalk
