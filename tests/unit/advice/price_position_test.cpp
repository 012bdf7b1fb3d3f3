#include "advice/price_position.hpp"

#include <gmock/gmock.h>

#include "red_face_case.hpp"

namespace price_position_test {

using namespace red_face_case;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

PricePosition first(const Case& one, const RedFaceThresholds& t = default_thresholds()) {
  return PricePositions({&one.dossier(), 1}, t).of(0).front();
}

/// The price is 100.00; the band goes from `low` to `high`.
std::string band(const std::string& low, const std::string& high, const std::string& rest = "") {
  return fixed("", "[[price_level]]\nprice = \"p\"\n" + (low.empty() ? "" : "low = " + low + "\n") +
                       "normal = " + (low.empty() ? high : low) + "\n" +
                       (high.empty() ? "" : "high = " + high + "\n") + "as_of = 2020-01-01\n" +
                       rest);
}

std::string place(const std::string& low, const std::string& high, const std::string& keys = "") {
  const Case one(band(low, high), "2020-06-01");
  const PricePosition made = first(one, thresholds(keys));
  return made.place ? std::string(word(*made.place)) : "-";
}

TEST(PricePosition, is_far_from_a_band_beyond_its_width) {
  EXPECT_EQ(place("90.00", "110.00"), "in");
  EXPECT_EQ(place("80.00", "100.00"), "in");
  EXPECT_EQ(place("100.00", "120.00"), "in");
  EXPECT_EQ(place("79.99", "99.99"), "above");
  EXPECT_EQ(place("60.00", "80.00"), "above");
  EXPECT_EQ(place("59.99", "79.99"), "far-above");
  EXPECT_EQ(place("100.01", "120.01"), "below");
  EXPECT_EQ(place("120.00", "140.00"), "below");
  EXPECT_EQ(place("120.01", "140.01"), "far-below");
}

TEST(PricePosition, of_a_band_with_one_end_tells_only_that_end) {
  EXPECT_EQ(place("", "99.00"), "above");
  EXPECT_EQ(place("", "10.00"), "above");
  EXPECT_EQ(place("", "100.00"), "not-above");
  EXPECT_EQ(place("101.00", ""), "below");
  EXPECT_EQ(place("100.00", ""), "not-below");
}

TEST(PricePosition, is_the_one_that_red_face_blushes_about) {
  for (const char* keys : {"", "above_market = \"5%\"\nbelow_market = \"5%\""})
    for (int low = 40; low <= 130; ++low) {
      const Case one(band(std::to_string(low) + ".00", std::to_string(low + 12) + ".00"),
                     "2020-06-01");
      const RedFaceThresholds t = thresholds(keys);
      const PricePosition made = first(one, t);
      ASSERT_TRUE(made.place) << low;
      EXPECT_EQ(is_above(*made.place), !one.of("price-above-market", t).empty()) << low;
      EXPECT_EQ(is_below(*made.place), !one.of("price-below-market", t).empty()) << low;
      EXPECT_EQ(made.findings.size(), is_above(*made.place) || is_below(*made.place) ? 1U : 0U);
    }
}

TEST(PricePosition, and_red_face_name_the_same_price_under_which_nobody_signs) {
  const std::string own = "[[own_cost]]\nprice = \"p\"\nper_unit = 110.00\n";
  const Case one(band("105.00", "120.00", own), "2020-06-01");
  EXPECT_THAT(first(one).advice.en, HasSubstr("Do not sign under €110.00, our own cost."));
  const auto found = one.of("price-below-market");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found[0].advice.en, HasSubstr("Do not sign under €110.00."));
}

TEST(PriceFloor, lets_our_own_cost_grow_by_whole_years) {
  const std::string own = fixed("",
                                "[[own_cost]]\nprice = \"p\"\nper_unit = 90.00\n"
                                "as_of = 2020-03-01\ngrowth = \"10%\"\n");
  const auto floor = [&](const char* today) {
    const Case one(own, today);
    const auto made = price_floor(one.dossier(), one.dossier().contract->lines.front());
    return made ? as_decimal(*made->amount.price, 2).text() : std::string("-");
  };
  EXPECT_EQ(floor("2020-02-29"), "-");  // before the day of the cost
  EXPECT_EQ(floor("2021-02-28"), "90.00");
  EXPECT_EQ(floor("2021-03-01"), "99.00");
  EXPECT_EQ(floor("2022-03-01"), "108.90");
}

TEST(PriceFloor, holds_no_cost_without_vat_against_a_price_with_it) {
  const Case one(replaced(fixed("", "[[own_cost]]\nprice = \"p\"\nper_unit = 110.00\n"),
                          "currency = \"EUR\"", "currency = \"EUR\"\nvat = \"included\""),
                 "2020-06-01");
  EXPECT_FALSE(price_floor(one.dossier(), one.dossier().contract->lines.front()));
}

/// Half of the price follows `k`, which rises by 20 % in 2021 and stays.
std::string with_costs(const std::string& rest = "") {
  return contract(
      "", "",
      "[[cost_share]]\nprice = \"p\"\nname = \"work\"\nshare = \"50%\"\nseries = \"k\"\n"
      "[[series]]\nid = \"k\"\ndecimals = 1\n"
      "figures = [[\"2019\", 100.0], [\"2020\", 130.0], [\"2021\", 130.0]]\n" +
          rest);
}

TEST(CostPicture, names_the_years_in_which_the_price_ran_behind) {
  // 100.00, then 110.00 against 115.00, then 104.50 against 115.00; ten a month.
  const Case one(with_costs(), "2022-12-31");
  const PricePosition made = first(one);
  ASSERT_TRUE(made.costs);
  std::vector<std::string> ahead;
  for (const CostYear& year : made.costs->years) {
    ahead.push_back(text(*year.ahead));
    EXPECT_EQ(year.behind(), year.days.first.year() > 2020);
  }
  EXPECT_THAT(ahead, ElementsAre("0.00", "-600.00", "-1260.00"));
  EXPECT_EQ(text(*made.costs->ahead), "-1860.00");
  ASSERT_TRUE(made.floor);
  EXPECT_EQ(made.floor->by, PriceFloor::By::cost_mix);
  EXPECT_THAT(made.advice.en, HasSubstr("Do not sign under €115.00"));
}

TEST(CostPicture, comes_to_what_red_face_finds_since_it_began) {
  // 110.00 against 102.50, then 104.50 against 102.50.
  const Case one(replaced(with_costs(), "[\"2020\", 130.0], [\"2021\", 130.0]",
                          "[\"2020\", 105.0], [\"2021\", 105.0]"),
                 "2022-12-31");
  const auto found = one.of("index-ahead-of-cost", thresholds("ahead_of_cost_amount = 1.00"));
  ASSERT_THAT(found, SizeIs(1));
  const PricePosition made = first(one);
  EXPECT_EQ(text(*made.costs->ahead), text(*found[0].total));
  EXPECT_EQ(text(*made.costs->ahead), "1140.00");
}

TEST(PriceFloor, takes_no_cost_mix_that_comes_out_above_the_market) {
  const std::string level =
      "[[price_level]]\nprice = \"p\"\nlow = 90.00\nnormal = 100.00\nhigh = 114.00\n"
      "as_of = 2022-01-01\n";
  const Case one(with_costs(level), "2022-12-31");
  EXPECT_EQ(first(one).floor->by, PriceFloor::By::market);
}

}  // namespace price_position_test
