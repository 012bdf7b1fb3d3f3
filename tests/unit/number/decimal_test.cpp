#include "pricetalk/number/decimal.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <type_traits>

#include "draw.hpp"

namespace decimal_test {

using pricetalk::Decimal;

static_assert(!std::is_constructible_v<Decimal, double>);
static_assert(!std::is_constructible_v<Decimal, float>);
static_assert(!std::is_constructible_v<Decimal, double, int>);
static_assert(!std::is_convertible_v<int, Decimal>);

std::string digit_text(std::size_t length, bool leading_zero_allowed) {
  auto text = *rc::gen::container<std::string>(length, draw::in_range<char>('0', '9' + 1));
  if (!leading_zero_allowed && length > 1 && text[0] == '0') text[0] = '7';
  return text;
}

struct Written {
  std::string whole;
  std::string decimals;
  bool negative = false;

  bool is_zero() const { return (whole + decimals).find_first_not_of('0') == std::string::npos; }
  std::string text() const {
    return (negative && !is_zero() ? "-" : "") + whole + (decimals.empty() ? "" : "." + decimals);
  }
};

Written any_written() {
  Written written;
  written.whole = digit_text(*draw::in_range<std::size_t>(1, 19), false);
  const std::size_t room = written.whole == "0" ? 18 : 18 - written.whole.size();
  written.decimals = digit_text(*draw::in_range<std::size_t>(0, room + 1), true);
  written.negative = *rc::gen::arbitrary<bool>();
  return written;
}

// Compares by the digits alone: both padded to the same shape.
int compare_by_digits(const Written& a, const Written& b) {
  const auto key = [](const Written& written) {
    return std::string(18 - written.whole.size(), '0') + written.whole + written.decimals +
           std::string(18 - written.decimals.size(), '0');
  };
  const bool a_negative = a.negative && !a.is_zero();
  const bool b_negative = b.negative && !b.is_zero();
  if (a_negative != b_negative) return a_negative ? -1 : 1;
  const int order = key(a).compare(key(b));
  const int sign = order < 0 ? -1 : order > 0 ? 1 : 0;
  return a_negative ? -sign : sign;
}

}  // namespace decimal_test

TEST(Decimal, keeps_the_decimals_as_they_were_written) {
  const auto price = pricetalk::Decimal::parse("31.250");
  ASSERT_TRUE(price);
  EXPECT_EQ(price->mantissa(), 31250);
  EXPECT_EQ(price->scale(), 3);
  EXPECT_EQ(price->text(), "31.250");
}

TEST(Decimal, with_other_decimals_is_equal_in_value_and_not_in_text) {
  using pricetalk::Decimal;
  EXPECT_EQ(Decimal(150, 2), Decimal(15, 1));
  EXPECT_FALSE(Decimal(150, 2).same_text(Decimal(15, 1)));
  EXPECT_TRUE(Decimal(150, 2).same_text(Decimal(150, 2)));
  EXPECT_EQ(Decimal(0, 0), Decimal(0, 18));
}

TEST(Decimal, compares_the_largest_with_the_smallest_without_overflow) {
  using pricetalk::Decimal;
  const Decimal largest(Decimal::largest_mantissa, 0);
  const Decimal lowest(-Decimal::largest_mantissa, 0);
  EXPECT_LT(lowest, Decimal(-Decimal::largest_mantissa, 18));
  EXPECT_LT(Decimal(Decimal::largest_mantissa, 18), Decimal(1, 0));
  EXPECT_LT(Decimal(Decimal::largest_mantissa, 18), largest);
  EXPECT_GT(Decimal(Decimal::largest_mantissa, 0), Decimal(Decimal::largest_mantissa, 1));
}

TEST(Decimal, prints_a_zero_before_the_point) {
  using pricetalk::Decimal;
  EXPECT_EQ(Decimal(-5, 2).text(), "-0.05");
  EXPECT_EQ(Decimal(-50, 2).text(), "-0.50");
  EXPECT_EQ(Decimal(5, 1).text(), "0.5");
  EXPECT_EQ(Decimal(0, 2).text(), "0.00");
  EXPECT_EQ(Decimal(0, 0).text(), "0");
  EXPECT_EQ(Decimal(1, 18).text(), "0.000000000000000001");
  EXPECT_EQ(Decimal(-Decimal::largest_mantissa, 18).text(), "-0.999999999999999999");
  EXPECT_EQ(Decimal(-1200, 0).text(), "-1200");
}

