#include "reading/reading.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "../pricing/priced.hpp"
#include "pricing/fold.hpp"

namespace pricetalk {
namespace reading_test {

using priced::Talk;
using priced::Texts;
using testing::ElementsAre;
using testing::IsSupersetOf;

std::vector<Reading> readings_of(const Talk& talk, const char* until = "2030-12-31") {
  const Line& line = *talk.contract().find_line("p");
  return readings(talk.contract(), line, talk.contract().clauses.front(), talk.coverage().library(),
                  priced::day(until));
}

/// The prices until the end of 2024 as one reading has them; empty when it does not apply.
Texts read_as(const std::string& text, const std::string& id, bool with_dates = false) {
  const Talk talk(text);
  for (const Reading& reading : readings_of(talk, "2024-12-31")) {
    if (reading.id != id) continue;
    const Contract edited = *reading.edit(talk.contract());
    const auto made = schedule(PricingContext{&edited, edited.find_line("p"), 0, &talk.coverage()},
                               priced::day("2024-12-31"));
    return with_dates ? priced::dated(made) : priced::prices(made);
  }
  return {};
}

/// 100.00 in 2020; the index of the year before over the one before that:
/// 2021 105/100, 2022 110/105, 2023 108/110, 2024 114/108. Without limits 105.00 110.00 108.00
/// 114.00.
const char* const figures =
    R"(["2018", 98], ["2019", 100], ["2020", 105], ["2021", 110], ["2022", 108], ["2023", 114])";
std::string plain(const std::string& clause = "", const std::string& rest = "") {
  return priced::indexed(clause, "", figures, rest);
}
const std::string limits = "limits = { cap = \"3%\", floor = \"0%\" }";

TEST(Readings, leave_limits_out) {
  // In force: 103.00, 106.09, 106.09, 109.27.
  EXPECT_THAT(read_as(plain(limits), "cap-ignored"),
              ElementsAre("105.00", "110.00", "110.00", "116.11"));
  EXPECT_THAT(read_as(plain(limits), "floor-ignored"),
              ElementsAre("103.00", "106.09", "104.16", "107.28"));
  EXPECT_THAT(read_as(plain(), "decrease-kept"),
              ElementsAre("105.00", "110.00", "110.00", "116.11"));
  EXPECT_THAT(read_as(plain(limits), "cap-as-step"),
              ElementsAre("103.00", "106.09", "109.27", "112.55"));
}

TEST(Readings, take_the_floor_as_the_step) {
  // In force 105.00, 110.00, 111.10 (108/110 is less than the floor), 117.27.
  EXPECT_THAT(read_as(plain("limits = { floor = \"1%\" }"), "floor-as-step"),
              ElementsAre("101.00", "102.01", "103.03", "104.06"));
  EXPECT_TRUE(read_as(plain("limits = { floor = \"0%\" }"), "floor-as-step").empty());
}

TEST(Readings, add_the_change_since_the_start_to_the_price_in_force) {
  // 5, 10, 8 and 14 % since 2019, each time 100.00 x that, added to what was charged before.
  const Texts added = {"105.00", "115.00", "123.00", "137.00"};
  EXPECT_EQ(read_as(plain(), "since-start-added"), added);
  EXPECT_EQ(read_as(plain("compounding = \"base\""), "since-start-added"), added);
  EXPECT_EQ(
      read_as(plain("compounding = \"base\"\nformula = \"P = P0 * X/X0\""), "since-start-added"),
      added);
  EXPECT_EQ(read_as(plain("compounding = \"base\"\nformula = \"change = X/X0 - 1\""),
                    "since-start-added"),
            added);
  // Half of the change, of the price by the whole change: 102.50, 107.50, 111.50, 118.50.
  EXPECT_THAT(
      read_as(plain("compounding = \"base\"\nformula = \"a = 0.5*X/X0\\nP = P0*(0.5 + a)\""),
              "since-start-added"),
      ElementsAre("102.50", "107.50", "111.50", "118.50"));
}

TEST(Readings, take_what_the_cap_cut_off) {
  // Cut off 2 % in 2021, 3.7619 % after 2022; 2023: 108/110 - 1 + 3.7619 % = 1.9437 %: 106.09
  // x 1.019437 = 108.15.
  const Texts found = read_as(plain(limits), "carry-over-taken");
  EXPECT_EQ(found[2], "108.15");
  EXPECT_TRUE(
      read_as(plain("limits = { cap = \"3%\", carry_over = \"increases\" }"), "carry-over-taken")
          .empty());
}

TEST(Readings, mix_up_references) {
  // Always against 100: 105 %, 110 %, 108 %, 114 % of the price in force.
  EXPECT_THAT(read_as(plain(), "mixed-base"), ElementsAre("105.00", "115.50", "124.74", "142.20"));
  // 105/98, 110/100, 108/105, 114/110 of the price in force.
  EXPECT_THAT(read_as(plain(), "two-year-span"),
              ElementsAre("107.14", "117.85", "121.22", "125.63"));
}

TEST(Readings, pass_everything_on) {
  EXPECT_EQ(read_as(plain("pass_through = \"50%\""), "pass-through-ignored").front(), "105.00");
  EXPECT_EQ(read_as(plain("threshold = { more_than = \"6%\" }"), "threshold-ignored").front(),
            "105.00");
  EXPECT_EQ(read_as(plain("formula = \"0.20 + 0.80*X/X0\""), "fixed-part-indexed").front(),
            "105.00");
}

TEST(Readings, round_otherwise) {
  // 110/105 = 1.047619: 1.05, 1.05, 1.048 of 105.00; 108/110 = 0.981818 away from zero is 0.99.
  EXPECT_THAT(read_as(plain(), "whole-percents-up"),
              ElementsAre("105.00", "110.25", "109.15", "115.70"));
  EXPECT_EQ(read_as(plain(), "whole-percents")[1], "110.25");
  EXPECT_EQ(read_as(plain(), "tenths-of-percents")[1], "110.04");
  EXPECT_TRUE(
      read_as(plain("rounding = { coefficient = { decimals = 4 } }"), "hundredths-of-percents")
          .empty());
}

TEST(Readings, read_points_as_percents) {
  // 5 points, 5 points, -2, 6: 105.00, 110.25, 108.05, 114.53.
  EXPECT_THAT(read_as(plain(), "points-as-percent"),
              ElementsAre("105.00", "110.25", "108.05", "114.53"));
}

TEST(Readings, swap_weights_and_series) {
  const std::string text = R"toml(schema = 1
[contract]
id = "T"
currency = "EUR"
start = 2020-01-01
[price.p]
unit_price = 100.00
price_date = 2020-01-01
clause = "c"
[clause.c]
adjust = { every = "year", on = "01-01" }
formula = "P = P0 * (0.70*L/L0 + 0.30*C/C0)"
index.L = { series = "wages", use = "previous year" }
index.C = { series = "prices", use = "previous year" }
[[series]]
id = "wages"
publisher = "P"
figures = [["2019", 100], ["2020", 110]]
[[series]]
id = "prices"
publisher = "P"
figures = [["2019", 100], ["2020", 102]]
[[series]]
id = "energy"
publisher = "P"
title = "Energie"
figures = [["2019", 100], ["2020", 120]]
[[series]]
id = "others"
publisher = "Q"
figures = [["2019", 100], ["2020", 120]]
)toml";
  EXPECT_EQ(read_as(text, "weights-swapped/L/C").front(), "104.40");    // 0.3 x 1.10 + 0.7 x 1.02
  EXPECT_EQ(read_as(text, "wrong-series/L/energy").front(), "114.60");  // 0.7 x 1.20 + 0.3 x 1.02
  EXPECT_TRUE(read_as(text, "wrong-series/L/others").empty());          // another publisher
}

TEST(Readings, take_another_month) {
  const std::string text =
      priced::contract_text("", "use = \"december of previous year\"",
                            "figures = [[\"2018-11\", 98], [\"2018-12\", 100], [\"2019-11\", 103], "
                            "[\"2019-12\", 104], [\"2020-01\", 106], "
                            "[\"2020-11\", 107], [\"2020-12\", 108], [\"2021-01\", 110]]",
                            "");
  EXPECT_EQ(read_as(text, "wrong-month-1").front(), "103.88");  // 107/103
  EXPECT_EQ(read_as(text, "wrong-month+1").front(), "103.77");  // 110/106, January of the same year
  EXPECT_EQ(read_as(text, "wrong-comparison-month-1").front(), "102.88");  // 107/104
}

TEST(Readings, recover_a_waived_year_or_ignore_it) {
  const std::string waived = "[[decision]]\ndate = 2022-01-01\nkind = \"waived\"";
  // In force: 105.00, 105.00, 103.09, 108.82. Recovered: 108/110 - 1 + 4.7619 % = 2.9437 % in 2023.
  EXPECT_EQ(read_as(plain("", waived), "waiver-recovered-2022-01-01")[2], "108.09");
  EXPECT_THAT(read_as(plain("", waived), "waiver-ignored-2022-01-01"),
              ElementsAre("105.00", "110.00", "108.00", "114.00"));
}

TEST(Readings, move_or_forget_the_day) {
  EXPECT_EQ(read_as(plain(), "applied-early-2", true)[1], "2020-11-01 105.00");
  EXPECT_THAT(read_as(plain(), "applied-early-2", true), testing::Contains("2021-11-01 110.00"));
  EXPECT_THAT(read_as(plain(), "step-forgotten"),
              ElementsAre("100.00", "100.00", "100.00", "100.00"));
}

TEST(Readings, apply_a_step_that_was_announced_too_late) {
  const std::string text =
      plain("notice = { before = \"2 months\", late = \"forfeits\" }",
            "[[announcement]]\ndate = 2020-12-15\nclause = \"c\"\nfor = 2021-01-01");
  EXPECT_EQ(priced::prices(Talk(text).schedule("p", "2021-12-31")).front(), "100.00");
  EXPECT_EQ(read_as(text, "notice-missed").front(), "105.00");
}

TEST(Readings, that_do_not_apply_are_left_out) {
  const Talk talk(plain());
  for (const Reading& reading : readings_of(talk)) {
    EXPECT_NE(reading.id, "cap-ignored");
    EXPECT_NE(reading.id, "pass-through-ignored");
    EXPECT_NE(reading.id, "fixed-part-indexed");
    EXPECT_NE(reading.id, "notice-missed");
    EXPECT_FALSE(reading.sentence.nl.empty() || reading.sentence.en.empty()) << reading.id;
  }
}

/// A clause with some of its stages, and five figures between 80 and 130.
std::string drawn() {
  const auto number = [](int low, int high) { return *rc::gen::inRange(low, high); };
  std::string rows;
  for (int year = 2018; year < 2024; ++year)
    rows += (rows.empty() ? "" : ", ") + std::string("[\"") + std::to_string(year) + "\", " +
            std::to_string(number(80, 131)) + "]";
  std::string clause;
  if (*rc::gen::arbitrary<bool>())
    clause += "limits = { cap = \"" + std::to_string(number(1, 9)) + "%\", floor = \"-" +
              std::to_string(number(0, 3)) + "%\" }\n";
  if (*rc::gen::arbitrary<bool>())
    clause += "threshold = { more_than = \"" + std::to_string(number(1, 6)) + "%\" }\n";
  if (*rc::gen::arbitrary<bool>())
    clause += "pass_through = \"" + std::to_string(number(20, 100)) + "%\"\n";
  if (*rc::gen::arbitrary<bool>()) clause += "compounding = \"base\"\n";
  return priced::indexed(clause, "", rows);
}

RC_GTEST_PROP(Readings, that_edit_nothing_change_nothing, ()) {
  const Talk talk(drawn());
  const Contract copy = talk.contract();
  const auto own = talk.schedule("p", "2024-12-31");
  const auto other = schedule(PricingContext{&copy, copy.find_line("p"), 0, &talk.coverage()},
                              priced::day("2024-12-31"));
  RC_ASSERT(priced::dated(own) == priced::dated(other));
  RC_ASSERT(priced::verdicts(own) == priced::verdicts(other));
}

RC_GTEST_PROP(Readings, of_a_limit_that_never_binds_change_nothing, ()) {
  const Talk talk(priced::indexed("limits = { cap = \"500%\", floor = \"-90%\" }", "",
                                  "[\"2018\", 90], [\"2019\", 100], [\"2020\", " +
                                      std::to_string(*rc::gen::inRange(80, 131)) +
                                      "], [\"2021\", 108]"));
  for (const Reading& reading : readings_of(talk, "2022-12-31")) {
    if (reading.id != "cap-ignored" && reading.id != "floor-ignored" &&
        reading.id != "carry-over-taken")
      continue;
    const Contract edited = *reading.edit(talk.contract());
    const auto read = schedule(PricingContext{&edited, edited.find_line("p"), 0, &talk.coverage()},
                               priced::day("2022-12-31"));
    RC_ASSERT(priced::prices(read) == priced::prices(talk.schedule("p", "2022-12-31")));
  }
}

}  // namespace reading_test
}  // namespace pricetalk
