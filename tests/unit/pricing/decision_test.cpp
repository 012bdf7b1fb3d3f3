#include "priced.hpp"

// Decisions, and what the next date makes of them: worked examples of the format's corpus (limits,
// memory, base), the others by hand.
namespace pricing_decision_test {

using priced::indexed;
using priced::prices;
using priced::Talk;
using priced::Texts;
using priced::verdicts;
using priced::yearly;

constexpr const char* three_two_two = R"(["2021", 3], ["2022", 2], ["2023", 2])";
constexpr const char* index_three_two_two =
    R"(["2019", 100], ["2020", 103], ["2021", 105.06], ["2022", 107.1612])";

std::string decided(const std::string& keys) { return "[[decision]]\ndate = 2022-01-01\n" + keys; }

TEST(Decision, a_waived_year_is_lost_for_good) {
  const std::string text = yearly("", three_two_two, decided("kind = \"waived\""));
  EXPECT_EQ(prices(text, "2023-12-31"), (Texts{"103.00", "103.00", "105.06"}));
  EXPECT_EQ(verdicts(text, "2023-12-31"), (Texts{"adjusted", "waived", "adjusted"}));
}

TEST(Decision, a_waived_year_comes_back_with_catch_up) {
  EXPECT_EQ(prices(yearly("", three_two_two, decided("kind = \"waived\"\ncatch_up = true")),
                   "2023-12-31"),
            (Texts{"103.00", "103.00", "107.12"}));
}

TEST(Decision, it_says_what_was_given_up) {
  const Talk talk(yearly("", three_two_two, decided("kind = \"waived\"")));
  const auto schedule = talk.schedule("p", "2022-12-31");
  const auto& why = schedule.entries[2].why;
  EXPECT_EQ(why.tape.at(why.calculation->outputs.given_up), pricetalk::Ratio::of(2, 100));
  EXPECT_EQ(schedule.entries[2].change(), pricetalk::Ratio(0));
}

TEST(Decision, a_waived_year_counts_as_used_for_the_last_adjustment_unless_it_is_caught_up) {
  const char* base = R"(base = "at last adjustment")";
  EXPECT_EQ(
      prices(indexed("", base, index_three_two_two, decided("kind = \"waived\"")), "2023-12-31"),
      (Texts{"103.00", "103.00", "105.06"}));
  EXPECT_EQ(
      prices(indexed("", base, index_three_two_two, decided("kind = \"waived\"\ncatch_up = true")),
             "2023-12-31"),
      (Texts{"103.00", "103.00", "107.16"}));
}

TEST(Decision, a_rolling_reference_loses_a_waived_year) {
  EXPECT_EQ(prices(indexed("", R"(base = "at previous date")", index_three_two_two,
                           decided("kind = \"waived\"")),
                   "2023-12-31"),
            (Texts{"103.00", "103.00", "105.06"}));
}

TEST(Decision, a_decrease_that_a_floor_stopped_is_in_the_last_adjustment_already) {
  // The figure 98 moved nothing, so 101 and 103 compare with 100 and 101: nothing is netted twice.
  EXPECT_EQ(prices(indexed(R"(limits = { floor = "0%", carry_over = "decreases" })",
                           R"(base = "at last adjustment")",
                           R"(["2019", 100], ["2020", 98], ["2021", 101], ["2022", 103])"),
                   "2023-12-31"),
            (Texts{"100.00", "101.00", "103.00"}));
}

TEST(Decision, with_the_original_price_as_base_a_waived_year_is_lost_or_caught_up) {
  const char* base = "compounding = \"base\"";
  EXPECT_EQ(prices(indexed(base, R"(base = "at start")", index_three_two_two,
                           decided("kind = \"waived\"")),
                   "2023-12-31"),
            (Texts{"103.00", "103.00", "105.06"}));
  EXPECT_EQ(prices(indexed(base, R"(base = "at start")", index_three_two_two,
                           decided("kind = \"waived\"\ncatch_up = true")),
                   "2023-12-31"),
            (Texts{"103.00", "103.00", "107.16"}));
}

TEST(Decision, a_reduced_step_takes_the_decided_change) {
  // 103 x 1.01 = 104.03; then 2 %, with catch-up 3 %.
  const std::string lost =
      yearly("", three_two_two, decided("kind = \"reduced\"\nchange = \"1%\""));
  EXPECT_EQ(prices(lost, "2023-12-31"), (Texts{"103.00", "104.03", "106.11"}));
  EXPECT_EQ(verdicts(lost, "2023-12-31"), (Texts{"adjusted", "reduced", "adjusted"}));
  EXPECT_EQ(prices(yearly("", three_two_two,
                          decided("kind = \"reduced\"\nchange = \"1%\"\ncatch_up = true")),
                   "2023-12-31"),
            (Texts{"103.00", "104.03", "107.15"}));
}

TEST(Decision, an_agreed_price_is_the_price) {
  const std::string text =
      yearly("", three_two_two, decided("kind = \"agreed-price\"\nunit_price = 101.00"));
  EXPECT_EQ(prices(text, "2023-12-31"), (Texts{"103.00", "101.00", "103.02"}));
  EXPECT_EQ(verdicts(text, "2023-12-31"), (Texts{"adjusted", "agreed price", "adjusted"}));
}

TEST(Decision, a_deferred_step_happens_on_its_later_day) {
  const Talk talk(yearly("", three_two_two, decided("kind = \"deferred\"\nto = 2022-07-01")));
  const auto schedule = talk.schedule("p", "2023-12-31");
  EXPECT_EQ(priced::dated(schedule),
            (Texts{"2020-01-01 100.00", "2021-01-01 103.00", "2022-01-01 103.00",
                   "2022-07-01 105.06", "2023-01-01 107.16"}));
  EXPECT_EQ(verdicts(schedule), (Texts{"adjusted", "deferred", "adjusted", "adjusted"}));
  EXPECT_EQ(priced::text(schedule.on(priced::day("2022-06-30"))->price), "103.00");
  EXPECT_EQ(priced::text(schedule.on(priced::day("2022-07-01"))->price), "105.06");
}

TEST(Decision, it_is_about_the_lines_and_clauses_that_it_names) {
  const std::string other =
      "[price.q]\nunit_price = 100.00\nprice_date = 2020-01-01\nclause = \"c\"\n";
  const Talk talk(yearly("", three_two_two, other + decided("kind = \"waived\"\nprice = \"q\"")));
  EXPECT_EQ(prices(talk.schedule("p", "2022-12-31")), (Texts{"103.00", "105.06"}));
  EXPECT_EQ(prices(talk.schedule("q", "2022-12-31")), (Texts{"103.00", "103.00"}));
}

TEST(Decision, a_waived_date_needs_no_figure) {
  const std::string text = yearly("", R"(["2021", 3], ["2023", 2])", decided("kind = \"waived\""));
  EXPECT_EQ(prices(text, "2023-12-31"), (Texts{"103.00", "103.00", "105.06"}));
}

TEST(Decision, what_comes_back_of_an_agreed_price_lowers_the_next_one) {
  // 110 is 7/103 above 103; 2 % of the clause: 2023 takes 2 % + 2 % - 7/103 of 110.
  const std::string text = yearly(
      "", three_two_two, decided("kind = \"agreed-price\"\nunit_price = 110.00\ncatch_up = true"));
  EXPECT_EQ(prices(text, "2023-12-31"), (Texts{"103.00", "110.00", "106.92"}));
}

TEST(Decision, what_comes_back_of_an_agreed_price_never_makes_a_price_negative) {
  // 300 is 197/103 above 103: what comes back is more than the whole price.
  const std::string text = yearly(
      "", three_two_two, decided("kind = \"agreed-price\"\nunit_price = 300.00\ncatch_up = true"));
  EXPECT_EQ(prices(text, "2023-12-31"),
            (Texts{"103.00", "300.00", "? price below zero 2023-01-01"}));
}

// ---- notice

/// 3 % in 2021, 2 % in 2022 announced on `announced`, 2 % in 2023.
std::string announced(const std::string& notice, const std::string& announced) {
  return yearly("notice = { before = \"2 months\"" + notice + " }", three_two_two,
                "[[announcement]]\ndate = " + announced + "\nclause = \"c\"\nfor = 2022-01-01\n");
}

TEST(Notice, an_announcement_in_time_changes_nothing) {
  EXPECT_EQ(prices(announced("", "2021-11-01"), "2023-12-31"),
            (Texts{"103.00", "105.06", "107.16"}));
}

TEST(Notice, one_day_late_moves_the_step_to_the_next_date) {
  // 2022 nothing, 2023 2 + 2 points: 103 x 1.04.
  EXPECT_EQ(prices(announced("", "2021-11-02"), "2023-12-31"),
            (Texts{"103.00", "103.00", "107.12"}));
  EXPECT_EQ(verdicts(announced("", "2021-11-02"), "2023-12-31")[1],
            "announced too late: at the next date");
}

TEST(Notice, late_may_forfeit_the_step) {
  const std::string text = announced(", late = \"forfeits\"", "2021-11-02");
  EXPECT_EQ(prices(text, "2023-12-31"), (Texts{"103.00", "103.00", "105.06"}));
  EXPECT_EQ(verdicts(text, "2023-12-31")[1], "announced too late: lost");
}

TEST(Notice, late_may_only_move_the_first_day) {
  const auto schedule =
      Talk(announced(", late = \"level-only\"", "2021-12-15")).schedule("p", "2022-12-31");
  EXPECT_EQ(priced::dated(schedule),
            (Texts{"2020-01-01 100.00", "2021-01-01 103.00", "2022-02-15 105.06"}));
  EXPECT_EQ(schedule.entries[2].date, priced::day("2022-01-01"));
}

TEST(Notice, arrears_go_back_to_the_adjustment_date_as_far_as_their_limit) {
  const auto back =
      Talk(announced(", late = \"arrears\"", "2022-06-01")).schedule("p", "2022-12-31");
  EXPECT_EQ(priced::dated(back)[2], "2022-01-01 105.06");
  const auto limited =
      Talk(announced(", late = \"arrears\", arrears_limit = \"1 month\"", "2022-06-01"))
          .schedule("p", "2022-12-31");
  EXPECT_EQ(priced::dated(limited)[2], "2022-05-01 105.06");
}

TEST(Notice, a_past_date_without_announcement_is_computed_as_if_in_time) {
  EXPECT_EQ(prices(yearly("notice = { before = \"2 months\" }", three_two_two), "2022-12-31"),
            (Texts{"103.00", "105.06"}));
}

TEST(Notice, the_last_day_shown_is_a_working_day) {
  // 2022-11-01 is a Tuesday; 2020-11-01 a Sunday, so Friday 2020-10-30.
  const auto schedule =
      Talk(yearly("notice = { before = \"2 months\" }", three_two_two)).schedule("p", "2023-12-31");
  EXPECT_EQ(schedule.entries[1].deadline->adjusted_from, priced::day("2020-11-01"));
  EXPECT_EQ(schedule.entries[1].deadline->on, priced::day("2020-10-30"));
  EXPECT_EQ(schedule.entries[3].deadline->on, priced::day("2022-11-01"));
}

TEST(Notice, with_the_last_adjustment_as_reference_a_moved_step_is_caught_up_once) {
  // The reference still holds what was left out: 107.1612/103, not 4.04 % + 2 %.
  const std::string text = indexed(
      "notice = { before = \"2 months\" }", R"(base = "at last adjustment")", index_three_two_two,
      "[[announcement]]\ndate = 2021-12-01\nclause = \"c\"\nfor = 2022-01-01\n");
  EXPECT_EQ(prices(text, "2023-12-31"), (Texts{"103.00", "103.00", "107.16"}));
}

}  // namespace pricing_decision_test
