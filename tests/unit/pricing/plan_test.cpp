#include "pricetalk/pricing/plan.hpp"

#include <algorithm>
#include <map>

#include "priced.hpp"
#include "random_clause.hpp"

// The integer reading against `evaluate`, on random clauses and by hand.
namespace plan_test {

using namespace priced;

Decimal decimal(const char* text) { return *Decimal::parse(text); }

/// What was read at one step, as decimals; nothing when some value is not determined or no decimal.
struct ReadValues {
  std::vector<Decimal> inputs;
  std::vector<Decimal> slots;

  static std::optional<ReadValues> of(const Derivation& why) {
    const Calculation& c = *why.calculation;
    ReadValues made;
    made.inputs.resize(c.inputs.size());
    made.slots.resize(c.slots.size());
    for (NodeId node = 0; node < c.nodes.size(); ++node) {
      const Node& n = c.nodes[node];
      if (n.op != Op::input && n.op != Op::state) continue;
      const auto value = why.tape.at(node);
      const auto exact = value ? value->exact_decimal() : std::nullopt;
      if (!exact) return std::nullopt;
      (n.op == Op::input ? made.inputs[n.a] : made.slots[n.a]) = *exact;
    }
    return made;
  }
};

/// A bound wider than the value itself: what a portfolio or a set of paths would give.
Bound around(const Decimal& value, int scale, const Ratio& below, const Ratio& above) {
  const int fine = std::max(scale, value.scale());
  return {round(Ratio(value) * below, Rounding::decimals(fine, RoundingMode::floor)),
          round(Ratio(value) * above, Rounding::decimals(fine, RoundingMode::ceiling)), fine};
}

/// What is carried over lies on both sides of zero.
Bound round_zero(const Decimal& value) {
  const Decimal far = std::max(
      decimal("0.5"),
      round(abs(Ratio(value)) * Ratio(2), Rounding::decimals(value.scale(), RoundingMode::up)));
  return {Decimal(-far.mantissa(), far.scale()), far, std::max(4, value.scale())};
}

std::vector<Bound> bounds_of(const Calculation& c, const ReadValues& read,
                             std::vector<Bound>& slots) {
  std::vector<Bound> inputs;
  for (const Decimal& value : read.inputs)
    inputs.push_back(value.is_negative() || value < Decimal(1, 0)
                         ? Bound{decimal("-0.2"), decimal("0.2"), 4}
                         : around(value, 2, Ratio::of(1, 2), Ratio(2)));
  for (std::size_t i = 0; i < c.slots.size(); ++i) {
    const bool money =
        c.slots[i] == Slot::price || c.slots[i] == Slot::exact || c.slots[i] == Slot::original;
    if (money)
      slots.push_back(around(read.slots[i], 2, Ratio::of(1, 3), Ratio(3)));
    else if (c.slots[i] == Slot::lost)
      slots.push_back({decimal("0.5"), decimal("2"), std::max(4, read.slots[i].scale())});
    else
      slots.push_back(round_zero(read.slots[i]));
  }
  return inputs;
}

/// Roundings of the tape that met an exact tie.
int ties_in(const Derivation& why) {
  const Calculation& c = *why.calculation;
  int ties = 0;
  for (const Node& n : c.nodes) {
    if (n.op != Op::round || !why.tape.determined(n.a)) continue;
    const Ratio halves = why.tape.value(n.a) * Ratio(2) / Ratio(c.roundings[n.b].step);
    const auto whole = halves.exact_decimal();
    ties += whole && whole->scale() == 0 && whole->mantissa() % 2 != 0 ? 1 : 0;
  }
  return ties;
}

struct Tally {
  int steps = 0;
  int planned = 0;
  int wide = 0;
  int ties = 0;
  int clauses = 0;
  int clauses_planned = 0;
  std::map<std::string, int> refused;
};

/// False when the step has no plan.
bool agrees(const PriceEntry& entry, Tally& tally, const std::string& where) {
  const Derivation& why = entry.why;
  const auto read = ReadValues::of(why);
  ++tally.steps;
  if (!read) {
    ++tally.refused["something that is read is a fraction"];
    return false;
  }
  std::vector<Bound> slots;
  const std::vector<Bound> inputs = bounds_of(*why.calculation, *read, slots);
  const auto made = plan(*why.calculation, inputs, slots);
  if (const auto* not_planned = std::get_if<NotPlanned>(&made)) {
    EXPECT_FALSE(not_planned->why.nl.empty());
    ++tally.refused[not_planned->why.en];
    return false;
  }
  const Plan& found = std::get<Plan>(made);
  const auto step = run(found, read->inputs, read->slots);
  const Calculation& c = *why.calculation;
  EXPECT_TRUE(step) << where;
  if (!step) return false;
  EXPECT_EQ(Outcome<Ratio>(Ratio(step->price)), why.tape.at(c.outputs.price))
      << where << " " << step->price.text();
  if (step->coefficient) {
    EXPECT_EQ(Outcome<Ratio>(Ratio(*step->coefficient)), why.tape.at(c.outputs.coefficient))
        << where;
  }
  if (c.outputs.passes != no_node) {
    EXPECT_EQ(Outcome<Ratio>(Ratio(step->passes ? 1 : 0)), why.tape.at(c.outputs.passes)) << where;
  }
  EXPECT_EQ(step->next.size(), c.next.size());
  for (std::size_t i = 0; i < c.next.size(); ++i)
    if (step->next[i]) {
      EXPECT_EQ(Outcome<Ratio>(Ratio(*step->next[i])), why.tape.at(c.next[i].node))
          << where << " slot " << symbol(c.next[i].slot);
    }
  ++tally.planned;
  tally.wide += found.wide() ? 1 : 0;
  tally.ties += ties_in(why);
  return true;
}

TEST(Plan, on_random_clauses_it_gives_the_very_prices_of_evaluate) {
  Tally tally;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    const auto clause = random_clause::random_clause(seed);
    const Talk talk(clause.text());
    if (testing::Test::HasFailure()) FAIL() << "seed " << seed << "\n" << clause.text();
    bool all = true;
    for (const PriceEntry& entry : talk.schedule("p", "2026-12-31").entries) {
      if (entry.verdict == Verdict::start || !entry.why) continue;
      all = agrees(entry, tally, "seed " + std::to_string(seed) + " " + entry.date.text()) && all;
    }
    if (testing::Test::HasFailure()) FAIL() << "seed " << seed << "\n" << clause.text();
    ++tally.clauses;
    tally.clauses_planned += all ? 1 : 0;
  }
  RecordProperty("steps", tally.steps);
  RecordProperty("planned", tally.planned);
  RecordProperty("ties", tally.ties);
  EXPECT_GT(tally.ties, 300) << "exact ties are what differs first";
  EXPECT_GT(tally.planned * 10, tally.steps * 7) << "most random steps have an integer reading";
  EXPECT_GT(tally.wide, 50) << "some need 128 bits";
  EXPECT_GT(tally.planned - tally.wide, 50) << "and some do not";
  std::printf(
      "integer reading: %d of %d clauses in every year, %d of %d steps (%d in 128 bits), %d exact "
      "ties\n",
      tally.clauses_planned, tally.clauses, tally.planned, tally.steps, tally.wide, tally.ties);
  for (const auto& [why, count] : tally.refused)
    std::printf("  %4d without: %s\n", count, why.c_str());
}

