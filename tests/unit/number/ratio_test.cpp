#include "pricetalk/number/ratio.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <boost/multiprecision/cpp_int.hpp>
#include <limits>
#include <vector>

#include "draw.hpp"

namespace ratio_test {

using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;
using pricetalk::Decimal;
using pricetalk::Ratio;

constexpr auto lowest = std::numeric_limits<std::int64_t>::min();
constexpr auto highest = std::numeric_limits<std::int64_t>::max();

static_assert(!std::is_constructible_v<Ratio, double>);
static_assert(!std::is_constructible_v<Ratio, float>);
static_assert(!std::is_constructible_v<Ratio, bool>);
static_assert(std::is_convertible_v<int, Ratio>);
static_assert(std::is_convertible_v<Decimal, Ratio>);

struct Fraction {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;

  Ratio ratio() const { return Ratio::of(numerator, denominator); }
  cpp_rational reference() const {
    return cpp_rational(cpp_int(numerator)) / cpp_rational(cpp_int(denominator));
  }
};

[[maybe_unused]] std::ostream& operator<<(std::ostream& out, const Fraction& fraction) {
  return out << fraction.numerator << "/" << fraction.denominator;
}

rc::Gen<std::int64_t> any_integer() {
  return rc::gen::weightedOneOf<std::int64_t>(
      {{4, draw::in_range<std::int64_t>(-1000, 1001)},
       {3, draw::in_range<std::int64_t>(-100'000'000, 100'000'001)},
       {3, draw::any<std::int64_t>()},
       {2, rc::gen::elementOf(std::vector<std::int64_t>{
               lowest, lowest + 1, highest, highest - 1, 0, 1, -1, std::int64_t{1} << 62,
               std::int64_t{1} << 32, 1'000'000'000'000'000'000})}});
}

rc::Gen<Fraction> any_fraction() {
  const auto power = rc::gen::element<std::int64_t>(1, 10, 100, 1000, 10'000, 1'000'000'000);
  return rc::gen::build<Fraction>(
      rc::gen::set(&Fraction::numerator, any_integer()),
      rc::gen::set(&Fraction::denominator,
                   rc::gen::distinctFrom(rc::gen::oneOf(power, any_integer()), 0)));
}

std::string text(const cpp_rational& value) {
  const cpp_int denominator = boost::multiprecision::denominator(value);
  const std::string top = boost::multiprecision::numerator(value).str();
  return denominator == 1 ? top : top + "/" + denominator.str();
}

int sign(std::strong_ordering order) { return order < 0 ? -1 : order > 0 ? 1 : 0; }

bool fits(const cpp_rational& value) {
  return abs(boost::multiprecision::numerator(value)) <= highest &&
         boost::multiprecision::denominator(value) <= highest;
}

}  // namespace ratio_test

TEST(Ratio, is_exact_where_decimals_are_not) {
  using pricetalk::Ratio;
  const Ratio third = Ratio::of(1, 3);
  EXPECT_EQ(third + third + third, 1);
  EXPECT_EQ(third * 3, 1);
  EXPECT_EQ(Ratio(pricetalk::Decimal(1, 1)) + pricetalk::Decimal(2, 1), pricetalk::Decimal(3, 1));
  EXPECT_EQ((Ratio::of(133, 128) - 1).text(), "5/128");
}

TEST(Ratio, prints_lowest_terms_with_the_sign_in_front) {
  using pricetalk::Ratio;
  EXPECT_EQ(Ratio().text(), "0");
  EXPECT_EQ(Ratio::of(266, 256).text(), "133/128");
  EXPECT_EQ(Ratio::of(25, 5).text(), "5");
  EXPECT_EQ(Ratio::of(1, -3).text(), "-1/3");
  EXPECT_EQ(Ratio::of(-2, -6).text(), "1/3");
  EXPECT_EQ(Ratio::of(0, -6).text(), "0");
}

TEST(Ratio, holds_every_whole_number_of_the_built_in_types) {
  using pricetalk::Ratio;
  EXPECT_EQ(Ratio(ratio_test::lowest).text(), "-9223372036854775808");
  EXPECT_EQ(Ratio(ratio_test::highest).text(), "9223372036854775807");
  EXPECT_EQ(Ratio(std::numeric_limits<std::uint64_t>::max()).text(), "18446744073709551615");
  EXPECT_EQ(Ratio(std::uint64_t{1} << 63).text(), "9223372036854775808");
  EXPECT_EQ(Ratio(std::numeric_limits<std::uint32_t>::max()).text(), "4294967295");
  EXPECT_EQ(Ratio(std::int8_t{-128}).text(), "-128");
  EXPECT_EQ(Ratio(std::size_t{7}), 7);
}

