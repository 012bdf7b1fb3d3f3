#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <boost/multiprecision/cpp_int.hpp>

#include "draw.hpp"
#include "pricetalk/number/ratio.hpp"

namespace rounding_test {

using boost::multiprecision::cpp_int;
using pricetalk::Decimal;
using pricetalk::Overflow;
using pricetalk::Ratio;
using pricetalk::Rounding;
using pricetalk::RoundingMode;

constexpr std::array<RoundingMode, 7> every_mode{
    RoundingMode::half_up, RoundingMode::half_even, RoundingMode::half_down, RoundingMode::up,
    RoundingMode::down,    RoundingMode::ceiling,   RoundingMode::floor};

std::string rounded(std::int64_t numerator, std::int64_t denominator, RoundingMode mode,
                    const char* step) {
  return round(Ratio::of(numerator, denominator), {mode, *Decimal::parse(step)}).text();
}

cpp_int floor_of(const cpp_int& numerator, const cpp_int& denominator) {
  cpp_int quotient = numerator / denominator;
  if (quotient * denominator > numerator) quotient -= 1;
  return quotient;
}

cpp_int ceiling_of(const cpp_int& n, const cpp_int& d) { return -floor_of(-n, d); }

// n/d rounded to a whole number, each mode by floor divisions alone; d > 0.
cpp_int expected_whole(const cpp_int& n, const cpp_int& d, RoundingMode mode) {
  const bool negative = n < 0;
  const cpp_int two = 2 * d;
  switch (mode) {
    case RoundingMode::floor:
      return floor_of(n, d);
    case RoundingMode::ceiling:
      return ceiling_of(n, d);
    case RoundingMode::down:
      return negative ? ceiling_of(n, d) : floor_of(n, d);
    case RoundingMode::up:
      return negative ? floor_of(n, d) : ceiling_of(n, d);
    case RoundingMode::half_up:  // n/d + 1/2 cut off, and its mirror
      return negative ? ceiling_of(2 * n - d, two) : floor_of(2 * n + d, two);
    case RoundingMode::half_down:
      return negative ? floor_of(2 * n + d, two) : ceiling_of(2 * n - d, two);
    case RoundingMode::half_even: {
      const cpp_int low = ceiling_of(2 * n - d, two);  // both nearest, the same but on a tie
      const cpp_int high = floor_of(2 * n + d, two);
      return low % 2 == 0 ? low : high;
    }
  }
  return 0;
}

struct Value {
  cpp_int numerator;
  cpp_int denominator;  // > 0
  Ratio ratio;
};

Value value_of(std::int64_t numerator, std::int64_t denominator) {
  return {cpp_int(numerator), cpp_int(denominator), Ratio::of(numerator, denominator)};
}

cpp_int ten_to(int exponent) { return pow(cpp_int(10), static_cast<unsigned>(exponent)); }

void check_every_mode(const Value& value, const Decimal& step) {
  for (const RoundingMode mode : every_mode) {
    const cpp_int whole = expected_whole(value.numerator * ten_to(step.scale()),
                                         value.denominator * step.mantissa(), mode);
    const cpp_int mantissa = whole * step.mantissa();
    if (abs(mantissa) > Decimal::largest_mantissa) {
      RC_ASSERT_THROWS_AS(round(value.ratio, {mode, step}), Overflow);
    } else {
      const Decimal result = round(value.ratio, {mode, step});
      RC_ASSERT(cpp_int(result.mantissa()) == mantissa);
      RC_ASSERT(result.scale() == step.scale());
    }
  }
}

Decimal any_step() {
  const int scale =
      *rc::gen::weightedOneOf<int>({{6, draw::in_range(0, 7)}, {1, draw::in_range(0, 19)}});
  const auto mantissa = *rc::gen::weightedOneOf<std::int64_t>(
      {{4, rc::gen::element<std::int64_t>(1, 5, 10, 25, 50, 3)},
       {2, draw::in_range<std::int64_t>(1, 1'000'000)},
       {1, rc::gen::just(std::int64_t{Decimal::largest_mantissa})}});
  return Decimal(mantissa, scale);
}

}  // namespace rounding_test

TEST(Rounding, half_up_sends_ties_away_from_zero) {
  using namespace rounding_test;
  EXPECT_EQ(rounded(25, 1000, RoundingMode::half_up, "0.01"), "0.03");
  EXPECT_EQ(rounded(-25, 1000, RoundingMode::half_up, "0.01"), "-0.03");
  EXPECT_EQ(rounded(24999, 1000000, RoundingMode::half_up, "0.01"), "0.02");
  EXPECT_EQ(rounded(1005, 1000, RoundingMode::half_up, "0.01"), "1.01");
}

