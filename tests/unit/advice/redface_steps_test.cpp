#include <gmock/gmock.h>

#include "red_face_case.hpp"

namespace pricetalk {
namespace redface_steps_test {

using red_face_case::Case;
using red_face_case::fixed;
using red_face_case::replaced;
using red_face_case::text;
using red_face_case::thresholds;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// Two clauses, 5 % and 2 %, each on its own day of the year, in 2021 only.
std::string two_clauses(const char* second) {
  return fixed("clause = [\"a\", \"b\"]",
               std::string("[clause.a]\nadjust = { dates = [2021-01-01] }\nformula = \"change = "
                           "5%\"\n[clause.b]\nadjust = { dates = [") +
                   second + "] }\nformula = \"change = 2%\"\n");
}

TEST(RedFaceSteps, see_two_increases_within_twelve_months) {
  const auto found = Case(two_clauses("2021-12-31"), "2022-02-28").of("stacked-increases");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(text(*found[0].per_year), "252.00");  // 2 % of 105.00 is 2.10, x 120
  // Two months at 21.00, and 31 December: 107.10 x 10 / 31 = 34.55 less 105.00 x 10 / 31 = 33.87.
  EXPECT_EQ(text(*found[0].total), "42.68");
  EXPECT_EQ(found[0].since, priced::day("2021-12-31"));
  EXPECT_THAT(Case(two_clauses("2022-01-01"), "2022-02-28").of("stacked-increases"), IsEmpty());
  EXPECT_THAT(Case(two_clauses("2021-06-01"), "2022-02-28")
                  .of("stacked-increases", thresholds("stacked_months = 5")),
              IsEmpty());
}

TEST(RedFaceSteps, leave_a_clause_alone_that_runs_as_often_as_agreed) {
  const std::string monthly =
      fixed("clause = \"a\"",
            "[clause.a]\nadjust = { every = \"6 months\", first = 2020-07-01 }\nformula = \"change "
            "= 1%\"\n");
  EXPECT_THAT(Case(monthly, "2022-06-01").of("stacked-increases"), IsEmpty());
}

/// A price that follows `k`, with a surcharge that follows `surcharge_series`.
std::string with_surcharge(const char* surcharge_series) {
  return fixed("clause = \"a\"\nsurcharges = [\"fuel\"]",
               std::string("[clause.a]\nadjust = { every = \"year\", on = \"01-01\" }\n"
                           "[clause.a.index.X]\nseries = \"k\"\nuse = \"previous year\"\n"
                           "[clause.fuel]\nformula = \"surcharge = (F - 100) * 0.1\"\n"
                           "[clause.fuel.index.F]\nseries = \"") +
                   surcharge_series +
                   "\"\nuse = \"previous year\"\n"
                   "[[series]]\nid = \"k\"\nfigures = [[\"2018\", 100], [\"2019\", 100], "
                   "[\"2020\", 110]]\n"
                   "[[series]]\nid = \"f\"\nfigures = [[\"2018\", 100], [\"2019\", 100], "
                   "[\"2020\", 150]]\n");
}

TEST(RedFaceSteps, see_one_series_in_the_price_and_in_its_surcharge) {
  const auto found = Case(with_surcharge("k"), "2021-06-01").of("cost-charged-twice");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(text(*found[0].per_year), "120.00");  // (110 - 100) x 0.1 = 1.00, x 120
  EXPECT_THAT(Case(with_surcharge("f"), "2021-06-01").of("cost-charged-twice"), IsEmpty());
  EXPECT_THAT(Case(with_surcharge("k"), "2020-06-01").of("cost-charged-twice"),
              IsEmpty());  // 0.00 in that year
}

TEST(RedFaceSteps, see_a_temporary_line_that_stayed) {
  const std::string line = fixed("temporary_until = 2020-12-31");
  const auto found = Case(line, "2021-02-01").of("temporary-surcharge-stayed");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(text(*found[0].per_year), "12000.00");
  // January 1,000.00, and 1 February 1,000.00 / 28.
  EXPECT_EQ(text(*found[0].total), "1035.71");
  EXPECT_EQ(found[0].since, priced::day("2021-01-01"));
  EXPECT_THAT(Case(line, "2021-01-31").of("temporary-surcharge-stayed"), IsEmpty());  // 31 days
  EXPECT_THAT(Case(fixed("temporary_until = 2020-12-31\nuntil = 2020-12-31"), "2021-06-01")
                  .of("temporary-surcharge-stayed"),
              IsEmpty());  // it ended
}

TEST(RedFaceSteps, count_only_the_surcharge_of_a_line_that_has_one) {
  const std::string line =
      replaced(with_surcharge("f"), "surcharges =", "temporary_until = 2020-12-31\nsurcharges =");
  const auto found = Case(line, "2021-06-01").of("temporary-surcharge-stayed");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(text(*found[0].per_year), "600.00");  // (150 - 100) x 0.1 = 5.00, x 120
}

/// `p` is waived on 1 January 2021; `q` rises by `change` on `day`.
std::string waived(const char* day, const char* change, const char* quantity = "10") {
  return fixed("clause = \"a\"",
               std::string("[price.q]\nunit_price = 50.00\nprice_date = 2020-01-01\nclause = "
                           "\"b\"\nquantity = [{ per_month = 10 }, { from = 2021-07-01, per_month "
                           "= ") +
                   quantity +
                   " }]\n[clause.a]\nadjust = { every = \"year\", on = \"01-01\" }\nformula = "
                   "\"change = 4%\"\n[clause.b]\nadjust = { dates = [" +
                   day + "] }\nformula = \"change = " + change +
                   "\"\n[[decision]]\ndate = 2021-01-01\nclause = \"a\"\nkind = \"waived\"\n");
}

TEST(RedFaceSteps, see_a_waived_step_that_comes_back_in_another_line) {
  const auto found = Case(waived("2021-05-01", "3%"), "2022-06-01").of("waived-and-taken-back");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].line, "q");
  EXPECT_EQ(text(*found[0].per_year), "180.00");  // 1.50 x 120
  EXPECT_EQ(found[0].since, priced::day("2021-05-01"));
  EXPECT_THAT(Case(waived("2021-05-01", "2.9%"), "2022-06-01").of("waived-and-taken-back"),
              IsEmpty());
  EXPECT_THAT(Case(waived("2021-12-31", "3%"), "2022-06-01").of("waived-and-taken-back"),
              SizeIs(1));
  EXPECT_THAT(Case(waived("2022-01-01", "3%"), "2022-06-01").of("waived-and-taken-back"),
              IsEmpty());
}

