#include <gtest/gtest.h>

#include <string>

#include "talked.hpp"

// What the page says of steps that do not simply come on their day.

namespace pricetalk::harness {
namespace {

const std::string two_months = "notice = { before = \"2 months\", form = \"letter\" }\n";

std::string deferred(const std::string& from, const std::string& to, const std::string& more = "") {
  return "[[decision]]\ndate = " + from + "\nkind = \"deferred\"\nto = " + to + "\n" + more;
}

/// A second line, whose clause is a step of 4 % on 1 January.
std::string windows(const std::string& notice) {
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
      talk_of_basis({{two_months, windows(two_months) + deferred("2026-01-01", "2027-01-01",
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

}  // namespace
}  // namespace pricetalk::harness