TEST(Rounding, half_even_sends_ties_to_the_even_neighbour) {
  using namespace rounding_test;
  EXPECT_EQ(rounded(25, 1000, RoundingMode::half_even, "0.01"), "0.02");
  EXPECT_EQ(rounded(35, 1000, RoundingMode::half_even, "0.01"), "0.04");
  EXPECT_EQ(rounded(-25, 1000, RoundingMode::half_even, "0.01"), "-0.02");
  EXPECT_EQ(rounded(-35, 1000, RoundingMode::half_even, "0.01"), "-0.04");
  EXPECT_EQ(rounded(5, 10, RoundingMode::half_even, "1"), "0");
  EXPECT_EQ(rounded(15, 10, RoundingMode::half_even, "1"), "2");
}

TEST(Rounding, half_even_counts_steps_and_not_digits) {
  using namespace rounding_test;
  EXPECT_EQ(rounded(75, 1000, RoundingMode::half_even, "0.05"), "0.10");
  EXPECT_EQ(rounded(125, 1000, RoundingMode::half_even, "0.05"), "0.10");
}

TEST(Rounding, half_down_sends_ties_toward_zero) {
  using namespace rounding_test;
  EXPECT_EQ(rounded(35, 1000, RoundingMode::half_down, "0.01"), "0.03");
  EXPECT_EQ(rounded(-35, 1000, RoundingMode::half_down, "0.01"), "-0.03");
  EXPECT_EQ(rounded(35001, 1000000, RoundingMode::half_down, "0.01"), "0.04");
}

TEST(Rounding, directed_modes_differ_on_both_sides_of_zero) {
  using namespace rounding_test;
  EXPECT_EQ(rounded(1, 3, RoundingMode::up, "0.01"), "0.34");
  EXPECT_EQ(rounded(-1, 3, RoundingMode::up, "0.01"), "-0.34");
  EXPECT_EQ(rounded(2, 3, RoundingMode::down, "0.01"), "0.66");
  EXPECT_EQ(rounded(-2, 3, RoundingMode::down, "0.01"), "-0.66");
  EXPECT_EQ(rounded(1, 3, RoundingMode::ceiling, "0.01"), "0.34");
  EXPECT_EQ(rounded(-1, 3, RoundingMode::ceiling, "0.01"), "-0.33");
  EXPECT_EQ(rounded(1, 3, RoundingMode::floor, "0.01"), "0.33");
  EXPECT_EQ(rounded(-1, 3, RoundingMode::floor, "0.01"), "-0.34");
}

TEST(Rounding, goes_to_multiples_of_any_step_with_the_decimals_of_the_step) {
  using namespace rounding_test;
  EXPECT_EQ(rounded(1234, 100, RoundingMode::half_up, "0.05"), "12.35");
  EXPECT_EQ(rounded(1232, 100, RoundingMode::half_up, "0.05"), "12.30");
  EXPECT_EQ(rounded(1237, 1, RoundingMode::half_up, "25"), "1225");
  EXPECT_EQ(rounded(12375, 10, RoundingMode::half_up, "25"), "1250");
  EXPECT_EQ(rounded(10412345, 10000000, RoundingMode::half_up, "0.0001"), "1.0412");
  EXPECT_EQ(rounded(3, 1, RoundingMode::half_up,
                    "0.00"
                    "10"),
            "3.0000");
  EXPECT_EQ(rounded(1, 2, RoundingMode::half_up, "1"), "1");
  EXPECT_EQ(rounded(1, 1, RoundingMode::half_up, "7"), "0");
}

TEST(Rounding, keeps_what_lies_on_the_grid_in_every_mode) {
  using namespace rounding_test;
  for (const RoundingMode mode : every_mode) {
    EXPECT_EQ(rounded(-1235, 100, mode, "0.05"), "-12.35");
    EXPECT_EQ(rounded(0, 7, mode, "0.01"), "0.00");
    EXPECT_EQ(rounded(75, 1, mode, "25"), "75");
  }
}

TEST(Rounding, overflows_beyond_eighteen_digits) {
  using namespace rounding_test;
  const Rounding cents = Rounding::decimals(2);
  const Ratio largest = Decimal(Decimal::largest_mantissa, 2);
  EXPECT_EQ(round(largest, cents).text(), "9999999999999999.99");
  EXPECT_EQ(round(-largest, cents).text(), "-9999999999999999.99");
  EXPECT_THROW(round(largest + Ratio::of(1, 200), cents), Overflow);
  EXPECT_THROW(round(-largest - Ratio::of(1, 200), cents), Overflow);
  EXPECT_EQ(round(largest + Ratio::of(1, 201), cents).text(), "9999999999999999.99");
  EXPECT_THROW(round(Ratio(1), Rounding::decimals(18)), Overflow);
  EXPECT_THROW(round(largest * largest, cents), Overflow);
}