TEST(Ratio, changes_the_sign_of_the_lowest_integer) {
  using pricetalk::Ratio;
  EXPECT_EQ((-Ratio(ratio_test::lowest)).text(), "9223372036854775808");
  EXPECT_EQ(Ratio::of(ratio_test::lowest, -1).text(), "9223372036854775808");
  EXPECT_EQ(Ratio::of(1, ratio_test::lowest).text(), "-1/9223372036854775808");
  EXPECT_EQ(Ratio::of(ratio_test::lowest, ratio_test::lowest), 1);
  EXPECT_EQ(abs(Ratio(ratio_test::lowest)), Ratio(std::uint64_t{1} << 63));
  EXPECT_EQ(abs(Ratio::of(-1, 3)), Ratio::of(1, 3));
  EXPECT_EQ(abs(Ratio()), 0);
}

TEST(Ratio, goes_big_and_returns_when_it_fits) {
  using pricetalk::Ratio;
  Ratio chain = 1;
  for (int i = 1; i <= 40; ++i) chain = chain * Ratio::of(1000 + i, 1000 - i);
  EXPECT_TRUE(chain.is_big());
  for (int i = 40; i >= 1; --i) chain = chain / Ratio::of(1000 + i, 1000 - i);
  EXPECT_FALSE(chain.is_big());
  EXPECT_EQ(chain.text(), "1");

  const Ratio huge = Ratio(ratio_test::highest) * ratio_test::highest;
  EXPECT_TRUE(huge.is_big());
  EXPECT_EQ(huge - huge, 0);
  EXPECT_FALSE((huge - huge).is_big());
  EXPECT_FALSE((huge * 0).is_big());
  EXPECT_EQ(huge / huge, 1);
}

TEST(Ratio, compares_neighbours_whose_cross_products_need_all_bits) {
  using pricetalk::Ratio;
  const auto high = ratio_test::highest;
  EXPECT_LT(Ratio::of(high - 2, high - 1), Ratio::of(high - 1, high));
  EXPECT_GT(Ratio::of(-high + 2, high - 1), Ratio::of(-high + 1, high));
  EXPECT_LT(Ratio(-high), Ratio(high));
  EXPECT_LT(Ratio::of(1, high), Ratio::of(1, high - 1));
  EXPECT_EQ(Ratio::of(2, 4), Ratio::of(3, 6));
  EXPECT_LT(Ratio(high) * -high, Ratio(-high));
  EXPECT_GT(Ratio(high) * high, Ratio(high));
}

TEST(Ratio, refuses_to_divide_by_zero) {
  using pricetalk::Ratio;
  EXPECT_THROW(Ratio(1) / Ratio(0), std::domain_error);
  EXPECT_THROW(Ratio(0) / Ratio::of(0, 7), std::domain_error);
  EXPECT_THROW(Ratio::of(1, 0), std::domain_error);
  const Ratio huge = Ratio(ratio_test::highest) * ratio_test::highest;
  EXPECT_THROW(huge / Ratio(0), std::domain_error);
}

