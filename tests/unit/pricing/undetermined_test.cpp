#include "priced.hpp"

// What is not known, and when a step is refused.
namespace pricing_undetermined_test {

using priced::indexed;
using priced::prices;
using priced::Talk;
using priced::Texts;
using priced::verdicts;
using priced::yearly;

TEST(Undetermined, a_missing_figure_spreads_to_every_price_that_starts_from_it) {
  const char* figures = R"(["2021", 3], ["2023", 2], ["2024", 2])";
  EXPECT_EQ(prices(yearly("", figures), "2024-12-31"),
            (Texts{"103.00", "? s 2022", "? s 2022", "? s 2022"}));
}

TEST(Undetermined, each_missing_figure_is_named_once) {
  const char* figures = R"(["2020", 1], ["2021", 3], ["2026", 2])";
  EXPECT_EQ(prices(yearly("", figures), "2024-12-31"),
            (Texts{"103.00", "? s 2022", "? s 2022 s 2023", "? s 2022 s 2023 s 2024"}));
}

TEST(Undetermined, an_agreed_price_makes_it_known_again) {
  const char* agreed =
      "[[decision]]\ndate = 2023-01-01\nkind = \"agreed-price\"\nunit_price = 110.00\n";
  const std::string text = yearly("", R"(["2021", 3], ["2024", 2])", agreed);
  EXPECT_EQ(prices(text, "2024-12-31"), (Texts{"103.00", "? s 2022", "110.00", "112.20"}));
  EXPECT_EQ(verdicts(text, "2024-12-31"),
            (Texts{"adjusted", "not determined yet", "agreed price", "adjusted"}));
}

TEST(Undetermined, a_clause_on_the_original_price_recovers_by_itself) {
  EXPECT_EQ(prices(indexed("compounding = \"base\"", "",
                           R"(["2019", 100], ["2020", 103], ["2022", 107])"),
                   "2023-12-31"),
            (Texts{"103.00", "? s 2021", "107.00"}));
}

TEST(Undetermined, the_last_adjustment_is_not_known_after_an_unknown_step) {
  const std::string text = indexed("", R"(base = "at last adjustment")",
                                   R"(["2019", 100], ["2020", 103], ["2022", 107])");
  EXPECT_EQ(prices(text, "2023-12-31"), (Texts{"103.00", "? s 2021", "? s 2021"}));
}

TEST(Undetermined, the_last_adjustment_is_known_again_after_an_agreed_price) {
  const char* agreed =
      "[[decision]]\ndate = 2023-01-01\nkind = \"agreed-price\"\nunit_price = 110.00\n";
  const std::string text =
      indexed("", R"(base = "at last adjustment")",
              R"(["2019", 100], ["2020", 103], ["2022", 107], ["2023", 114.49])", agreed);
  EXPECT_EQ(prices(text, "2024-12-31"), (Texts{"103.00", "? s 2021", "110.00", "117.70"}));
}

TEST(Undetermined, a_value_in_no_band_is_named) {
  const char* table = R"(
[clause.c.table.bands]
rows = [{ from = "0%", up_to = "2%", gives = "1%" }, { over = "3%", gives = "4%" }])";
  std::string text = yearly("", R"(["2021", 2], ["2022", 5], ["2023", 2.5])", table);
  text.replace(text.find("change = X"), 10, "change = bands(X)");
  const Texts found = prices(text, "2023-12-31");
  EXPECT_EQ(found[0], "101.00");
  EXPECT_EQ(found[1], "105.04");
  EXPECT_EQ(found[2], "? band bands 0.025");
}

TEST(Undetermined, a_dated_constant_before_its_first_day_is_named) {
  const char* constants =
      "constants = { K = [{ from = 2022-01-01, value = \"2%\" }], M = [{ from = 2022-01-01, value "
      "= 1 }] }";
  std::string text = yearly(constants, R"(["2021", 1], ["2022", 1])");
  text.replace(text.find("change = X"), 10, "change = K + M*X");
  EXPECT_EQ(prices(text, "2021-12-31"), Texts{"? constant K constant M"});
  text.replace(text.find("value = 1 }"), 11, "value = 0 }, { value = 1 }");
  EXPECT_EQ(prices(text, "2021-12-31"), Texts{"? constant K"});
}