TEST(RedFaceSteps, see_a_waived_step_that_comes_back_in_the_quantity) {
  const auto found =
      Case(waived("2021-05-01", "1%", "11"), "2022-06-01").of("waived-and-taken-back");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(text(*found[0].per_year), "606.00");  // twelve more at 50.50
  EXPECT_THAT(Case(waived("2021-05-01", "1%", "10.9"), "2022-06-01").of("waived-and-taken-back"),
              IsEmpty());
}

/// 100.00 rises by 1.234 % a year, rounded to whole euros.
std::string rounded(const char* mode, const char* change = "1.234%") {
  return fixed("clause = \"a\"",
               std::string("[clause.a]\nadjust = { every = \"year\", on = \"01-01\" }\nformula = "
                           "\"change = ") +
                   change + "\"\nrounding = { price = { to = 1, mode = \"" + mode + "\" } }\n");
}

TEST(RedFaceSteps, see_rounding_that_always_falls_on_our_side) {
  // 102, 104, 106 instead of 100 x 1.01234^3 = 103.74787…: twelve invoices of 1,060.00 instead of
  // 1,037.48.
  const auto found = Case(rounded("up"), "2023-06-01").of("rounding-one-way");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(text(*found[0].per_year), "270.24");
  EXPECT_EQ(found[0].since, priced::day("2021-01-01"));
  EXPECT_THAT(found[0].title.nl, HasSubstr("3 keer in ons voordeel"));
  EXPECT_THAT(Case(rounded("up"), "2022-06-01").of("rounding-one-way"), IsEmpty());  // two steps
  EXPECT_THAT(Case(rounded("up"), "2023-06-01")
                  .of("rounding-one-way", thresholds("rounding_amount = 270.24")),
              SizeIs(1));
  EXPECT_THAT(Case(rounded("up"), "2023-06-01")
                  .of("rounding-one-way", thresholds("rounding_amount = 270.25")),
              IsEmpty());
  EXPECT_THAT(Case(rounded("down"), "2023-06-01").of("rounding-one-way"), IsEmpty());
  // Half-up at 1.6 %: 102 (up), 104 (up from 103.632), 106 (up from 105.664).
  EXPECT_THAT(Case(rounded("half-up", "1.6%"), "2023-06-01").of("rounding-one-way"), SizeIs(1));
  // At 1.4 % it falls on the other side.
  EXPECT_THAT(Case(rounded("half-up", "1.4%"), "2023-06-01").of("rounding-one-way"), IsEmpty());
}

/// Falls by 2 % a year, six years in all, from `price`; the market asks 100.00.
std::string glide(const char* price) {
  return replaced(
      replaced(fixed("clause = \"a\"",
                     "[clause.a]\nadjust = { every = \"year\", on = \"01-01\" }\nformula = "
                     "\"change = -2%\"\n[[price_level]]\nprice = \"p\"\nnormal = 100.00\nas_of = "
                     "2020-06-01\n"),
               "100.00", price),
      "start = 2020-01-01", "start = 2020-01-01\nend = 2025-12-31");
}

TEST(RedFaceSteps, see_decreases_that_the_first_price_paid_for) {
  // 6 / (1 + 0.98 + … + 0.98^5) - 1 = 5.118 %: METHODS 6.2 has 5.1 %.
  const auto found = Case(glide("105.12"), "2021-06-01").of("decrease-prefunded");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(text(*found[0].per_year), "614.40");  // 5.12 x 120
  EXPECT_THAT(found[0].title.en, HasSubstr("the decreases are worth 5.1%"));
  EXPECT_THAT(found[0].evidence, SizeIs(2));
  EXPECT_THAT(Case(glide("105.11"), "2021-06-01").of("decrease-prefunded"), IsEmpty());
  EXPECT_THAT(Case(glide("104.10"), "2021-06-01")
                  .of("decrease-prefunded", thresholds("prefunded = \"80%\"")),
              SizeIs(1));  // 80 % of 5.118 is 4.094
}

}  // namespace redface_steps_test
}  // namespace pricetalk