TEST(Ratio, is_a_decimal_only_when_nothing_must_be_rounded) {
  using pricetalk::Ratio;
  const auto text = [](const Ratio& ratio) {
    const auto decimal = ratio.exact_decimal();
    return decimal ? decimal->text() : std::string("none");
  };
  EXPECT_EQ(text(Ratio::of(1, 8)), "0.125");
  EXPECT_EQ(text(Ratio::of(1, 3)), "none");
  EXPECT_EQ(text(Ratio(100)), "100");
  EXPECT_EQ(text(Ratio()), "0");
  EXPECT_EQ(text(Ratio::of(-3, 60)), "-0.05");
  EXPECT_EQ(text(Ratio::of(1500, 1000)), "1.5");
  EXPECT_EQ(text(Ratio::of(0, 7)), "0");
  EXPECT_EQ(text(Ratio::of(1, 262'144)), "0.000003814697265625");
  EXPECT_EQ(text(Ratio::of(1, 524'288)), "none") << "19 decimals";
  EXPECT_EQ(text(Ratio::of(1, 1'000'000'000'000'000'000)), "0.000000000000000001");
  EXPECT_EQ(text(Ratio(pricetalk::Decimal::largest_mantissa)), "999999999999999999");
  EXPECT_EQ(text(Ratio(pricetalk::Decimal::largest_mantissa + 1)), "none");
  EXPECT_EQ(text(Ratio::of(pricetalk::Decimal::largest_mantissa, 2)), "none") << "19 digits";
  EXPECT_EQ(text(Ratio(ratio_test::highest) * ratio_test::highest), "none");
}

RC_GTEST_PROP(RatioProperty, agrees_with_a_big_rational_along_a_chain, ()) {
  using namespace ratio_test;
  for (int again = 0; again < draw::rounds; ++again) {
    const auto start = *any_fraction();
    Ratio value = start.ratio();
    cpp_rational expected = start.reference();
    const int length = *draw::in_range(1, 9);
    for (int i = 0; i < length; ++i) {
      const auto operand = *any_fraction();
      const Ratio other = operand.ratio();
      const cpp_rational reference = operand.reference();
      switch (*draw::in_range(0, 5)) {
        case 0:
          value = value + other;
          expected += reference;
          break;
        case 1:
          value = value - other;
          expected -= reference;
          break;
        case 2:
          value = value * other;
          expected *= reference;
          break;
        case 3:
          if (operand.numerator == 0) break;
          value = value / other;
          expected /= reference;
          break;
        default:
          value = -value;
          expected = -expected;
      }
      RC_ASSERT(value.text() == text(expected));
      RC_ASSERT(value.sign() == expected.sign());
      RC_ASSERT(value.is_zero() == expected.is_zero());
      RC_ASSERT(!value.is_big() || !fits(expected));
    }
  }
}

RC_GTEST_PROP(RatioProperty, returns_from_a_chain_that_is_undone_in_another_order, ()) {
  using namespace ratio_test;
  for (int again = 0; again < draw::rounds; ++again) {
    const auto start = *any_fraction();
    const auto factors = *rc::gen::container<std::vector<Fraction>>(
        6, rc::gen::suchThat(any_fraction(), [](const auto& f) { return f.numerator != 0; }));
    Ratio value = start.ratio();
    for (const auto& factor : factors) value = (value * factor.ratio()) + factor.ratio();
    for (auto factor = factors.rbegin(); factor != factors.rend(); ++factor) {
      value = (value - factor->ratio()) / factor->ratio();
    }
    RC_ASSERT(value == start.ratio());
    RC_ASSERT(value.text() == start.ratio().text());
    RC_ASSERT(value.is_big() == !fits(start.reference()));
  }
}

RC_GTEST_PROP(RatioProperty, is_ordered_as_a_big_rational, ()) {
  using namespace ratio_test;
  for (int again = 0; again < draw::rounds; ++again) {
    const auto a = *any_fraction();
    auto b = *any_fraction();
    if (*rc::gen::arbitrary<bool>()) {  // close to each other
      b = a;
      if (b.numerator < highest) ++b.numerator;
    }
    const Ratio factor =
        *rc::gen::elementOf(std::vector<std::int64_t>{1, highest});  // the second makes both big
    const int expected = a.reference().compare(b.reference());
    RC_ASSERT(sign(a.ratio() * factor <=> b.ratio() * factor) == (expected > 0) - (expected < 0));
    RC_ASSERT((a.ratio() == b.ratio()) == (expected == 0));
  }
}

RC_GTEST_PROP(RatioProperty, leaves_its_operands_as_they_are, ()) {
  using namespace ratio_test;
  for (int again = 0; again < draw::rounds; ++again) {
    const auto fraction = *any_fraction();
    const Ratio value = fraction.ratio() * highest;
    const Ratio copy = value;
    const std::string before = value.text();
    const Ratio other = value + copy * copy - Ratio::of(1, 3);
    RC_ASSERT(value.text() == before);
    RC_ASSERT(copy.text() == before);
    RC_ASSERT((other + Ratio::of(1, 3) - copy * value) == copy);
  }
}

RC_GTEST_PROP(RatioProperty, gives_back_the_decimal_it_was_made_from, ()) {
  using namespace ratio_test;
  for (int again = 0; again < draw::rounds; ++again) {
    const auto mantissa = *draw::any<std::int64_t>() % 1'000'000'000'000'000'000;
    const Decimal decimal(mantissa, *draw::in_range(0, 19));
    const auto exact = Ratio(decimal).exact_decimal();
    RC_ASSERT(exact.has_value());
    RC_ASSERT(*exact == decimal);
    RC_ASSERT(exact->scale() == 0 || exact->mantissa() % 10 != 0);
    RC_ASSERT((Ratio(decimal) * 3 / 3).exact_decimal()->same_text(*exact));
  }
}
