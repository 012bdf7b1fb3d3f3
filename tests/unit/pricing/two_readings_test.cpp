#include "reading/two_readings.hpp"

#include <algorithm>

#include "priced.hpp"
#include "reading/rank.hpp"

// What a clause leaves open, and what the other reading gives. All figures by hand.
namespace pricing_two_readings_test {

using namespace pricetalk;
using priced::day;
using priced::indexed;
using priced::Talk;
using priced::yearly;

constexpr const char* waived_2022 = "[[decision]]\ndate = 2022-01-01\nkind = \"waived\"\n";
constexpr const char* three_two_two = R"(["2021", 3], ["2022", 2], ["2023", 2])";

TwoReadings read(const Talk& talk, const char* on = "2023-06-01") {
  return two_readings(talk.context(), day(on));
}

const OtherReading* find(const TwoReadings& readings, std::string_view id) {
  const auto found = std::find_if(readings.open.begin(), readings.open.end(),
                                  [&](const OtherReading& other) { return other.id == id; });
  return found == readings.open.end() ? nullptr : &*found;
}

TEST(TwoReadings, a_waived_year_is_lost_or_caught_up) {
  // Lost: 100 x 1.03 x 1.02 = 105.06. Caught up: 100 x 1.03 x 1.04 = 107.12.
  const Talk talk(yearly("", three_two_two, waived_2022));
  const TwoReadings all = read(talk);
  const OtherReading* other = find(all, "waiver-recovered-2022-01-01");
  ASSERT_NE(other, nullptr);
  EXPECT_EQ(other->used.point, Point::waived_year);
  EXPECT_TRUE(other->used.by_default());
  EXPECT_EQ(other->used.as_read.en, "2022 is lost for good");
  EXPECT_EQ(priced::text(other->price), "107.12");
  EXPECT_EQ(other->difference, Ratio::of(206, 100));
}

TEST(TwoReadings, what_the_contract_says_itself_is_not_open) {
  const Talk talk(yearly("", three_two_two, std::string(waived_2022) + "catch_up = false\n"));
  const TwoReadings all = read(talk);
  EXPECT_EQ(find(all, "waiver-recovered-2022-01-01"), nullptr);
  const auto stated = std::find_if(all.stated.begin(), all.stated.end(), [](const PointRead& r) {
    return r.point == Point::waived_year;
  });
  ASSERT_NE(stated, all.stated.end());
  EXPECT_FALSE(stated->by_default());
  EXPECT_EQ(stated->where.text(), "false");
}

TEST(TwoReadings, the_coefficient_may_be_rounded) {
  // 1.01664 x 100 = 101.66; to three decimals 101.70, to four 101.66 as well: not listed.
  const Talk talk(yearly("", R"(["2021", 1.664])"));
  const TwoReadings all = read(talk, "2021-06-01");
  const OtherReading* tenths = find(all, "tenths-of-percents");
  ASSERT_NE(tenths, nullptr);
  EXPECT_EQ(tenths->used.as_read.nl, "niet afgerond");
  EXPECT_EQ(priced::text(tenths->price), "101.70");
  EXPECT_EQ(find(all, "hundredths-of-percents"), nullptr);
}

TEST(TwoReadings, the_denominator_as_used_then_or_as_known_now) {
  // 2020 was 102 when it was used for 2021, and was revised to 101 in February 2021. 2022 compares
  // 104 with 102 (used then): 102 x 104/102 = 104.00; with 101 (known now): 105.03.
  const Talk talk(indexed("", "",
                          R"(["2019", 100], ["2020", 102, "provisional", 2020-12-20],
      ["2020", 101, "revised", 2021-02-20], ["2021", 104, "definitive", 2021-12-20])"));
  const TwoReadings all = read(talk, "2022-06-01");
  const OtherReading* other = find(all, "reference-as-known-now");
  ASSERT_NE(other, nullptr);
  EXPECT_EQ(priced::text(other->price), "105.03");
  EXPECT_EQ(other->difference, Ratio::of(103, 100));
}

TEST(TwoReadings, from_the_price_in_force_or_from_the_original_price) {
  // 103, then 103 x 102/103 = 102 either way; rounding apart nothing differs. With a cap of 2 %
  // (lost by default) 102 and 101.01; from the original price 102, then 102.
  const Talk talk(
      indexed("limits = { cap = \"2%\" }", "", R"(["2019", 100], ["2020", 103], ["2021", 102])"));
  const TwoReadings all = read(talk, "2022-06-01");
  const OtherReading* other = find(all, "from-the-original-price");
  ASSERT_NE(other, nullptr);
  EXPECT_EQ(priced::text(talk.schedule("p", "2022-06-01").entries.back().price), "101.01");
  EXPECT_EQ(priced::text(other->price), "102.00");
}

TEST(TwoReadings, figures_count_on_the_day_of_the_announcement_or_on_the_adjustment_date) {
  // Announced on 1 November 2020 with 2 %, revised to 3 % in December.
  const Talk talk(
      yearly("", R"(["2021", 2, "provisional", 2020-10-01],
      ["2021", 3, "revised", 2020-12-01])",
             "[[announcement]]\ndate = 2020-11-01\nclause = \"c\"\nfor = 2021-01-01\n"));
  const TwoReadings all = read(talk, "2021-06-01");
  const OtherReading* other = find(all, "read-on-the-adjustment-date");
  ASSERT_NE(other, nullptr);
  EXPECT_EQ(other->difference, Ratio(1));
}

TEST(TwoReadings, a_reading_without_a_price_comes_last) {
  // Only a provisional figure of 1.66 %: whoever reads definitive figures has to wait.
  const Talk talk(yearly("", R"(["2021", 1.66, "provisional", 2020-10-01])"));
  const TwoReadings all = read(talk, "2021-06-01");
  ASSERT_GE(all.open.size(), 2U);
  EXPECT_EQ(all.open.back().id, "definitive-publication");
  EXPECT_FALSE(all.open.back().price);
}

TEST(TwoReadings, the_largest_difference_comes_first) {
  const Talk talk(yearly("limits = { cap = \"2%\" }",
                         R"(["2021", 6.166], ["2022", 1], ["2023", 1])", waived_2022));
  const TwoReadings all = read(talk);
  ASSERT_GE(all.open.size(), 2U);
  for (std::size_t i = 1; i < all.open.size(); ++i)
    EXPECT_GE(abs(*all.open[i - 1].difference), abs(*all.open[i].difference));
}

TEST(TwoReadings, a_fixed_price_and_an_undetermined_one_have_none) {
  const Talk talk(
      yearly("", R"(["2021", 3])", "[price.q]\nunit_price = 7.00\nprice_date = 2020-01-01\n"));
  EXPECT_TRUE(two_readings(talk.context("q"), day("2021-06-01")).open.empty());
  EXPECT_TRUE(read(talk, "2022-06-01").open.empty());
}

TEST(TwoReadings, open_points_are_no_causes_of_overcharges) {
  const Talk talk(yearly("limits = { cap = \"2%\" }", three_two_two, waived_2022));
  for (const Reading& reading :
       readings(talk.contract(), *talk.context().line, talk.contract().clauses.front(),
                talk.coverage().library(), day("2023-12-31")))
    EXPECT_LT(reading.rank, rank::open_point) << reading.id;
}

}  // namespace pricing_two_readings_test