TEST(Decimal, reads_signs_and_underscores_between_digits) {
  using pricetalk::Decimal;
  const std::pair<const char*, Decimal> cases[] = {
      {"+0.1", {1, 1}},
      {"-0.1", {-1, 1}},
      {"1_000.5", {10005, 1}},
      {"1_2_3", {123, 0}},
      {"0.00_1", {1, 3}},
      {"007", {7, 0}},
      {"-0", {0, 0}},
      {"-0.00", {0, 2}},
      {"0000000000000000000000001", {1, 0}},
      {"0.000000000000000000", {0, 18}},
      {"999999999999999999", {999'999'999'999'999'999, 0}},
      {"-0.999999999999999999", {-999'999'999'999'999'999, 18}},
  };
  for (const auto& [text, expected] : cases) {
    const auto decimal = Decimal::parse(text);
    ASSERT_TRUE(decimal) << text;
    EXPECT_TRUE(decimal->same_text(expected)) << text << " was read as " << decimal->text();
  }
}

TEST(Decimal, refuses_what_is_not_a_plain_number) {
  for (const char* text :
       {"",    "+",    "-",    ".",    ".5",    "5.",      "-.5", "1.2.3", "1,5",
        "1e2", "1E-2", "inf",  "nan",  "+inf",  "0x10",    " 1",  "1 ",    "1 000",
        "_1",  "1_",   "1__0", "1_.5", "1._5",  "--1",     "+-1", "1-",    "1.-5",
        "4%",  "EUR",  "1.5_", "-_1",  "1'000", "\xd9\xa1"}) {
    EXPECT_FALSE(pricetalk::Decimal::parse(text)) << text;
  }
  EXPECT_FALSE(pricetalk::Decimal::parse(std::string_view("1\0", 2)));
}

TEST(Decimal, refuses_more_than_eighteen_digits_or_decimals) {
  using pricetalk::Decimal;
  EXPECT_FALSE(Decimal::parse("1000000000000000000"));
  EXPECT_FALSE(Decimal::parse("9223372036854775808"));
  EXPECT_FALSE(Decimal::parse("-9999999999999999999999999999999999999999"));
  EXPECT_FALSE(Decimal::parse("1.000000000000000000"));
  EXPECT_FALSE(Decimal::parse("123456789.0123456789"));
  EXPECT_FALSE(Decimal::parse("0.0000000000000000000"));
}

RC_GTEST_PROP(DecimalProperty, prints_what_it_read, ()) {
  for (int again = 0; again < draw::rounds; ++again) {
    const auto written = decimal_test::any_written();
    const auto decimal = pricetalk::Decimal::parse(written.text());
    RC_ASSERT(decimal.has_value());
    RC_ASSERT(decimal->text() == written.text());
    RC_ASSERT(decimal->scale() == static_cast<int>(written.decimals.size()));
    RC_ASSERT(decimal->is_negative() == (written.text()[0] == '-'));
    RC_ASSERT(decimal->is_zero() == written.is_zero());
  }
}

RC_GTEST_PROP(DecimalProperty, is_ordered_as_its_digits_are, ()) {
  for (int again = 0; again < draw::rounds; ++again) {
    const auto a = decimal_test::any_written();
    auto b = decimal_test::any_written();
    if (*rc::gen::arbitrary<bool>()) {  // near neighbours: the same number with more decimals
      b = a;
      if (b.decimals.size() + b.whole.size() < 18) b.decimals += *rc::gen::element('0', '1');
    }
    const auto left = pricetalk::Decimal::parse(a.text());
    const auto right = pricetalk::Decimal::parse(b.text());
    RC_ASSERT(left && right);
    const int expected = decimal_test::compare_by_digits(a, b);
    RC_ASSERT((*left < *right) == (expected < 0));
    RC_ASSERT((*left > *right) == (expected > 0));
    RC_ASSERT((*left == *right) == (expected == 0));
  }
}
