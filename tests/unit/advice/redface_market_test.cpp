#include <gmock/gmock.h>

#include "red_face_case.hpp"

namespace redface_market_test {

using namespace red_face_case;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// A band of 40.00 to 90.00 that a series moves; the price is 100.00.
std::string moved(const char* as_of, const std::string& figures, const std::string& line = "") {
  return fixed(line, std::string("[[price_level]]\nprice = \"p\"\nlow = 40.00\nnormal = 60.00\n") +
                         "high = 90.00\nas_of = " + as_of +
                         "\nmoved_by = \"w\"\n[[series]]\nid = \"w\"\ndecimals = 1\nfigures = [" +
                         figures + "]\n");
}

TEST(RedFaceMarket, moves_a_band_by_the_figure_of_its_own_period) {
  const std::string figures = "[\"2020-05\", 100.0], [\"2020-06\", 105.0]";
  const auto found = Case(moved("2020-05-15", figures), "2020-08-01").of("price-above-market");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found[0].title.en, HasSubstr("the market asks €94.50 at most"));
  EXPECT_EQ(text(*found[0].per_year), "660.00");  // 5.50 x 120
}

TEST(RedFaceMarket, says_nothing_of_a_band_that_cannot_be_moved) {
  // The series stopped before the day of the level, or that month is not in it.
  EXPECT_THAT(Case(moved("2020-07-15", "[\"2020-05\", 100.0], [\"2020-06\", 105.0]"), "2020-10-01")
                  .of("price-above-market"),
              IsEmpty());
  EXPECT_THAT(Case(moved("2020-06-15", "[\"2020-05\", 100.0], [\"2020-07\", 105.0]"), "2020-10-01")
                  .of("price-above-market"),
              IsEmpty());
}

TEST(RedFaceMarket, takes_a_discount_off_as_long_as_it_holds) {
  // 99.00 up to and including June 2020, then 100.00.
  const std::string level =
      "[[price_level]]\nprice = \"p\"\nlow = 40.00\nnormal = 60.00\nhigh = 90.00\n"
      "as_of = 2020-01-01\n";
  const std::string until = "discount = { rate = \"1%\", until = 2020-06-30 }\n";
  const auto found = Case(fixed(until, level), "2020-01-01").of("price-above-market");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found[0].title.en, HasSubstr("€99.00"));
  EXPECT_EQ(text(*found[0].per_year), "1140.00");  // 60 x 9.00 + 60 x 10.00
}

TEST(RedFaceMarket, holds_agreed_worth_against_invoices_with_the_discount_while_it_holds) {
  const std::string worth =
      "[[value.item]]\nwhat = \"w\"\nprice = \"p\"\nper_year = 6000.00\nevidence = \"e\"\n";
  const std::string until = "discount = { rate = \"10%\", until = 2020-06-30 }\n";
  const auto found = Case(fixed(until, worth), "2020-01-01").of("value-below-price");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(text(*found[0].per_year), "5400.00");  // 60 x 90.00 + 60 x 100.00, less 6,000.00
}

}  // namespace redface_market_test
