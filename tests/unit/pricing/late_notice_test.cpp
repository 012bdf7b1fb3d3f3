#include "priced.hpp"

// A late announcement beside a decision, and beside the dates that follow. Worked out by hand.
namespace pricing_late_notice_test {

using priced::dated;
using priced::Talk;
using priced::Texts;
using priced::verdicts;

/// 100.00 since 2024, 3 % on every 1 January, two months to announce; `late` decides what a late
/// announcement does. That of 2025 was received on `received`, and `decided` holds for it.
std::string contract(const std::string& late, const std::string& received,
                     const std::string& decided = "", const std::string& more = "",
                     const std::string& formula = "change = 3%") {
  return "schema = 1\n[contract]\nid = \"T\"\ncurrency = \"EUR\"\nstart = 2024-01-01\n[price.p]\n"
         "unit_price = 100.00\nprice_date = 2024-01-01\nclause = \"c\"\n[clause.c]\n"
         "adjust = { every = \"year\" }\nformula = \"" +
         formula + "\"\nnotice = { before = \"2 months\", late = \"" + late + "\" }\n" + more +
         "\n[[announcement]]\ndate = " + received + "\nclause = \"c\"\nfor = 2025-01-01\n" +
         (decided.empty() ? "" : "[[decision]]\ndate = 2025-01-01\n" + decided + "\n");
}

Texts prices(const std::string& text) { return priced::prices(text, "2026-12-31"); }

const std::string waived = "kind = \"waived\"";
const std::string reduced = "kind = \"reduced\"\nchange = \"1%\"";
const std::string catch_up = "\ncatch_up = true";

TEST(LateNotice, a_waived_step_is_lost_though_a_late_one_would_have_moved_on) {
  const std::string text = contract("next-date", "2024-12-20", waived);
  EXPECT_EQ(prices(text), (Texts{"100.00", "103.00"}));
  EXPECT_EQ(verdicts(text, "2025-12-31"), Texts{"waived"});
  EXPECT_EQ(prices(contract("next-date", "2024-12-20", waived + catch_up)),
            (Texts{"100.00", "106.00"}));
}

TEST(LateNotice, a_reduced_step_is_taken_though_a_late_one_would_have_moved_on) {
  const std::string text = contract("next-date", "2024-12-20", reduced);
  EXPECT_EQ(prices(text), (Texts{"101.00", "104.03"}));
  EXPECT_EQ(verdicts(text, "2025-12-31"), Texts{"reduced"});
  // 3 % + the 2 points that were given up
  EXPECT_EQ(prices(contract("next-date", "2024-12-20", reduced + catch_up)),
            (Texts{"101.00", "106.05"}));
}

TEST(LateNotice, a_lost_step_has_nothing_that_a_decision_could_give_back) {
  for (const std::string& decided :
       {waived, waived + catch_up, reduced, reduced + catch_up, std::string()}) {
    const std::string text = contract("forfeits", "2024-12-20", decided);
    EXPECT_EQ(prices(text), (Texts{"100.00", "103.00"})) << decided;
    EXPECT_EQ(verdicts(text, "2025-12-31"), Texts{"announced too late: lost"}) << decided;
  }
}

TEST(LateNotice, a_waived_step_is_lost_for_a_clause_on_the_original_price_too) {
  const std::string more =
      "compounding = \"base\"\n"
      "constants = { X = [{ value = \"3%\" }, { from = 2026-01-01, value = \"6.09%\" }] }\n";
  EXPECT_EQ(prices(contract("next-date", "2024-12-20", waived, more, "change = X")),
            (Texts{"100.00", "103.00"}));
  EXPECT_EQ(prices(contract("next-date", "2024-12-20", "", more, "change = X")),
            (Texts{"100.00", "106.09"}));
  EXPECT_EQ(prices(contract("forfeits", "2024-12-20", waived + catch_up, more, "change = X")),
            (Texts{"100.00", "103.00"}));
}

TEST(LateNotice, a_waived_step_starts_on_its_own_day_however_late_the_announcement) {
  for (const char* late : {"level-only", "arrears"})
    EXPECT_EQ(dated(Talk(contract(late, "2025-03-15", waived)).schedule("p", "2025-12-31")),
              (Texts{"2024-01-01 100.00", "2025-01-01 100.00"}))
        << late;
}

TEST(LateNotice, a_step_announced_after_the_next_date_waits_for_its_first_day) {
  EXPECT_EQ(dated(Talk(contract("level-only", "2025-12-15")).schedule("p", "2026-12-31")),
            (Texts{"2024-01-01 100.00", "2026-01-01 103.00", "2026-02-15 106.09"}));
  EXPECT_EQ(dated(Talk(contract("level-only", "2025-12-15")).schedule("p", "2026-02-14")),
            (Texts{"2024-01-01 100.00", "2026-01-01 103.00"}));
}

TEST(LateNotice, arrears_reach_back_no_further_than_their_limit_past_the_next_date) {
  const std::string text = contract("arrears\", arrears_limit = \"3 months", "2026-06-15");
  EXPECT_EQ(dated(Talk(text).schedule("p", "2026-12-31")),
            (Texts{"2024-01-01 100.00", "2026-01-01 103.00", "2026-03-15 106.09"}));
  EXPECT_EQ(dated(Talk(contract("arrears", "2026-06-15")).schedule("p", "2026-12-31")),
            (Texts{"2024-01-01 100.00", "2025-01-01 103.00", "2026-01-01 106.09"}));
}

TEST(LateNotice, another_clause_of_the_line_does_not_bring_a_late_step_forward) {
  std::string text = contract("level-only", "2024-12-20", "",
                              "[clause.other]\nadjust = { dates = [2025-02-01] }\n"
                              "formula = \"change = 10%\"\n");
  text.replace(text.find("clause = \"c\""), 12, "clause = [\"c\", \"other\"]");
  EXPECT_EQ(dated(Talk(text).schedule("p", "2025-12-31")),
            (Texts{"2024-01-01 100.00", "2025-02-01 110.00", "2025-02-20 113.30"}));
}

TEST(LateNotice, a_late_step_counts_for_its_own_date_in_the_interval) {
  std::string text = contract("level-only", "2024-12-20");
  text.replace(text.find("every = \"year\""), 14,
               "every = \"year\", minimum_interval = \"1 year\"");
  EXPECT_EQ(dated(Talk(text).schedule("p", "2026-12-31")),
            (Texts{"2024-01-01 100.00", "2025-02-20 103.00", "2026-01-01 106.09"}));
}

TEST(LateNotice, a_deferred_step_that_was_announced_late_starts_on_the_later_day) {
  const std::string text =
      contract("level-only", "2024-12-20", "kind = \"deferred\"\nto = 2025-02-01");
  EXPECT_EQ(dated(Talk(text).schedule("p", "2025-12-31")),
            (Texts{"2024-01-01 100.00", "2025-01-01 100.00", "2025-02-20 103.00"}));
}

}  // namespace pricing_late_notice_test