// ---- by hand
// ---------------------------------------------------------------------------------------

struct Made {
  Calculation calculation;
  NodeId a, b;
};

/// Inputs a and b, and a price made of them.
template <class Make>
Calculation price_of(Make make) {
  CalculationBuilder builder;
  const NodeId a = builder.input("a");
  const NodeId b = builder.input("b");
  builder.outputs().price = make(builder, a, b);
  return std::move(builder).finish();
}

std::string run_text(const Calculation& c, const std::vector<Bound>& bounds,
                     const std::vector<Decimal>& inputs) {
  const auto made = plan(c, bounds, {});
  if (const auto* no = std::get_if<NotPlanned>(&made)) return "no: " + no->why.en;
  const auto step = run(std::get<Plan>(made), inputs, {});
  return step ? step->price.text() : "outside";
}

const std::vector<Bound> hundreds = {{Decimal(8000, 2), Decimal(12500, 2), 2},
                                     {Decimal(8000, 2), Decimal(12500, 2), 2}};

TEST(Plan, division_meets_rounding_in_every_mode) {
  // 81/80 = 1.0125: a tie on three decimals, and its mirror below zero.
  for (const auto& [mode, up, down] : {std::tuple{RoundingMode::half_up, "1.013", "-1.013"},
                                       {RoundingMode::half_even, "1.012", "-1.012"},
                                       {RoundingMode::half_down, "1.012", "-1.012"},
                                       {RoundingMode::up, "1.013", "-1.013"},
                                       {RoundingMode::down, "1.012", "-1.012"},
                                       {RoundingMode::ceiling, "1.013", "-1.012"},
                                       {RoundingMode::floor, "1.012", "-1.013"}}) {
    const auto positive = price_of([&, m = mode](auto& x, auto a, auto b) {
      return x.round(x.div(a, b), Rounding::decimals(3, m));
    });
    const auto negative = price_of([&, m = mode](auto& x, auto a, auto b) {
      return x.round(x.negate(x.div(a, b)), Rounding::decimals(3, m));
    });
    EXPECT_EQ(run_text(positive, hundreds, {decimal("81.00"), decimal("80")}), up);
    EXPECT_EQ(run_text(negative, hundreds, {decimal("81.00"), decimal("80")}), down);
  }
}