TEST(Undetermined, dated_constants_change_on_their_day) {
  std::string text =
      yearly("constants = { K = [{ value = \"1%\" }, { from = 2022-01-01, value = \"2%\" }] }",
             R"(["2021", 1], ["2022", 1])");
  text.replace(text.find("change = X"), 10, "change = K + X");
  EXPECT_EQ(prices(text, "2022-12-31"), (Texts{"102.00", "105.06"}));
}

TEST(Undetermined, dividing_by_zero_is_named) {
  std::string text = yearly("", R"(["2021", 0])");
  text.replace(text.find("change = X"), 10, "change = 1 / X");
  EXPECT_EQ(prices(text, "2021-12-31"), Texts{"? zero"});
}

TEST(Undetermined, a_free_price_stays_free) {
  // CONTRACT-FORMAT section 4: a price of 0 stays 0.
  for (const char* keys : {"", "compounding = \"base\"", "limits = { cap_total = \"5%\" }"}) {
    std::string text = yearly(keys, R"(["2021", 3], ["2022", 4])");
    text.replace(text.find("100.00"), 6, "0.00");
    EXPECT_EQ(prices(text, "2022-12-31"), (Texts{"0.00", "0.00"})) << keys;
  }
}

TEST(Undetermined, nothing_is_known_before_it_is_published) {
  const std::string text =
      yearly("", R"(["2021", 3, "definitive", 2021-02-10], ["2022", 2, "definitive", 2021-12-20])");
  // Read on the adjustment date, 2021-01-01: the figure of 2021 was published after it.
  EXPECT_EQ(prices(text, "2022-12-31"), (Texts{"? s 2021", "? s 2021"}));
  EXPECT_EQ(
      prices(
          Talk(
              yearly(
                  "",
                  R"(["2021", 3, "definitive", 2020-12-10], ["2022", 2, "definitive", 2021-12-20])"),
              priced::day("2021-12-19"))
              .schedule("p", "2022-12-31")),
      (Texts{"103.00", "? s 2022"}));
}

TEST(Undetermined, prices_rest_on_provisional_figures_as_long_as_these_count) {
  const auto schedule = Talk(yearly("", R"(["2021", 3], ["2022", 2, "provisional"], ["2023", 1])"))
                            .schedule("p", "2023-12-31");
  using pricetalk::Fixity;
  EXPECT_EQ(schedule.entries[1].fixity, Fixity::fixed);
  EXPECT_EQ(schedule.entries[2].fixity, Fixity::provisional);
  EXPECT_EQ(schedule.entries[3].fixity, Fixity::provisional)
      << "it starts from a provisional price";
}

// ---- steps that are refused

std::string line_keys(std::string text, const std::string& keys) {
  const std::string at = "clause = \"c\"\n";
  return text.replace(text.find(at), at.size(), at + keys + "\n");
}

constexpr const char* twos = R"(["2020", 2], ["2021", 2], ["2022", 2], ["2023", 2])";

TEST(Refused, no_step_within_the_price_binding) {
  // 1.5 years from 2020-01-01: the step of 2021 is refused, not put off.
  const std::string text = line_keys(yearly("", twos), "price_binding = \"18 months\"");
  EXPECT_EQ(prices(text, "2022-12-31"), (Texts{"100.00", "102.00"}));
  EXPECT_EQ(verdicts(text, "2022-12-31"), (Texts{"too soon", "adjusted"}));
  EXPECT_EQ(verdicts(line_keys(yearly("", twos), "price_binding = \"1 year\""), "2021-12-31"),
            Texts{"adjusted"});
}

TEST(Refused, no_step_within_the_minimum_interval_of_the_last_one) {
  std::string text = yearly("", twos);
  const std::string adjust = "adjust = { every = \"year\", on = \"01-01\" }";
  text.replace(
      text.find(adjust), adjust.size(),
      "adjust = { every = \"4 months\", on = \"01-01\", minimum_interval = \"9 months\" }");
  const auto schedule = Talk(text).schedule("p", "2022-12-31");
  EXPECT_EQ(
      priced::dated(schedule),
      (Texts{"2020-01-01 100.00", "2021-01-01 102.00", "2021-05-01 102.00", "2021-09-01 102.00",
             "2022-01-01 104.04", "2022-05-01 104.04", "2022-09-01 104.04"}));
}

