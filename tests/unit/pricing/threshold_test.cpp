#include "priced.hpp"

// Threshold, pass-through, roundings: expected prices by hand with fractions.
namespace pricing_threshold_test {

using priced::indexed;
using priced::prices;
using priced::Talk;
using priced::Texts;
using priced::verdicts;
using priced::yearly;

TEST(Threshold, more_than_is_strict_and_at_least_is_not) {
  const char* figures = R"(["2021", 2], ["2022", 2.0001], ["2023", -2])";
  EXPECT_EQ(prices(yearly(R"(threshold = { more_than = "2%" })", figures), "2023-12-31"),
            (Texts{"100.00", "102.00", "102.00"}));
  EXPECT_EQ(prices(yearly(R"(threshold = { at_least = "2%" })", figures), "2023-12-31"),
            (Texts{"102.00", "104.04", "101.96"}));
}

TEST(Threshold, a_step_that_was_held_back_is_called_so_and_changes_nothing) {
  const Talk talk(yearly(R"(threshold = { more_than = "2%" })", R"(["2021", 2])"));
  const auto schedule = talk.schedule("p", "2021-12-31");
  const auto& entry = schedule.entries[1];
  EXPECT_EQ(entry.verdict, pricetalk::Verdict::below_threshold);
  EXPECT_TRUE(entry.why) << "a price that did not move has a derivation too";
  EXPECT_EQ(entry.answer, entry.why.calculation->outputs.passes);
  EXPECT_EQ(entry.change(), pricetalk::Ratio(0)) << "the price did not move";
}

TEST(Threshold, only_the_part_above_it_may_count) {
  EXPECT_EQ(prices(yearly(R"(threshold = { more_than = "2%", then = "excess" })",
                          R"(["2021", 5], ["2022", 1], ["2023", -5])"),
                   "2023-12-31"),
            (Texts{"103.00", "103.00", "99.91"}));
}

TEST(Threshold,
     what_was_held_back_counts_at_the_next_date_when_the_reference_is_the_last_adjustment) {
  // 104/100 = 4 %; 106/100 = 6 %; 110/106 = 3.8 %; 112/106 = 5.7 %.
  const char* figures =
      R"(["2019", 100], ["2020", 104], ["2021", 106], ["2022", 110], ["2023", 112])";
  EXPECT_EQ(prices(indexed(R"(threshold = { more_than = "5%" })", R"(base = "at last adjustment")",
                           figures),
                   "2024-12-31"),
            (Texts{"100.00", "106.00", "106.00", "112.00"}));
}

TEST(Threshold, what_was_held_back_is_lost_when_the_reference_rolls_on) {
  // 4 %, 106/104 = 1.9 %, 110/106 = 3.8 %, 118/110 = 7.27 %.
  const char* figures =
      R"(["2019", 100], ["2020", 104], ["2021", 106], ["2022", 110], ["2023", 118])";
  EXPECT_EQ(prices(indexed(R"(threshold = { more_than = "5%" })", "", figures), "2024-12-31"),
            (Texts{"100.00", "100.00", "100.00", "107.27"}));
}

TEST(Threshold, points_count_from_the_figure_of_the_last_step) {
  // 104 - 100 = 4; 109 - 100 = 9; 113 - 109 = 4; 114 - 109 = 5, exactly.
  const char* figures =
      R"(["2019", 100], ["2020", 104], ["2021", 109], ["2022", 113], ["2023", 114])";
  EXPECT_EQ(prices(indexed(R"(threshold = { at_least = "5 points" })",
                           R"(base = "at last adjustment")", figures),
                   "2024-12-31"),
            (Texts{"100.00", "109.00", "109.00", "114.00"}));
  EXPECT_EQ(prices(indexed(R"(threshold = { more_than = "5 points" })",
                           R"(base = "at last adjustment")", figures),
                   "2024-12-31"),
            (Texts{"100.00", "109.00", "109.00", "109.00"}));
}

TEST(Threshold, with_the_original_price_as_base_the_change_counts_since_the_last_step) {
  // 4 %; 6 %; 1.10/1.06 - 1 = 3.8 %; 1.12/1.06 - 1 = 5.7 %. Since the start: 10 %, 12 %.
  const char* figures =
      R"(["2019", 100], ["2020", 104], ["2021", 106], ["2022", 110], ["2023", 112])";
  EXPECT_EQ(
      prices(indexed("compounding = \"base\"\nthreshold = { more_than = \"5%\" }", "", figures),
             "2024-12-31"),
      (Texts{"100.00", "106.00", "106.00", "112.00"}));
  EXPECT_EQ(
      prices(
          indexed("compounding = \"base\"\nthreshold = { more_than = \"5%\", since = \"start\" }",
                  "", figures),
          "2024-12-31"),
      (Texts{"100.00", "106.00", "110.00", "112.00"}));
}

TEST(Threshold, a_rounded_limit_is_compared_as_index_points) {
  // 5 % of 102.9 is 5.145, cut off to 5.1; 108.0 - 102.9 = 5.1 reaches it, although 5.1/102.9
  // is 4.96 %.
  const char* figures = R"(["2019", 102.9], ["2020", 108.0])";
  const char* base = R"(base = "at last adjustment")";
  EXPECT_EQ(
      prices(
          indexed(R"(threshold = { at_least = "5%", rounding = { decimals = 1, mode = "down" } })",
                  base, figures),
          "2021-12-31"),
      Texts{"104.96"});
  EXPECT_EQ(prices(indexed(R"(threshold = { at_least = "5%" })", base, figures), "2021-12-31"),
            Texts{"100.00"});
}

TEST(Threshold, it_may_be_tested_after_pass_through) {
  const char* figures = R"(["2021", 8], ["2022", 12])";
  EXPECT_EQ(prices(yearly("pass_through = \"50%\"\nthreshold = { more_than = \"5%\" }", figures),
                   "2022-12-31"),
            (Texts{"104.00", "110.24"}));
  EXPECT_EQ(
      prices(
          yearly(
              "pass_through = \"50%\"\nthreshold = { more_than = \"5%\", tested_on = \"price\" }",
              figures),
          "2022-12-31"),
      (Texts{"100.00", "106.00"}));
}

TEST(Threshold, nothing_is_remembered_below_it) {
  // 2021: 6 cut to 4, 2 kept. 2022: 1 % is held back, the 2 stay. 2023: 3 + 2 = 5, cap 4: 108.16.
  EXPECT_EQ(prices(yearly("limits = { cap = \"4%\", carry_over = \"increases\" }\nthreshold = { "
                          "more_than = \"2%\" }",
                          R"(["2021", 6], ["2022", 1], ["2023", 3])"),
                   "2023-12-31"),
            (Texts{"104.00", "104.00", "108.16"}));
}

TEST(PassThrough, a_share_of_the_change_is_passed_on) {
  EXPECT_EQ(prices(yearly(R"(pass_through = "40%")", R"(["2021", 5], ["2022", -5])"), "2022-12-31"),
            (Texts{"102.00", "99.96"}));
}

TEST(PassThrough, knees_are_summed_band_by_band_and_decreases_take_the_first_share) {
  const char* knees =
      R"(pass_through = [{ up_to = "3%", share = "80%" }, { up_to = "6%", share = "50%" }, { share = "10%" }])";
  // 2 -> 1.6; 3 -> 2.4; 5 -> 2.4 + 1.0; 6 -> 3.9; 10 -> 2.4 + 1.5 + 0.4; -5 -> -4.0.
  const auto after = [&](const char* percent) {
    return prices(yearly(knees, "[\"2021\", " + std::string(percent) + "]"), "2021-12-31").front();
  };
  EXPECT_EQ(after("2"), "101.60");
  EXPECT_EQ(after("3"), "102.40");
  EXPECT_EQ(after("5"), "103.40");
  EXPECT_EQ(after("6"), "103.90");
  EXPECT_EQ(after("10"), "104.30");
  EXPECT_EQ(after("-5"), "96.00");
  EXPECT_EQ(after("0"), "100.00");
}

TEST(Rounding, the_measured_change_is_rounded_before_the_share) {
  // 3.45 % to 3.5 %, of which 40 % is 1.4 %; without rounding 1.38 %.
  EXPECT_EQ(prices(yearly("pass_through = \"40%\"\nrounding = { change = { to = \"0.1%\" } }",
                          R"(["2021", 3.45])"),
                   "2021-12-31"),
            Texts{"101.40"});
  EXPECT_EQ(prices(yearly(R"(pass_through = "40%")", R"(["2021", 3.45])"), "2021-12-31"),
            Texts{"101.38"});
}

TEST(Rounding, each_mode_decides_an_exact_tie_in_its_own_way) {
  // 100.00 x 1.00125 = 100.125 exactly; 100.00 x 0.99875 = 99.875.
  const auto after = [&](const char* mode, const char* percent) {
    return prices(yearly("rounding = { price = { decimals = 2, mode = \"" + std::string(mode) +
                             "\" } }",
                         "[\"2021\", " + std::string(percent) + "]"),
                  "2021-12-31")
        .front();
  };
  EXPECT_EQ(after("half-up", "0.125"), "100.13");
  EXPECT_EQ(after("half-even", "0.125"), "100.12");
  EXPECT_EQ(after("half-even", "0.135"), "100.14");
  EXPECT_EQ(after("half-down", "0.125"), "100.12");
  EXPECT_EQ(after("up", "0.121"), "100.13");
  EXPECT_EQ(after("down", "0.129"), "100.12");
  EXPECT_EQ(after("ceiling", "-0.129"), "99.88");
  EXPECT_EQ(after("floor", "-0.121"), "99.87");
}

TEST(Rounding, the_coefficient_is_rounded_before_the_price) {
  // 1.034567 to 1.0346: 103.46 either way on 100.00, but 1034.57 against 1034.60 on 1000.00.
  const std::string text =
      yearly("rounding = { coefficient = { decimals = 4 } }", R"(["2021", 3.4567])");
  std::string dear = text;
  dear.replace(dear.find("100.00"), 6, "1000.00");
  EXPECT_EQ(prices(dear, "2021-12-31"), Texts{"1034.60"});
}

TEST(Rounding, the_amount_added_is_rounded_by_itself) {
  // 100.00 x 3.46 % = 3.46; to 0.05 it is 3.45.
  EXPECT_EQ(
      prices(yearly("rounding = { increase = { to = 0.05 } }", R"(["2021", 3.46])"), "2021-12-31"),
      Texts{"103.45"});
}

TEST(Rounding, a_price_keeps_the_decimals_in_which_it_was_written) {
  std::string text = yearly("", R"(["2021", 3])");
  text.replace(text.find("100.00"), 6, "0.0142");  // x 1.03 = 0.014626
  EXPECT_EQ(prices(text, "2021-12-31"), Texts{"0.0146"});
}

TEST(Rounding, the_next_step_may_start_from_the_exact_price) {
  // 100 x 1.00333 x 1.00333 x 1.00333: rounded each 100.33, 100.66, 101.00 (100.9952); exact 101.00
  // (101.0023...).
  const char* figures = R"(["2021", 0.334], ["2022", 0.334], ["2023", 0.334])";
  // rounded: 100.33; 100.33 x 1.00334 = 100.665...: 100.67; 101.01 (101.0062). exact: 100.33;
  // 100.67; 101.01 (101.0053).
  EXPECT_EQ(prices(yearly("", figures), "2023-12-31"), (Texts{"100.33", "100.67", "101.01"}));
  // A step where they part: 0.004 % of 100 is 0.004, lost each year when rounded, 0.008 (0.01)
  // after two when exact.
  const char* small = R"(["2021", 0.004], ["2022", 0.004])";
  EXPECT_EQ(prices(yearly("", small), "2022-12-31"), (Texts{"100.00", "100.00"}));
  EXPECT_EQ(prices(yearly(R"(rounding = { carry = "exact" })", small), "2022-12-31"),
            (Texts{"100.00", "100.01"}));
}

TEST(Rounding, nothing_is_rounded_where_the_contract_says_none) {
  EXPECT_EQ(prices(yearly(R"(rounding = { price = "none" })", R"(["2021", 3.45678], ["2022", 1])"),
                   "2022-12-31"),
            (Texts{"103.45678", "104.4913478"}));
}

}  // namespace pricing_threshold_test