TEST(Plan, a_negative_divisor_keeps_its_sign) {
  const auto c = price_of([](auto& x, auto a, auto b) {
    return x.round(x.div(a, x.negate(b)), Rounding::decimals(2));
  });
  EXPECT_EQ(run_text(c, hundreds, {decimal("100"), decimal("80")}), "-1.25");
}

TEST(Plan, a_divisor_that_may_be_zero_is_refused) {
  const auto c =
      price_of([](auto& x, auto a, auto b) { return x.round(x.div(a, b), Rounding::decimals(2)); });
  EXPECT_EQ(
      run_text(c, {hundreds[0], {decimal("-1"), decimal("1"), 2}}, {decimal("100"), decimal("1")}),
      "no: the calculation may divide by zero");
}

TEST(Plan, a_price_that_nothing_rounds_is_refused_unless_it_is_a_decimal) {
  const auto fraction = price_of([](auto& x, auto a, auto b) { return x.div(a, b); });
  EXPECT_EQ(run_text(fraction, hundreds, {decimal("100"), decimal("80")}).substr(0, 3), "no:");
  const auto whole = price_of([](auto& x, auto a, auto b) { return x.mul(a, b); });
  EXPECT_EQ(run_text(whole, hundreds, {decimal("100.5"), decimal("80")}), "8040.0000");
}

TEST(Plan, what_lies_outside_its_bound_is_left_to_evaluate) {
  const auto c =
      price_of([](auto& x, auto a, auto b) { return x.round(x.div(a, b), Rounding::decimals(2)); });
  EXPECT_EQ(run_text(c, hundreds, {decimal("125.01"), decimal("80")}), "outside");
  EXPECT_EQ(run_text(c, hundreds, {decimal("100.001"), decimal("80")}), "outside")
      << "finer than the bound says";
  EXPECT_EQ(run_text(c, hundreds, {decimal("100.000"), decimal("80")}), "1.25")
      << "the same number with more zeros";
}

TEST(Plan, sizes_are_proven_and_not_hoped_for) {
  const Bound large{decimal("1"), decimal("999999999999999999"), 0};
  const auto product = [](int factors) {
    return price_of([=](auto& x, auto a, auto b) {
      NodeId all = a;
      for (int i = 1; i < factors; ++i) all = x.mul(all, b);
      return x.choose(all, a, x.one(), x.zero());
    });
  };
  EXPECT_EQ(run_text(product(1), {large, large}, {decimal("999999999999999999"), decimal("1")}),
            "1");
  EXPECT_EQ(run_text(product(2), {large, large},
                     {decimal("999999999999999999"), decimal("999999999999999999")}),
            "1")
      << "36 digits fit 128 bits";
  EXPECT_EQ(run_text(product(3), {large, large}, {decimal("1"), decimal("1")}),
            "no: a value may need more than 128 bits");
}

TEST(Plan, small_sizes_stay_in_64_bits) {
  const auto c =
      price_of([](auto& x, auto a, auto b) { return x.round(x.div(a, b), Rounding::decimals(4)); });
  EXPECT_FALSE(std::get<Plan>(plan(c, hundreds, {})).wide());
  const auto d = price_of([](auto& x, auto a, auto b) {
    return x.round(x.div(x.mul(a, x.mul(a, a)), x.mul(b, x.mul(b, b))), Rounding::decimals(8));
  });
  EXPECT_TRUE(std::get<Plan>(plan(d, hundreds, {})).wide());
}

