#include "pricing/plan.hpp"

#include "priced.hpp"

// The integer reading by hand: what it proves, what it refuses.
namespace plan_test {

using namespace priced;

Decimal decimal(const char* text) { return *Decimal::parse(text); }

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

}  // namespace plan_test
