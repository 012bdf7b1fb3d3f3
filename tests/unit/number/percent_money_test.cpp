#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <concepts>

#include "draw.hpp"
#include "pricetalk/number/money.hpp"

namespace percent_money_test {

using pricetalk::Currency;
using pricetalk::Decimal;
using pricetalk::Money;
using pricetalk::Percent;
using pricetalk::Points;
using pricetalk::Ratio;

template <class A, class B>
concept multiplies = requires(A a, B b) {
  a* b;
};

static_assert(!multiplies<Money, Money>);
static_assert(multiplies<Money, Ratio>);
static_assert(!std::convertible_to<Percent, Ratio>);
static_assert(!std::convertible_to<Percent, Decimal>);
static_assert(!std::convertible_to<Points, Percent>);

Currency currency(const char* code) { return *Currency::parse(code); }

}  // namespace percent_money_test

TEST(Percent, becomes_a_fraction_only_by_name) {
  using namespace percent_money_test;
  EXPECT_EQ(Percent{Decimal(45, 1)}.as_fraction(), Ratio(Decimal(45, 3)));
  EXPECT_EQ(Percent{Decimal(4, 0)}.as_fraction(), Ratio::of(1, 25));
  EXPECT_EQ(Percent{Decimal(-10, 1)}.as_fraction(), Ratio::of(-1, 100));
  EXPECT_EQ(Percent{Decimal(1, 18)}.as_fraction() * 100, Ratio(Decimal(1, 18)));
}

TEST(Percent, prints_its_decimals_as_written) {
  using namespace percent_money_test;
  EXPECT_EQ(Percent{Decimal(450, 2)}.text(), "4.50%");
  EXPECT_EQ(Percent{Decimal(-5, 1)}.text(), "-0.5%");
  EXPECT_EQ(Percent{Decimal(100, 0)}.text(), "100%");
  EXPECT_EQ(Percent{Decimal(450, 2)}, Percent{Decimal(45, 1)});
}

TEST(Currency, is_three_capital_letters) {
  using pricetalk::Currency;
  EXPECT_EQ(Currency::parse("EUR")->code(), "EUR");
  EXPECT_EQ(Currency().code(), "EUR");
  for (const char* code : {"", "EU", "EURO", "eur", "E R", "E1R", "\xe2\x82\xac"}) {
    EXPECT_FALSE(Currency::parse(code)) << code;
  }
}

TEST(Currency, knows_the_decimals_of_its_smallest_unit) {
  using percent_money_test::currency;
  for (const char* code : {"EUR", "USD", "GBP", "CHF", "SEK", "HUF", "TWD"}) {
    EXPECT_EQ(currency(code).minor_decimals(), 2) << code;
  }
  for (const char* code : {"JPY", "KRW", "ISK", "CLP", "VND", "XAF", "XOF", "XPF", "PYG", "UGX",
                           "RWF", "KMF", "GNF", "DJF", "BIF", "VUV"}) {
    EXPECT_EQ(currency(code).minor_decimals(), 0) << code;
  }
  for (const char* code : {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"}) {
    EXPECT_EQ(currency(code).minor_decimals(), 3) << code;
  }
}

TEST(Money, times_a_ratio_is_exact_until_it_is_rounded) {
  using namespace percent_money_test;
  const Money price{*Decimal::parse("31.25"), currency("EUR")};
  const auto exact = price * Ratio::of(1, 3);
  EXPECT_EQ(exact.amount.text(), "125/12");
  EXPECT_EQ(round(exact, price.currency.rounding()).text(), "10.42 EUR");

  const Money yen{*Decimal::parse("100"), currency("JPY")};
  EXPECT_EQ(round(yen * Ratio::of(1005, 1000), yen.currency.rounding()).text(), "101 JPY");
  const Money dinar{*Decimal::parse("1.000"), currency("KWD")};
  EXPECT_EQ(round(dinar * Ratio::of(2, 3), dinar.currency.rounding()).text(), "0.667 KWD");
}

TEST(Money, of_another_currency_is_another_amount) {
  using namespace percent_money_test;
  EXPECT_EQ((Money{Decimal(150, 2), currency("EUR")}), (Money{Decimal(15, 1), currency("EUR")}));
  EXPECT_NE((Money{Decimal(150, 2), currency("EUR")}), (Money{Decimal(150, 2), currency("USD")}));
  EXPECT_EQ((Money{Decimal(1845000, 2), currency("EUR")}).text(), "18450.00 EUR");
}

RC_GTEST_PROP(MoneyProperty, comes_back_when_a_factor_is_undone, ()) {
  using namespace percent_money_test;
  for (int again = 0; again < draw::rounds; ++again) {
    const Money price{Decimal(*draw::in_range<std::int64_t>(-1'000'000'000, 1'000'000'001), 2), {}};
    const Ratio factor = Ratio::of(*draw::in_range<std::int64_t>(1, 1'000'000),
                                   *draw::in_range<std::int64_t>(1, 1'000'000));
    const auto exact = price * factor;
    RC_ASSERT(exact.amount / factor == Ratio(price.amount));
    RC_ASSERT(round({exact.amount / factor, exact.currency}, price.currency.rounding()) == price);
  }
}
