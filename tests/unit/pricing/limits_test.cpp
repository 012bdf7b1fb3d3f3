#include "priced.hpp"

// Expected prices were worked out with fractions by hand, or stand in the worked examples of the
// format's own corpus (limits, tiers).
namespace pricing_limits_test {

using priced::indexed;
using priced::prices;
using priced::Talk;
using priced::Texts;
using priced::verdicts;
using priced::yearly;

constexpr const char* six_one_five = R"(["2021", 6], ["2022", 1], ["2023", 5])";

TEST(Limits, what_a_cap_cuts_off_is_lost) {
  EXPECT_EQ(prices(yearly(R"(limits = { cap = "4%" })", six_one_five), "2023-12-31"),
            (Texts{"104.00", "105.04", "109.24"}));
}

TEST(Limits, what_a_cap_cuts_off_comes_back_when_it_is_carried_over) {
  EXPECT_EQ(prices(yearly(R"(limits = { cap = "4%", carry_over = "increases" })", six_one_five),
                   "2023-12-31"),
            (Texts{"104.00", "107.12", "111.40"}));
}

TEST(Limits, carry_over_of_decreases_does_not_keep_what_a_cap_cut_off) {
  EXPECT_EQ(prices(yearly(R"(limits = { cap = "4%", carry_over = "decreases" })", six_one_five),
                   "2023-12-31"),
            (Texts{"104.00", "105.04", "109.24"}));
}

TEST(Limits, carry_over_of_both_keeps_each_side) {
  // 2021: 6 cut to 4, 2 kept. 2022: -5 + 2 = -3, floor 0, -3 kept. 2023: 5 - 3 = 2.
  EXPECT_EQ(prices(yearly(R"(limits = { cap = "4%", floor = "0%", carry_over = "both" })",
                          R"(["2021", 6], ["2022", -5], ["2023", 5])"),
                   "2023-12-31"),
            (Texts{"104.00", "104.00", "106.08"}));
}

TEST(Limits, room_left_under_a_cap_widens_the_next_one) {
  EXPECT_EQ(prices(yearly(R"(limits = { cap = "4%", unused_cap = "kept" })",
                          R"(["2021", 1], ["2022", 6])"),
                   "2022-12-31"),
            (Texts{"101.00", "107.06"}));
}

TEST(Limits, room_that_was_used_is_gone) {
  // 2022: cap 4 + 3 = 7, step 6, room 1. 2023: cap 4 + 1 = 5: 107.06 x 1.05 = 112.413.
  EXPECT_EQ(prices(yearly(R"(limits = { cap = "4%", unused_cap = "kept" })",
                          R"(["2021", 1], ["2022", 6], ["2023", 9])"),
                   "2023-12-31"),
            (Texts{"101.00", "107.06", "112.41"}));
}

TEST(Limits, room_is_kept_also_when_prices_start_from_the_original) {
  // Index 101, 107. 2021: 1 %, room 3 %. 2022: 107/101 - 1 = 5.94 % under 7 %.
  EXPECT_EQ(
      prices(indexed("compounding = \"base\"\nlimits = { cap = \"4%\", unused_cap = \"kept\" }", "",
                     R"(["2019", 100], ["2020", 101], ["2021", 107])"),
             "2022-12-31"),
      (Texts{"101.00", "107.00"}));
}

TEST(Limits, a_lifted_cap_leaves_no_room_behind) {
  // 2021: 1 under 4, room 3. 2022 without a cap: room 0. 2023: cap 4 again: 111.10 x 1.04 =
  // 115.544.
  EXPECT_EQ(
      prices(
          yearly(
              "limits = { cap = \"4%\", unused_cap = \"kept\" }\n"
              "during = [{ from = 2022-01-01, until = 2022-12-31, limits = { cap = \"none\" } }]",
              R"(["2021", 1], ["2022", 10], ["2023", 9])"),
          "2023-12-31"),
      (Texts{"101.00", "111.10", "115.54"}));
}

TEST(Limits, a_floor_of_zero_is_a_ratchet) {
  const std::string text = yearly(R"(limits = { floor = "0%" })", R"(["2021", -2], ["2022", 3])");
  EXPECT_EQ(prices(text, "2022-12-31"), (Texts{"100.00", "103.00"}));
  EXPECT_EQ(verdicts(text, "2022-12-31"), (Texts{"unchanged", "adjusted"}));
}

TEST(Limits, a_decrease_that_a_floor_stopped_is_netted_when_decreases_are_carried_over) {
  EXPECT_EQ(prices(yearly(R"(limits = { floor = "0%", carry_over = "decreases" })",
                          R"(["2021", -2], ["2022", 3])"),
                   "2022-12-31"),
            (Texts{"100.00", "101.00"}));
}

TEST(Limits, of_several_caps_the_smallest_wins_and_of_several_floors_the_largest) {
  EXPECT_EQ(
      prices(yearly(R"(limits = { cap = ["4%", "X - 0.5%"] })", R"(["2021", 5], ["2022", 2])"),
             "2022-12-31"),
      (Texts{"104.00", "105.56"}));
  EXPECT_EQ(
      prices(yearly(R"(limits = { floor = ["-1%", "X + 1%"] })", R"(["2021", -4], ["2022", 0])"),
             "2022-12-31"),
      (Texts{"99.00", "99.99"}));
}

TEST(Limits, a_cap_beats_a_floor) {
  EXPECT_EQ(
      prices(yearly(R"(limits = { cap = "4%", floor = "5%" })", R"(["2021", 3])"), "2021-12-31"),
      Texts{"104.00"});
}

TEST(Limits, a_total_cap_and_floor_count_from_the_original_price) {
  EXPECT_EQ(prices(yearly(R"(limits = { cap_total = "12%" })",
                          R"(["2021", 5], ["2022", 5], ["2023", 5])"),
                   "2023-12-31"),
            (Texts{"105.00", "110.25", "112.00"}));
  EXPECT_EQ(prices(yearly(R"(limits = { floor_total = "-6%" })",
                          R"(["2021", -5], ["2022", -5], ["2023", 5])"),
                   "2023-12-31"),
            (Texts{"95.00", "94.00", "98.70"}));
}

TEST(Limits, limits_in_money_bound_the_price_itself) {
  EXPECT_EQ(prices(yearly("limits = { largest_increase = 3.00, highest_price = 103.50 }",
                          R"(["2021", 5], ["2022", 1])"),
                   "2022-12-31"),
            (Texts{"103.00", "103.50"}));
  EXPECT_EQ(prices(yearly("limits = { lowest_price = 98.00 }", R"(["2021", -5], ["2022", 1])"),
                   "2022-12-31"),
            (Texts{"98.00", "98.98"}));
}

TEST(Limits, a_cap_may_hold_in_some_years_only) {
  // 2021 under 1 %, 2022 under 4 %, 2023 without a cap: 101; 105.04; 105.04 x 1.07 = 112.3928.
  const char* during = R"(
limits = { cap = "4%" }
during = [{ until = 2021-12-31, limits = { cap = "1%" } }, { from = 2023-01-01, limits = { cap = "none" } }])";
  EXPECT_EQ(prices(yearly(during, R"(["2021", 6], ["2022", 7], ["2023", 7])"), "2023-12-31"),
            (Texts{"101.00", "105.04", "112.39"}));
}