TEST(Refused, the_minimum_interval_counts_from_the_bid_before_the_first_step) {
  std::string text = yearly("", twos);
  const std::string adjust = "adjust = { every = \"year\", on = \"01-01\" }";
  text.replace(text.find(adjust), adjust.size(),
               "adjust = { every = \"year\", on = \"01-01\", minimum_interval = \"1 year\" }");
  EXPECT_EQ(verdicts(text, "2022-12-31"), (Texts{"adjusted", "adjusted"}));
  text.replace(text.find("start = 2020"), 0, "bid = 2020-02-01\n");
  EXPECT_EQ(verdicts(text, "2022-12-31"), (Texts{"too soon", "adjusted"}));
}

TEST(Refused, steps_up_to_the_price_date_are_in_the_price_already) {
  std::string text = yearly("", twos);
  text.replace(text.find("price_date = 2020-01-01"), 23, "price_date = 2021-01-01");
  EXPECT_EQ(priced::dated(Talk(text).schedule("p", "2022-12-31")),
            (Texts{"2021-01-01 100.00", "2022-01-01 102.00"}));
}

TEST(Refused, a_reference_at_the_start_reads_at_the_last_date_in_the_price) {
  // price_date 2021-07-01: the price holds the step of 2021-01-01, which used 2020 (103). 2022:
  // 107.12/103 = 1.04.
  for (const char* base : {R"(base = "at start")", R"(base = "at last adjustment")"}) {
    std::string text =
        indexed("", base, R"(["2018", 90], ["2019", 100], ["2020", 103], ["2021", 107.12])");
    text.replace(text.find("price_date = 2020-01-01"), 23, "price_date = 2021-07-01");
    EXPECT_EQ(prices(text, "2022-12-31"), Texts{"104.00"}) << base;
  }
}

TEST(Refused, a_reference_at_the_start_without_a_date_in_the_price_reads_at_the_price_date) {
  // price_date 2020-07-01, no scheduled date before it: previous year of 2020-07-01 is 2019.
  std::string text =
      indexed("", R"(base = "at start")", R"(["2018", 90], ["2019", 100], ["2020", 103])");
  text.replace(text.find("price_date = 2020-01-01"), 23, "price_date = 2020-07-01");
  EXPECT_EQ(prices(text, "2021-12-31"), Texts{"103.00"});
}

TEST(Refused, no_step_outside_the_life_of_the_line) {
  EXPECT_EQ(verdicts(line_keys(yearly("", twos), "until = 2021-12-31"), "2023-12-31"),
            Texts{"adjusted"});
  EXPECT_EQ(prices(line_keys(yearly("", twos), "from = 2021-06-01"), "2023-12-31"),
            (Texts{"102.00", "104.04"}));
}

TEST(Refused, an_entry_holds_from_its_day_on) {
  const auto schedule = Talk(yearly("", twos)).schedule("p", "2021-12-31");
  EXPECT_EQ(schedule.on(priced::day("2019-12-31")), nullptr);
  EXPECT_EQ(priced::text(schedule.on(priced::day("2020-12-31"))->price), "100.00");
  EXPECT_EQ(priced::text(schedule.on(priced::day("2021-01-01"))->price), "102.00");
}

TEST(Tiers, each_tier_price_is_adjusted_and_rounded_by_itself) {
  std::string text = yearly("", R"(["2021", 10])");
  text.replace(text.find("unit_price = 100.00"), 19,
               "tiers = [{ up_to = 100, unit_price = 0.30 }, { unit_price = 0.25 }]");
  const Talk talk(text);
  EXPECT_EQ(prices(talk.schedule("p", "2021-12-31", 0)), Texts{"0.33"});
  EXPECT_EQ(prices(talk.schedule("p", "2021-12-31", 1)), Texts{"0.28"});  // 0.275
  EXPECT_EQ(pricetalk::schedule(talk.contract(), talk.coverage(), priced::day("2021-12-31")).size(),
            2u);
  EXPECT_EQ(talk.schedule("p", "2021-12-31", 1).entries[1].address.text, "T/p#2/2021-01-01/price");
}

}  // namespace pricing_undetermined_test
