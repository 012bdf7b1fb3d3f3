#include <gmock/gmock.h>

#include "red_face_case.hpp"

namespace pricetalk {
namespace redface_use_test {

using red_face_case::Case;
using red_face_case::charged;
using red_face_case::fixed;
using red_face_case::text;
using testing::IsEmpty;
using testing::SizeIs;

std::string used(const char* quantity, const char* year = "2021") {
  return fixed(std::string("used = [{ year = ") + year + ", quantity = " + quantity + " }]");
}

TEST(RedFaceUse, see_a_line_that_nobody_uses) {
  // 120 bought in 2021; five percent is 6.
  const auto found = Case(used("6"), "2022-03-01").of("paid-but-not-used");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(text(*found[0].per_year), "11400.00");  // 114 x 100.00
  EXPECT_EQ(found[0].title.nl, "p: in 2021 zijn er 120 afgenomen en 6 gebruikt");
  EXPECT_THAT(Case(used("6.1"), "2022-03-01").of("paid-but-not-used"), IsEmpty());
  EXPECT_THAT(Case(used("6"), "2022-03-01").of("volume-over-use"), IsEmpty());  // once is enough
  EXPECT_THAT(Case(used("6", "2022"), "2022-03-01").of("paid-but-not-used"),
              IsEmpty());  // that year is not over
}

TEST(RedFaceUse, see_a_volume_far_over_use) {
  const auto found = Case(used("96"), "2022-03-01").of("volume-over-use");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(text(*found[0].per_year), "2400.00");  // 24 x 100.00
  EXPECT_THAT(Case(used("97"), "2022-03-01").of("volume-over-use"), IsEmpty());
}

TEST(RedFaceUse, count_what_was_invoiced_where_there_are_invoices) {
  const auto found = Case(used("96"), "2022-03-01",
                          {charged("2021-01-01", "2021-12-31", "160", "100.00", "16000.00")})
                         .of("volume-over-use");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(text(*found[0].per_year), "6400.00");  // 64 x 100.00
}

std::string worth(const char* amount, const char* evidence = "evidence = \"minutes\"\n") {
  return fixed("", std::string("[[value.item]]\nwhat = \"a\"\nprice = \"p\"\nper_year = ") +
                       amount + "\n" + evidence);
}

TEST(RedFaceUse, hold_the_agreed_worth_of_a_line_against_its_price) {
  const auto found = Case(worth("11999.99"), "2021-03-01").of("value-below-price");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(text(*found[0].per_year), "0.01");
  EXPECT_THAT(Case(worth("12000.00"), "2021-03-01").of("value-below-price"), IsEmpty());
  EXPECT_THAT(Case(worth("10.00", ""), "2021-03-01").of("value-below-price"),
              IsEmpty());  // our own estimate
  EXPECT_THAT(Case(worth("10800.01"), "2021-03-01")
                  .of("value-below-price", red_face_case::thresholds("value_short = \"10%\"")),
              IsEmpty());
}

std::string saving(const char* realised, const char* start = "2021-01-01") {
  return fixed("", std::string("[innovation.i]\nwhat = \"sensors\"\nstart = ") + start +
                       "\nsaving_per_year = { cautious = 1000.00 }\nrealised = [{ year = 2021, "
                       "saving = " +
                       realised + " }]\n");
}

TEST(RedFaceUse, see_a_promised_saving_that_stayed_behind) {
  const auto found = Case(saving("900.00"), "2022-02-01").of("saving-not-realised");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(text(*found[0].per_year), "100.00");
  EXPECT_THAT(Case(saving("900.01"), "2022-02-01").of("saving-not-realised"), IsEmpty());
  EXPECT_THAT(Case(saving("900.00", "2021-01-02"), "2022-02-01").of("saving-not-realised"),
              IsEmpty());  // 2021 was no full year
  EXPECT_THAT(Case(saving("900.00"), "2021-12-31").of("saving-not-realised"), IsEmpty());
}

}  // namespace redface_use_test
}  // namespace pricetalk