TEST(Limits, terms_by_day_of_signature_hold_for_the_contracts_they_name) {
  // Signed 2020-01-01, because nothing else is written.
  const char* during = R"(
during = [{ signed_before = 2020-01-01, limits = { cap = "1%" } }, { signed_from = 2020-01-01, limits = { cap = "2%" } }])";
  EXPECT_EQ(prices(yearly(during, R"(["2021", 6])"), "2021-12-31"), Texts{"102.00"});
}

TEST(Limits, a_coefficient_is_not_rounded_above_a_cap) {
  const char* keys = R"(
limits = { cap = "3.3333%" }
rounding = { coefficient = { decimals = 3, mode = "up" } })";
  EXPECT_EQ(prices(yearly(keys, R"(["2021", 9])"), "2021-12-31"), Texts{"103.30"});
  EXPECT_EQ(prices(yearly(keys, R"(["2021", 3.31])"), "2021-12-31"),
            Texts{"103.30"});  // though the cap cut nothing off
}

TEST(Limits, a_coefficient_is_not_rounded_below_a_floor) {
  // 1.0166 cut off to three decimals is 1.016; the floor lifts it to 1.017.
  const char* keys = R"(
limits = { floor = "1.66%" }
rounding = { coefficient = { decimals = 3, mode = "down" } })";
  EXPECT_EQ(prices(yearly(keys, R"(["2021", 1])"), "2021-12-31"), Texts{"101.70"});
  EXPECT_EQ(prices(yearly(keys, R"(["2021", 1.67])"), "2021-12-31"),
            Texts{"101.70"});  // though the floor lifted nothing
}