TEST(Plan, what_no_output_reads_is_not_run) {
  const auto c = price_of([](auto& x, auto a, auto b) {
    x.div(a, x.zero());
    x.mul(x.mul(a, b), b);
    return x.round(a, Rounding::decimals(0));
  });
  const auto made = plan(c, hundreds, {});
  ASSERT_TRUE(std::holds_alternative<Plan>(made))
      << "a division by zero that nobody reads is no reason";
  EXPECT_EQ(std::get<Plan>(made).size(), 2u);
}

TEST(Plan, bands_are_compared_without_a_division) {
  const BandTable table{.name = "t",
                        .bands = {{decimal("1"), false, decimal("1.25"), decimal("10.00")},
                                  {decimal("1.3"), true, {}, decimal("20.5")}},
                        .between = BandTable::Between::undetermined};
  const auto c = price_of([&](auto& x, auto a, auto b) { return x.band(x.div(a, b), table); });
  EXPECT_EQ(run_text(c, hundreds, {decimal("100"), decimal("80")}), "10.00");
  EXPECT_EQ(run_text(c, hundreds, {decimal("100"), decimal("100")}), "10.00");
  EXPECT_EQ(run_text(c, hundreds, {decimal("125"), decimal("80")}), "20.50");
  EXPECT_EQ(run_text(c, hundreds, {decimal("104"), decimal("80")}), "outside")
      << "1.3 lies in no band";
}

TEST(Plan, a_bound_is_as_narrow_as_its_values) {
  const std::vector<Decimal> values = {decimal("3.5"), decimal("-1.25"), decimal("2")};
  const Bound bound = Bound::of(values);
  EXPECT_EQ(bound.low.text(), "-1.25");
  EXPECT_EQ(bound.high.text(), "3.5");
  EXPECT_EQ(bound.scale, 2);
}

// Property: random calculations, not shaped like clauses, against evaluate.
TEST(Plan, random_calculations_agree_with_evaluate) {
  int planned = 0;
  for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
    random_clause::Dice dice(seed);
    CalculationBuilder builder;
    std::vector<Bound> bounds;
    std::vector<Decimal> inputs;
    for (int i = 0; i < 3; ++i) {
      builder.input("x");
      const std::int64_t at = 8000 + 500 * dice.below(10);
      inputs.emplace_back(at, 2);
      bounds.push_back({Decimal(at - dice.below(3000), 2), Decimal(at + dice.below(3000), 2), 2});
    }
    builder.constant(Decimal(dice.below(200) - 100, 2));
    const auto any = [&](int size) { return static_cast<NodeId>(dice.below(size)); };
    for (int size = 4; size < 14; ++size) {
      const NodeId a = any(size), b = any(size);
      switch (dice.below(9)) {
        case 0:
          builder.add(a, b);
          break;
        case 1:
          builder.sub(a, b);
          break;
        case 2:
          builder.mul(a, b);
          break;
        case 3:
        case 4:
          builder.div(a, b);
          break;
        case 5:
          builder.min(a, b);
          break;
        case 6:
          builder.max(a, b);
          break;
        case 7:
          builder.choose(a, b, any(size), any(size));
          break;
        default:
          builder.round(a, {static_cast<RoundingMode>(dice.below(7)),
                            Decimal(dice.one_in(2) ? 5 : 1, dice.below(4))});
          break;
      }
    }
    const NodeId last = static_cast<NodeId>(13);
    builder.outputs().price =
        builder.round(last, {static_cast<RoundingMode>(dice.below(7)), Decimal(1, 2)});
    const Calculation c = std::move(builder).finish();
    const auto made = plan(c, bounds, {});
    if (!std::holds_alternative<Plan>(made)) continue;
    ++planned;
    const auto step = run(std::get<Plan>(made), inputs, {});
    ASSERT_TRUE(step) << seed;
    const std::vector<Outcome<Ratio>> exact(inputs.begin(), inputs.end());
    EXPECT_EQ(Outcome<Ratio>(Ratio(step->price)), evaluate(c, exact, {}).at(c.outputs.price))
        << seed;
  }
  EXPECT_GT(planned, 700);
}

}  // namespace plan_test
