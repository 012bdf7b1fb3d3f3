#include <gtest/gtest.h>

#include <string>

#include "talked.hpp"

// What the page says of steps that do not simply come on their day.

namespace pricetalk::harness {
namespace {

std::string deferred(const std::string& from, const std::string& to, const std::string& more = "") {
  return "[[decision]]\ndate = " + from + "\nkind = \"deferred\"\nto = " + to + "\n" + more;
}

/// A second line, whose clause is a step of 4 % on 1 January.
std::string with_windows(const std::string& notice) {
  return two_months +
         "[price.ramen]\ntitle = \"Glasbewassing\"\nunit = \"visit\"\nunit_price = 900.00\n"
         "price_date = 2025-01-01\nquantity = { per_year = 24 }\nclause = \"glas\"\n"
         "[clause.glas]\nadjust = { every = \"year\", on = \"01-01\", first = 2026-01-01 }\n"
         "formula = \"change = stap\"\nconstants = { stap = \"4%\" }\n" +
         notice;
}

TEST(Talk, shows_the_price_of_the_day_when_its_step_was_deferred) {
  const Talked made =
      talk_of_basis({{two_months, two_months + deferred("2026-01-01", "2027-01-01")}});
  EXPECT_TRUE(holds(made.page(), "| € 30,00 | € 30,00 | uitgesteld tot 1 januari 2027 | € 0 |"))
      << made.page();
  EXPECT_TRUE(holds(made.page(), "Voor deze dag hoeft niets te worden aangekondigd."));
  EXPECT_FALSE(holds(made.page(), "10.440"));
  EXPECT_FALSE(holds(made.ran.out, "Aankondigen uiterlijk")) << made.ran.out;
}

TEST(Talk, counts_only_the_line_that_moves_when_the_step_of_the_other_was_deferred) {
  const Talked made =
      talk_of_basis({{two_months, with_windows(two_months) + deferred("2026-01-01", "2027-01-01",
                                                                      "price = \"ramen\"\n")}});
  EXPECT_TRUE(holds(made.page(), "| € 900,00 | € 900,00 | uitgesteld tot 1 januari 2027 | € 0 |"))
      << made.page();
  EXPECT_TRUE(holds(made.page(), "| **+ € 10.440** |")) << made.page();
}

TEST(Talk, is_about_the_day_to_which_a_step_was_deferred) {
  // The step of 2025, 3 %, comes in December; with the 3 % of January 2026 it has its own day.
  const Talked made = talk_of_basis(
      {{"first = 2026-01-01 }\nindex.C = { series = \"cbs/cpi/alle-bestedingen-2025\", use = "
        "\"july of previous year\" }",
        "first = 2025-01-01 }\nformula = \"change = stap\"\nconstants = { stap = \"3%\" }"},
       {"price_date = 2025-01-01", "price_date = 2024-06-01"},
       {two_months, two_months + deferred("2025-01-01", "2026-03-01")}},
      "2026-01-14");
  EXPECT_TRUE(holds(made.page(), "toegestaan vanaf 1 maart 2026")) << made.page();
  // 30.90 since 1 January; 30.90 x 1.03 = 31.827.
  EXPECT_TRUE(holds(made.page(), "| € 30,90 | € 31,83 | 3,00% |")) << made.page();
  // Two months before 1 March, not before the day that it was deferred from.
  EXPECT_TRUE(holds(made.page(), "**donderdag 1 januari 2026**") ||
              holds(made.page(), "**woensdag 31 december 2025**"))
      << made.page();
}

TEST(Talk, shows_the_step_of_the_price_where_a_deferred_step_comes_on_the_day_of_the_next) {
  const Talked made = talk_of_basis(
      {{"first = 2026-01-01 }\nindex.C = { series = \"cbs/cpi/alle-bestedingen-2025\", use = "
        "\"july of previous year\" }",
        "first = 2025-01-01 }\nformula = \"change = stap\"\nconstants = { stap = \"3%\" }"},
       {"price_date = 2025-01-01", "price_date = 2024-06-01"},
       {two_months, two_months + deferred("2025-01-01", "2026-01-01")}});
  // 30.00 x 1.03 = 30.90, x 1.03 = 31.827; 31.83 / 30.00 - 1 = 6.10 %.
  EXPECT_TRUE(holds(made.page(), "| € 30,00 | € 31,83 | 6,10% | + € 21.960 |")) << made.page();
}

std::string announced(const std::string& clause, const std::string& day) {
  return "[[announcement]]\ndate = " + day + "\nclause = \"" + clause +
         "\"\nfor = 2026-01-01\nform = \"letter\"\n";
}

TEST(Talk, calls_only_the_line_late_whose_announcement_came_too_late) {
  const Talked made = talk_of_basis(
      {{two_months, with_windows("notice = { before = \"4 months\", late = \"next-date\" }\n") +
                        announced("glas", "2025-09-15") + announced("cpi", "2025-10-10")}});
  EXPECT_TRUE(
      holds(made.page(), "DEELS TE LAAT: voor een deel van de prijzen kwam de aankondiging"))
      << made.page();
  EXPECT_TRUE(holds(made.page(), "Aangekondigd op 10 oktober 2025.\n")) << made.page();
  EXPECT_TRUE(holds(made.page(), "Te laat voor: Glasbewassing (1 september 2025)"));
  // What moves on to 2027 is given up as well, so that nothing comes after all.
  EXPECT_TRUE(holds(made.page(), "alsnog?”** Nee. De prijs loopt door vanaf nu.")) << made.page();
}

TEST(Talk, counts_down_to_the_day_of_what_was_not_announced_yet) {
  const Talked made =
      talk_of_basis({{two_months, with_windows("notice = { before = \"1 month\" }\n") +
                                      announced("cpi", "2025-10-10")}});
  EXPECT_TRUE(holds(made.page(), "**maandag 1 december 2025** (nog 48 dagen)")) << made.page();
}

TEST(Talk, says_that_a_waived_step_which_is_caught_up_comes_after_all) {
  const Talked made = talk_of_basis(
      {{two_months, with_windows("") + "[[decision]]\ndate = 2026-01-01\nprice = \"ramen\"\n"
                                       "kind = \"waived\"\ncatch_up = true\n"}});
  EXPECT_TRUE(
      holds(made.page(),
            "Van Glasbewassing komt de aanpassing wel, op 1 januari 2027; verwacht: € 972,00."))
      << made.page();
}

TEST(Talk, gives_up_the_same_step_whether_its_late_announcement_is_on_record_or_not) {
  const std::string next_date =
      "notice = { before = \"2 months\", form = \"letter\", late = \"next-date\" }\n";
  const std::vector<std::pair<std::string, std::string>> dates = {
      {"on = 2025-10-28", "on = 2025-11-25"},
      {"call_at = 2025-10-22", "call_at = 2025-11-20"},
      {"reply_by = 2025-11-14", "reply_by = 2025-12-05"}};
  auto without = dates;
  without.emplace_back(two_months, next_date);
  auto with = dates;
  with.emplace_back(two_months, next_date + announced("cpi", "2025-11-05"));
  const Talked a = talk_of_basis(without, "2025-11-10");
  const Talked b = talk_of_basis(with, "2025-11-10");
  ASSERT_TRUE(a.has("customer/letter.md")) << a.ran.both;
  ASSERT_TRUE(b.has("customer/letter.md")) << b.ran.both;
  EXPECT_EQ(a.files.at("customer/annex-1.md"), b.files.at("customer/annex-1.md"));
  EXPECT_TRUE(holds(b.page(), "TE LAAT: de aankondiging kwam te laat")) << b.page();
}

}  // namespace
}  // namespace pricetalk::harness
