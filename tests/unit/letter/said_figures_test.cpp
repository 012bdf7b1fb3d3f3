#include "letter/said_figures.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "letter/promise_words.hpp"

namespace pricetalk {
namespace said_figures_test {

/// Each figure as its kind and value: "amount 1250", "day 0-10-22".
std::vector<std::string> said(const std::string& sentence, Language language = Language::nl) {
  std::vector<std::string> made;
  for (const SaidFigure& each : said_figures(sentence, language)) {
    const std::string value = round(each.value, Rounding::decimals(2)).text();
    switch (each.kind) {
      case SaidFigure::Kind::amount:
        made.push_back("amount " + value);
        break;
      case SaidFigure::Kind::percentage:
        made.push_back("percentage " + value);
        break;
      case SaidFigure::Kind::day:
        made.push_back("day " + std::to_string(each.day.year.value_or(0)) + "-" +
                       std::to_string(each.day.month) + "-" + std::to_string(each.day.day));
        break;
      case SaidFigure::Kind::year:
        made.push_back("year " + value);
        break;
      case SaidFigure::Kind::number:
        made.push_back("number " + value);
        break;
    }
  }
  return made;
}

}  // namespace said_figures_test

using said_figures_test::said;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(SaidFigures, are_amounts_percentages_days_and_years) {
  EXPECT_THAT(said("Dat is € 9.000 per jaar, tot en met 31 december 2030."),
              ElementsAre("day 2030-12-31", "amount 9000.00"));
  EXPECT_THAT(said("Wij rekenen met 9 procent en 4,12%."),
              ElementsAre("percentage 9.00", "percentage 4.12"));
  EXPECT_THAT(said("In 2026 betaalt u 15 euro."), ElementsAre("year 2026.00", "amount 15.00"));
  EXPECT_THAT(said("Ik bel op woensdag 22 oktober om 10.00 uur."),
              ElementsAre("day 0-10-22", "number 10.00"));
  EXPECT_THAT(said("That is £1,250.50 from 1 April 2026 or April 2, 2026.", Language::en),
              ElementsAre("day 2026-4-1", "day 2026-4-2", "amount 1250.50"));
}

TEST(SaidFigures, read_a_point_as_their_language_has_it) {
  EXPECT_THAT(said("€ 1.250"), ElementsAre("amount 1250.00"));
  EXPECT_THAT(said("€ 1.25"), ElementsAre("amount 1.25"));
  EXPECT_THAT(said("€1.250", Language::en), ElementsAre("amount 1.25"));
  EXPECT_THAT(said("€ 1,250", Language::en), ElementsAre("amount 1250.00"));
}

TEST(SaidFigures, leave_telephone_numbers_and_references_alone) {
  EXPECT_THAT(said("Bel 06-12345678 of zie FM-2024-031."),
              testing::Each(testing::StartsWith("number")));
  EXPECT_THAT(said("Een brief met een zin."), IsEmpty());
}

TEST(SaidFigures, a_wrong_day_of_the_week_is_another_day) {
  const auto right = said_figures("woensdag 22 oktober", Language::nl);
  const auto wrong = said_figures("dinsdag 22 oktober", Language::nl);
  const auto bare = said_figures("22 oktober 2025", Language::nl);
  EXPECT_FALSE(same_figure(right.front(), wrong.front()));
  EXPECT_TRUE(same_figure(right.front(), bare.front()));
}

TEST(PromiseWords, what_programs_put_in_place_of_signs_changes_nothing) {
  EXPECT_EQ(plain_words("**Zo’n**  \u201Cprijs\u201D \u2013\u00A0€\u00A05\\\n"),
            "zo'n \"prijs\" - € 5");
}

}  // namespace pricetalk
