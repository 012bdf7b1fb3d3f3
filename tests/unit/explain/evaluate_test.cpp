#include <gtest/gtest.h>

#include <functional>

#include "pricetalk/explain/calculation.hpp"

namespace evaluate_test {

using namespace pricetalk;

Outcome<Ratio> missing(const std::string& key) {
  return Undetermined(Reason{.kind = Reason::Kind::missing,
                             .key = key,
                             .text = same(key),
                             .series = {},
                             .period = {},
                             .expected = {},
                             .source = {}});
}

std::string keys(const Outcome<Ratio>& outcome) {
  if (outcome) return outcome->text();
  std::string text = "?";
  for (const Reason& reason : outcome.why().reasons()) text += " " + reason.key;
  return text;
}

/// Two inputs a and b, and what a node makes of them.
std::string result(const std::function<NodeId(CalculationBuilder&, NodeId, NodeId)>& make,
                   const Outcome<Ratio>& a, const Outcome<Ratio>& b) {
  CalculationBuilder builder;
  const NodeId first = builder.input("a");
  const NodeId second = builder.input("b");
  const NodeId node = make(builder, first, second);
  const Calculation calculation = std::move(builder).finish();
  const std::vector<Outcome<Ratio>> inputs = {a, b};
  return keys(evaluate(calculation, inputs, {}).at(node));
}

using Make = std::function<NodeId(CalculationBuilder&, NodeId, NodeId)>;
const Make add = [](auto& x, auto a, auto b) { return x.add(a, b); };
const Make divide = [](auto& x, auto a, auto b) { return x.div(a, b); };

TEST(Evaluate, each_operation_is_exact) {
  const Ratio third = Ratio::of(1, 3);
  const Ratio two(2);
  const auto with = [&](const Make& make) { return result(make, third, two); };
  EXPECT_EQ(with(add), "7/3");
  EXPECT_EQ(with([](auto& x, auto a, auto b) { return x.sub(a, b); }), "-5/3");
  EXPECT_EQ(with([](auto& x, auto a, auto b) { return x.mul(a, b); }), "2/3");
  EXPECT_EQ(with(divide), "1/6");
  EXPECT_EQ(with([](auto& x, auto a, auto b) { return x.min(a, b); }), "1/3");
  EXPECT_EQ(with([](auto& x, auto a, auto b) { return x.max(a, b); }), "2");
  EXPECT_EQ(with([](auto& x, auto a, auto b) { return x.magnitude(x.sub(a, b)); }), "5/3");
  EXPECT_EQ(with([](auto& x, auto a, auto b) {
              return x.sum(std::vector<NodeId>{a, b, a});
            }),
            "8/3");
  EXPECT_EQ(with([](auto& x, auto a, auto b) {
              return x.product(std::vector<NodeId>{a, b, b});
            }),
            "4/3");
  EXPECT_EQ(with([](auto& x, auto a, auto) { return x.round(a, Rounding::decimals(2)); }),
            "33/100");
  EXPECT_EQ(with([](auto& x, auto, auto) { return x.sum(std::vector<NodeId>{}); }), "0");
}

TEST(Evaluate, a_choice_takes_the_first_branch_on_equality) {
  const Make choose = [](auto& x, auto a, auto b) { return x.choose(a, b, x.one(), x.zero()); };
  EXPECT_EQ(result(choose, Ratio(2), Ratio(2)), "1");
  EXPECT_EQ(result(choose, Ratio(3), Ratio(2)), "1");
  EXPECT_EQ(result(choose, Ratio(1), Ratio(2)), "0");
}

TEST(Evaluate, a_choice_reads_only_the_branch_that_it_takes) {
  const Make to_a = [](auto& x, auto a, auto b) { return x.choose(x.one(), x.zero(), a, b); };
  const Make to_b = [](auto& x, auto a, auto b) { return x.choose(x.zero(), x.one(), a, b); };
  EXPECT_EQ(result(to_a, Ratio(5), missing("b")), "5");
  EXPECT_EQ(result(to_b, Ratio(5), missing("b")), "? b");
  const Make on_a = [](auto& x, auto a, auto b) { return x.choose(a, x.zero(), b, b); };
  EXPECT_EQ(result(on_a, missing("a"), Ratio(5)), "? a");
  EXPECT_EQ(result(on_a, missing("a"), missing("b")), "? a")
      << "which branch is not known, so only the question is";
}

TEST(Evaluate, reasons_are_a_set_in_order) {
  EXPECT_EQ(result(add, missing("z"), missing("a")), "? a z");
  EXPECT_EQ(result(add, missing("a"), missing("a")), "? a");
  EXPECT_EQ(result(
                [](auto& x, auto a, auto b) {
                  return x.sum(std::vector<NodeId>{a, x.add(a, b), x.one(), b});
                },
                missing("z"), missing("a")),
            "? a z");
  EXPECT_EQ(result(divide, Ratio(0), missing("b")), "? b") << "nothing is known of 0 / ?";
}

TEST(Evaluate, what_does_not_read_an_undetermined_value_stays_determined) {
  CalculationBuilder builder;
  const NodeId a = builder.input("a");
  const NodeId b = builder.input("b");
  const NodeId good = builder.add(a, builder.one());
  const NodeId bad = builder.add(b, builder.one());
  const Calculation calculation = std::move(builder).finish();
  const std::vector<Outcome<Ratio>> inputs = {Ratio(1), missing("b")};
  const Tape tape = evaluate(calculation, inputs, {});
  EXPECT_TRUE(tape.determined(good));
  EXPECT_EQ(tape.value(good), Ratio(2));
  EXPECT_FALSE(tape.determined(bad));
  EXPECT_EQ(tape.size(), calculation.nodes.size());
}

TEST(Evaluate, a_zero_divisor_and_an_overflow_are_undetermined) {
  EXPECT_EQ(result(divide, Ratio(1), Ratio(0)), "? zero");
  EXPECT_EQ(result([](auto& x, auto a, auto b) { return x.add(x.div(a, b), x.div(a, b)); },
                   Ratio(1), Ratio(0)),
            "? zero");
  const Make round = [](auto& x, auto a, auto) { return x.round(a, Rounding::decimals(18)); };
  EXPECT_EQ(result(round, Ratio(1), Ratio(0)), "? overflow");
  EXPECT_EQ(result(round, Ratio::of(1, 2), Ratio(0)), "1/2");
}

TEST(Evaluate, a_band_holds_its_ends_as_stated) {
  const auto decimal = [](const char* text) { return *Decimal::parse(text); };
  BandTable table{.name = "t",
                  .bands = {{decimal("1"), false, decimal("2"), decimal("10")},
                            {decimal("3"), true, decimal("4"), decimal("20")},
                            {decimal("6"), false, {}, decimal("30")}},
                  .between = BandTable::Between::undetermined};
  const auto gives = [&](const char* value, BandTable::Between between) {
    table.between = between;
    return result([&](auto& x, auto a, auto) { return x.band(a, table); }, Ratio(decimal(value)),
                  Ratio(0));
  };
  using Between = BandTable::Between;
  EXPECT_EQ(gives("1", Between::undetermined), "10");
  EXPECT_EQ(gives("2", Between::undetermined), "10");
  EXPECT_EQ(gives("3", Between::undetermined), "? band t 3") << "over excludes";
  EXPECT_EQ(gives("3.001", Between::undetermined), "20");
  EXPECT_EQ(gives("1000", Between::undetermined), "30");
  EXPECT_EQ(gives("0.9", Between::undetermined), "? band t 0.9");
  EXPECT_EQ(gives("5", Between::next), "30");
  EXPECT_EQ(gives("5", Between::previous), "20");
  EXPECT_EQ(gives("0.9", Between::next), "10");
  EXPECT_EQ(gives("0.9", Between::previous), "? band t 0.9");
}

TEST(Evaluate, constants_and_slots_are_shared_and_names_are_not) {
  CalculationBuilder builder;
  builder.constant(*Decimal::parse("1.50"));
  builder.constant(*Decimal::parse("1.50"));
  builder.constant(*Decimal::parse("1.5"));
  builder.slot(Slot::price);
  builder.slot(Slot::price);
  const NodeId one = builder.named(builder.one(), Role::cap);
  const NodeId again = builder.named(one, Role::floor);
  const Calculation made = std::move(builder).finish();
  EXPECT_EQ(made.constants.size(), 3u) << "1.50, 1.5 and 1";
  EXPECT_EQ(made.slots.size(), 1u);
  EXPECT_NE(one, again);
  EXPECT_EQ(made.notes[one].role, Role::cap);
  EXPECT_EQ(made.notes[again].role, Role::floor);
}

}  // namespace evaluate_test