TEST(Limits, with_the_original_price_as_base_a_cut_off_part_comes_back_by_itself) {
  // Index 110 for three years: 104; 104 x 1.04; then 110, because nothing was lost.
  const char* figures = R"(["2019", 100], ["2020", 110], ["2021", 110], ["2022", 110])";
  EXPECT_EQ(prices(indexed("compounding = \"base\"\nlimits = { cap = \"4%\" }", "", figures),
                   "2023-12-31"),
            (Texts{"104.00", "108.16", "110.00"}));
}

TEST(Limits, with_the_original_price_as_base_a_contract_may_say_that_it_is_lost) {
  // lost = 1.04 / 1.10; afterwards 110 x 1.04 / 1.10 = 104; 121 x 1.04 / 1.10 = 114.40 is 10 %:
  // 108.16.
  const char* keys = "compounding = \"base\"\nlimits = { cap = \"4%\", carry_over = \"none\" }";
  EXPECT_EQ(
      prices(indexed(keys, "", R"(["2019", 100], ["2020", 110], ["2021", 110], ["2022", 121])"),
             "2023-12-31"),
      (Texts{"104.00", "104.00", "108.16"}));
}

TEST(Limits, the_first_limit_that_binds_is_shown_by_name) {
  const Talk talk(yearly(R"(limits = { cap = "4%" })", six_one_five));
  const auto schedule = talk.schedule("p", "2021-12-31");
  const auto& why = schedule.entries[1].why;
  EXPECT_EQ(why.tape.at(why.calculation->outputs.step_wanted), pricetalk::Ratio::of(6, 100));
  EXPECT_EQ(why.tape.at(why.calculation->outputs.step), pricetalk::Ratio::of(4, 100));
  EXPECT_EQ(schedule.entries[1].change(), pricetalk::Ratio::of(4, 100));
}

TEST(Limits, the_change_that_people_read_is_the_coefficient_after_its_rounding) {
  // 1.0166 to three decimals is 1.017.
  const Talk talk(yearly("rounding = { coefficient = { decimals = 3 } }", R"(["2021", 1.66])"));
  const auto schedule = talk.schedule("p", "2021-12-31");
  EXPECT_EQ(schedule.entries[1].change(), pricetalk::Ratio::of(17, 1000));
}

TEST(Limits, with_the_original_price_as_base_the_change_is_that_of_the_coefficient_too) {
  // Coefficients 1.035 and 1.068 of 100.00: from 103.50 to 106.80 is 3.3/103.5 = 11/345.
  const Talk talk(indexed("compounding = \"base\"\nrounding = { coefficient = { decimals = 3 } }",
                          "", R"(["2019", 100], ["2020", 103.456], ["2021", 106.789])"));
  const auto schedule = talk.schedule("p", "2022-12-31");
  EXPECT_EQ(priced::prices(schedule), (Texts{"103.50", "106.80"}));
  EXPECT_EQ(schedule.entries[2].change(), pricetalk::Ratio::of(11, 345));
}

TEST(Limits, rounding_the_amount_added_never_lifts_a_price_above_its_cap) {
  // 2.03 is 2.05 in steps of 0.05, above the cap: 2.00. 2.02 is 2.00, under the floor: 2.05.
  const char* step = "\nrounding = { increase = { to = 0.05 } }";
  EXPECT_EQ(prices(yearly(std::string("limits = { cap = \"2.03%\" }") + step, R"(["2021", 5])"),
                   "2021-12-31"),
            Texts{"102.00"});
  EXPECT_EQ(prices(yearly(std::string("limits = { floor = \"2.02%\" }") + step, R"(["2021", 1])"),
                   "2021-12-31"),
            Texts{"102.05"});
  // Neither binds: to the nearest step.
  EXPECT_EQ(prices(yearly(std::string("limits = { cap = \"9%\", floor = \"0%\" }") + step,
                          R"(["2021", 2.03], ["2022", 2.02])"),
                   "2021-12-31"),
            Texts{"102.05"});
}

}  // namespace pricing_limits_test