TEST(Rounding, refuses_a_step_that_is_not_positive) {
  using namespace rounding_test;
  EXPECT_THROW(round(Ratio(1), {RoundingMode::half_up, Decimal(0, 2)}), std::domain_error);
  EXPECT_THROW(round(Ratio(1), {RoundingMode::half_up, Decimal(-1, 2)}), std::domain_error);
}

TEST(Rounding, is_equal_when_mode_and_written_step_are) {
  using namespace rounding_test;
  EXPECT_EQ(Rounding(), Rounding::decimals(2));
  EXPECT_NE(Rounding(), Rounding::decimals(2, RoundingMode::down));
  EXPECT_NE((Rounding{RoundingMode::up, Decimal(1, 1)}),
            (Rounding{RoundingMode::up, Decimal(10, 2)}));
}

TEST(Rounding, has_the_words_of_the_contract_format) {
  const char* expected[] = {"half-up", "half-even", "half-down", "up", "down", "ceiling", "floor"};
  for (std::size_t i = 0; i < rounding_test::every_mode.size(); ++i) {
    EXPECT_EQ(word(rounding_test::every_mode[i]), expected[i]);
  }
}

RC_GTEST_PROP(RoundingProperty, agrees_with_floor_division_on_any_value, ()) {
  using namespace rounding_test;
  for (int again = 0; again < draw::rounds; ++again) {
    const auto integer = rc::gen::weightedOneOf<std::int64_t>(
        {{2, draw::in_range<std::int64_t>(-10'000'000, 10'000'001)},
         {1, draw::any<std::int64_t>()}});
    const auto positive = rc::gen::weightedOneOf<std::int64_t>(
        {{2, draw::in_range<std::int64_t>(1, 100'000)},
         {1, rc::gen::map(draw::any<std::uint32_t>(),
                          [](std::uint32_t n) { return std::int64_t{n} * 0x7fff'ffff + 1; })}});
    check_every_mode(value_of(*integer, *positive), any_step());
  }
}

RC_GTEST_PROP(RoundingProperty, agrees_on_big_values, ()) {
  using namespace rounding_test;
  for (int again = 0; again < draw::rounds; ++again) {
    Value value = value_of(*draw::in_range<std::int64_t>(-1'000'000, 1'000'001), 1);
    for (int i = 0; i < 5; ++i) {  // no common factors: the fraction outgrows 64 bits
      const auto factor = *draw::in_range<std::int64_t>(90'000, 110'000);
      value.numerator *= 2 * factor + 1;
      value.denominator *= 65'536 * 4;
      value.ratio = value.ratio * Ratio::of(2 * factor + 1, 65'536 * 4);
    }
    check_every_mode(value, any_step());
  }
}

RC_GTEST_PROP(RoundingProperty, decides_ties_and_what_lies_one_part_beside_them, ()) {
  using namespace rounding_test;
  for (int again = 0; again < draw::rounds; ++again) {
    const Decimal step = any_step();
    const auto steps = *draw::in_range<std::int64_t>(-1'000'000, 1'000'001);
    constexpr std::int64_t parts = 1'000'000'000'000;
    for (const int beside : {-1, 0, 1}) {
      // (steps + 1/2 + beside/parts) * step
      const cpp_int in_parts = cpp_int(steps) * parts + parts / 2 + beside;
      const Value value{in_parts * step.mantissa(), parts * ten_to(step.scale()),
                        (Ratio(steps) + Ratio::of(1, 2) + Ratio::of(beside, parts)) * step};
      check_every_mode(value, step);
    }
  }
}

RC_GTEST_PROP(RoundingProperty, changes_nothing_the_second_time, ()) {
  using namespace rounding_test;
  for (int again = 0; again < draw::rounds; ++again) {
    const Decimal step(*rc::gen::element<std::int64_t>(1, 5, 25), *draw::in_range(0, 5));
    const auto numerator = *draw::in_range<std::int64_t>(-1'000'000, 1'000'001);
    const auto denominator = *draw::in_range<std::int64_t>(1, 100'000);
    for (const RoundingMode mode : every_mode) {
      const Decimal once = round(Ratio::of(numerator, denominator), {mode, step});
      RC_ASSERT(round(once, {mode, step}).same_text(once));
    }
  }
}
