#include "pricing/lowering.hpp"

namespace pricetalk {

/// A surcharge is its formula, rounded. P0 is the price in force on the day (or the original one);
/// a formula that does not read it does not become undetermined with it.
Lowered Lowering::surcharge() && {
  prices();
  NodeId value = formula();
  builder_.outputs().formula = value;
  const Stated<RoundingRule>& rule = ladder_.rounding.surcharge;
  if (const auto rounding = settled(rule.value, context_.contract->currency.minor_decimals()))
    value = builder_.round(value, *rounding);
  builder_.outputs().surcharge =
      builder_.named(value, Role::surcharge, rule.where.value_or(Span{}), rule.by_default());
  return {std::make_shared<const Calculation>(std::move(builder_).finish()), std::move(requests_),
          std::move(asked_by_), std::move(late_)};
}

Lowered lower_surcharge(const StepContext& context, const Coverage& coverage) {
  return Lowering(context, coverage).surcharge();
}

}  // namespace pricetalk
