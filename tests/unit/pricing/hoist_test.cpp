#include "pricing/hoist.hpp"

#include <gtest/gtest.h>

#include "pricing/specialise.hpp"

// Limits moved outside a rounding give the number that `evaluate` gives.
namespace hoist_test {

using namespace pricetalk;

struct Limited {
  Calculation calculation;
  NodeId rounded = no_node;
};

/// round(1 + min(max(x - 1, floor), cap)).
Limited coefficient(const Decimal& floor, const Decimal& cap, const Rounding& rounding) {
  CalculationBuilder builder;
  const NodeId x = builder.input("x");
  const NodeId change = builder.sub(x, builder.one());
  const NodeId low = builder.named(builder.max(change, builder.constant(floor)), Role::after_floor);
  const NodeId step = builder.named(builder.min(builder.constant(cap), low), Role::after_cap);
  const NodeId exact = builder.named(builder.add(builder.one(), step), Role::coefficient_exact);
  const NodeId rounded = builder.named(builder.round(exact, rounding), Role::coefficient);
  return {std::move(builder).finish(), rounded};
}

Decimal hoisted(const Limited& limited, const Decimal& at_first, const Decimal& x) {
  const std::vector<Outcome<Ratio>> first = {Outcome<Ratio>(Ratio(at_first))};
  const Tape tape = evaluate(limited.calculation, first, {});
  Varying varying{{true}, {}};
  const std::vector<bool> shared = shared_nodes(limited.calculation, tape, varying);
  const auto made = hoist(limited.calculation, tape, shared, limited.rounded);
  if (!made) throw std::runtime_error("nothing moved");
  EXPECT_EQ(made->limits.size(), 2U);
  varying.instead = made->instead;
  const auto inner = specialise(limited.calculation, tape, varying, limited.rounded);
  std::vector<Outcome<Ratio>> inputs = {Outcome<Ratio>(Ratio(x))};
  for (const Decimal& known : inner->known) inputs.emplace_back(Ratio(known));
  const Tape run = evaluate(inner->calculation, inputs, {});
  Decimal value = *run.value(inner->calculation.outputs.price).exact_decimal();
  for (const OuterLimit& limit : made->limits)
    value = limit.cap ? std::min(value, limit.end) : std::max(value, limit.end);
  return value;
}

TEST(Hoist, gives_in_every_mode_on_and_off_the_grid_what_evaluate_gives) {
  for (const RoundingMode mode :
       {RoundingMode::half_up, RoundingMode::half_even, RoundingMode::half_down, RoundingMode::up,
        RoundingMode::down, RoundingMode::ceiling, RoundingMode::floor})
    for (const auto& [floor, cap] :
         {std::pair(Decimal(-2, 2), Decimal(4, 2)), std::pair(Decimal(-155, 5), Decimal(3333, 6)),
          std::pair(Decimal(5, 2), Decimal(4, 2))}) {
      const Limited limited = coefficient(floor, cap, Rounding::decimals(3, mode));
      for (std::int64_t x = 95'000; x <= 106'000; x += 250) {
        const Decimal value(x, 5);
        const std::vector<Outcome<Ratio>> inputs = {Outcome<Ratio>(Ratio(value))};
        const Tape tape = evaluate(limited.calculation, inputs, {});
        ASSERT_EQ(Ratio(hoisted(limited, Decimal(1, 0), value)), tape.value(limited.rounded))
            << value.text() << " " << floor.text() << " " << cap.text();
      }
    }
}

/// round(1 + max(x - 1, floor)), which would be turned upwards should it pass 1 + floor.
Limited turned_at(const Decimal& below_zero) {
  CalculationBuilder builder;
  const NodeId x = builder.input("x");
  const NodeId floor = builder.negate(builder.constant(below_zero));
  const NodeId step = builder.max(builder.sub(x, builder.one()), floor);
  const NodeId exact = builder.named(builder.add(builder.one(), step), Role::coefficient_exact);
  const NodeId rounded = builder.round(exact, Rounding::decimals(3));
  const NodeId up = builder.round(exact, Rounding::decimals(3, RoundingMode::ceiling));
  const NodeId end = builder.add(builder.one(), floor);
  const NodeId kept = builder.choose(rounded, end, rounded,
                                     builder.choose(exact, end, builder.max(up, up), rounded));
  const NodeId named = builder.named(kept, Role::coefficient);
  return {std::move(builder).finish(), named};
}

TEST(Hoist, knows_that_a_rounding_never_passes_an_end_on_its_grid) {
  const Limited limited = turned_at(Decimal(2, 2));
  const std::vector<Outcome<Ratio>> first = {Outcome<Ratio>(Ratio(1))};
  const Tape tape = evaluate(limited.calculation, first, {});
  const Varying varying{{true}, {}};
  const std::vector<bool> shared = shared_nodes(limited.calculation, tape, varying);
  const auto made = hoist(limited.calculation, tape, shared, limited.rounded);
  ASSERT_TRUE(made);
  ASSERT_EQ(made->limits.size(), 1U);
  EXPECT_EQ(made->limits.front().end, Decimal(98, 2));
  EXPECT_EQ(made->instead.size(), 2U);
  const Limited off = turned_at(Decimal(155, 4));
  const Tape run = evaluate(off.calculation, first, {});
  EXPECT_FALSE(
      hoist(off.calculation, run, shared_nodes(off.calculation, run, varying), off.rounded))
      << "an end off the grid may turn the rounding";
}

TEST(Hoist, leaves_alone_what_has_no_limit_of_that_form) {
  CalculationBuilder builder;
  const NodeId x = builder.input("x");
  const NodeId y = builder.input("y");
  const NodeId rounded = builder.round(builder.min(x, y), Rounding::decimals(2));
  const NodeId turned =
      builder.round(builder.sub(builder.one(), builder.min(x, builder.constant(Decimal(1, 2)))),
                    Rounding::decimals(2));
  const Calculation c = std::move(builder).finish();
  const std::vector<Outcome<Ratio>> inputs = {Outcome<Ratio>(Ratio(1)), Outcome<Ratio>(Ratio(2))};
  const Tape tape = evaluate(c, inputs, {});
  const std::vector<bool> shared = shared_nodes(c, tape, {{true, true}, {}});
  EXPECT_FALSE(hoist(c, tape, shared, rounded)) << "two numbers that both differ";
  EXPECT_FALSE(hoist(c, tape, shared, turned)) << "less x turns the order around";
  EXPECT_FALSE(hoist(c, tape, shared, x));
}

}  // namespace hoist_test
