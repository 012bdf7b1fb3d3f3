#include <algorithm>

#include "priced.hpp"
#include "reading/two_readings.hpp"

// What caps, parts and surcharges leave open. All figures by hand.
namespace pricing_open_points_test {

using namespace pricetalk;
using priced::day;
using priced::Talk;

std::string one_line(const std::string& line, const std::string& clauses) {
  return "schema = 1\n[contract]\nid = \"T\"\ncurrency = \"EUR\"\nstart = 2020-01-01\n"
         "[price.p]\nprice_date = 2020-01-01\n" +
         line + "\n" + clauses;
}

const OtherReading* find(const TwoReadings& readings, std::string_view id) {
  const auto found = std::find_if(readings.open.begin(), readings.open.end(),
                                  [&](const OtherReading& other) { return other.id == id; });
  return found == readings.open.end() ? nullptr : &*found;
}

TwoReadings read(const Talk& talk, const char* on) { return two_readings(talk.context(), day(on)); }

const PointRead* stated(const TwoReadings& readings, Point point) {
  const auto found = std::find_if(readings.stated.begin(), readings.stated.end(),
                                  [&](const PointRead& each) { return each.point == point; });
  return found == readings.stated.end() ? nullptr : &*found;
}

std::string quarterly(const std::string& limits, const std::string& every = "quarter") {
  return one_line("unit_price = 100.00\nclause = \"c\"",
                  "[clause.c]\nadjust = { every = \"" + every +
                      "\", first = 2020-04-01 }\nformula = \"change = 2%\"\nlimits = { " + limits +
                      " }\n");
}

TEST(OpenPoints, a_cap_may_hold_for_each_adjustment_or_for_a_year) {
  // 102, 104.04, 106.12, 108.24 (106.12 x 1.02 = 108.2424). In a year: 102, then at most 103 % of
  // the price of a year before, which is 100 up to and including 1 January 2021.
  const Talk talk(quarterly("cap = \"3%\""));
  const TwoReadings all = read(talk, "2021-01-15");
  const OtherReading* other = find(all, "cap-per-year");
  ASSERT_NE(other, nullptr);
  EXPECT_EQ(other->used.point, Point::cap_per);
  EXPECT_EQ(other->used.as_read.nl, "elke aanpassing apart");
  EXPECT_EQ(priced::text(other->price), "103.00");
  EXPECT_EQ(other->difference, Ratio::of(-524, 100));
}

TEST(OpenPoints, a_cap_that_says_what_it_counts_for_is_not_open) {
  const Talk talk(quarterly("cap = \"3%\", per = \"year\""));
  const TwoReadings all = read(talk, "2021-01-15");
  EXPECT_EQ(find(all, "cap-per-year"), nullptr);
  ASSERT_NE(stated(all, Point::cap_per), nullptr);
  EXPECT_EQ(stated(all, Point::cap_per)->as_read.en, "a year");
  EXPECT_EQ(priced::prices(talk.schedule("p", "2021-07-01")),
            (priced::Texts{"102.00", "103.00", "103.00", "103.00", "105.06", "106.09"}));
}

TEST(OpenPoints, of_a_yearly_clause_a_cap_has_one_meaning) {
  const Talk talk(quarterly("cap = \"1%\"", "12 months"));
  EXPECT_EQ(find(read(talk, "2021-06-01"), "cap-per-year"), nullptr);
}

TEST(OpenPoints, a_year_of_a_cap_starts_anew_after_a_review) {
  // 102, 103 (cap); the review sets 50.00 on 1 October; on 1 January 50 x 1.02 = 51 and on 1 April
  // 52.02 is more than 103 % of 50.
  const std::string review =
      "[clause.r]\nadjust = { dates = [2020-10-01] }\nresets_base = true\n"
      "formula = \"P = 50\"\n";
  std::string text = quarterly("cap = \"3%\", per = \"year\"") + review;
  text.replace(text.find("clause = \"c\""), 12, "clause = [\"c\", \"r\"]");
  EXPECT_EQ(priced::prices(Talk(text).schedule("p", "2021-04-01")),
            (priced::Texts{"102.00", "103.00", "50.00", "51.00", "51.50"}));
}

TEST(OpenPoints, parts_may_be_rounded_each_or_only_as_a_sum) {
  // 10.01 halved is 5.005: each part 5.01. 5.01 x 1.03 = 5.1603 = 5.16, with 5.01 it is 10.17. In
  // full 5.005 x 1.03 + 5.005 = 10.16015 = 10.16.
  const Talk talk(
      one_line("unit_price = 10.01\nparts = [{ name = \"a\", share = \"50%\", clause = "
               "\"c\" }, { name = \"b\", share = \"50%\" }]",
               "[clause.c]\nadjust = { every = \"year\", on = \"01-01\" }\n"
               "formula = \"change = 3%\"\n"));
  EXPECT_EQ(priced::dated(talk.schedule("p", "2021-01-01")),
            (priced::Texts{"2020-01-01 10.02", "2021-01-01 10.17"}));
  const TwoReadings all = read(talk, "2021-06-01");
  const OtherReading* other = find(all, "only-the-sum-of-the-parts-rounded");
  ASSERT_NE(other, nullptr);
  EXPECT_EQ(other->used.as_read.en, "each part rounded, then added");
  EXPECT_EQ(priced::text(other->price), "10.16");
}

TEST(OpenPoints, several_clauses_of_parts_say_it_once) {
  const Talk talk(
      one_line("unit_price = 10.01\nparts = [{ name = \"a\", share = \"50%\", clause = "
               "\"c\" }, { name = \"b\", share = \"50%\", clause = \"d\" }]",
               "[clause.c]\nadjust = { every = \"year\", on = \"01-01\" }\n"
               "formula = \"change = 3%\"\n[clause.d]\nlike = \"c\"\n"));
  const TwoReadings all = read(talk, "2021-06-01");
  EXPECT_EQ(
      std::count_if(all.open.begin(), all.open.end(),
                    [](const OtherReading& o) { return o.used.point == Point::parts_rounding; }),
      1);
}

/// 100.00, 4 % up on 15 January 2021, with a surcharge.
std::string with_surcharge(const std::string& keys) {
  return one_line("unit_price = 100.00\nclause = \"c\"\nsurcharges = [\"s\"]",
                  "[clause.c]\nadjust = { dates = [2021-01-15] }\nformula = \"change = 4%\"\n"
                  "[clause.s]\n" +
                      keys + "\n");
}

TEST(OpenPoints, a_surcharge_may_count_another_day_and_another_price) {
  // 3 % of the 104.00 of the day is 3.12. Of the first of the month, of the day of signature and of
  // the original price it is 3 % of 100.00.
  const Talk talk(with_surcharge("formula = \"surcharge = 3% * P0\""));
  const TwoReadings all = read(talk, "2021-01-20");
  EXPECT_TRUE(all.with_surcharges);
  for (const char* id : {"surcharge-of-the-month", "surcharge-of-the-signature",
                         "surcharge-on-the-original-price"}) {
    SCOPED_TRACE(id);
    const OtherReading* other = find(all, id);
    ASSERT_NE(other, nullptr);
    EXPECT_EQ(priced::text(other->price), "107.00");
    EXPECT_EQ(other->difference, Ratio::of(-12, 100));
  }
  // A month later the first of the month has the new price too.
  const TwoReadings later = read(talk, "2021-02-20");
  EXPECT_EQ(find(later, "surcharge-of-the-month"), nullptr);
  EXPECT_NE(find(later, "surcharge-of-the-signature"), nullptr);
}

TEST(OpenPoints, a_surcharge_may_be_rounded_otherwise) {
  // 0.124 is 0.12 in cents; not rounded it is 0.124, upwards 0.13.
  const Talk talk(with_surcharge("formula = \"surcharge = 0.124\""));
  const TwoReadings all = read(talk, "2020-06-01");
  ASSERT_NE(find(all, "surcharge-not-rounded"), nullptr);
  EXPECT_EQ(find(all, "surcharge-not-rounded")->difference, Ratio::of(4, 1000));
  ASSERT_NE(find(all, "surcharge-rounded-up"), nullptr);
  EXPECT_EQ(find(all, "surcharge-rounded-up")->difference, Ratio::of(1, 100));
  EXPECT_EQ(find(all, "surcharge-on-the-original-price"), nullptr);
}

TEST(OpenPoints, what_a_surcharge_says_itself_is_not_open) {
  const Talk talk(
      with_surcharge("adjust = { every = \"year\", first = 2020-01-01 }\ncompounding = \"base\"\n"
                     "formula = \"surcharge = 3% * P0\"\nrounding = { surcharge = \"none\" }"));
  const TwoReadings all = read(talk, "2021-01-20");
  for (const OtherReading& other : all.open) EXPECT_NE(other.used.clause, "s") << other.id;
  EXPECT_NE(stated(all, Point::surcharge_day), nullptr);
  EXPECT_NE(stated(all, Point::surcharge_price), nullptr);
  EXPECT_EQ(stated(all, Point::surcharge_rounding)->as_read.en, "not rounded");
}

TEST(OpenPoints, a_surcharge_that_is_not_known_leaves_the_price_to_compare) {
  // The surcharge misses its figure; the price alone can still be read otherwise: 1.0166 x 100 to
  // three decimals is 101.70.
  const Talk talk(
      one_line("unit_price = 100.00\nclause = \"c\"\nsurcharges = [\"s\"]",
               "[clause.c]\nadjust = { dates = [2021-01-15] }\nformula = \"change = 1.66%\"\n"
               "[clause.s]\nformula = \"surcharge = D\"\n[clause.s.index.D]\nseries = \"d\"\n"
               "use = \"month of adjustment\"\n[[series]]\nid = \"d\"\nunit = \"price\"\n"
               "figures = [[\"2020-01\", 1]]\n"));
  const TwoReadings all = read(talk, "2021-01-20");
  EXPECT_FALSE(all.with_surcharges);
  ASSERT_NE(find(all, "tenths-of-percents"), nullptr);
  EXPECT_EQ(priced::text(find(all, "tenths-of-percents")->price), "101.70");
}

}  // namespace pricing_open_points_test
