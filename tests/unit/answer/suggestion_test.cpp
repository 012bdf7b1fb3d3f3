#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "answer/letter_suggestion.hpp"
#include "register/written_values.hpp"

namespace pricetalk {
namespace {

std::vector<std::string> changes(const LetterSuggestion& found) {
  std::vector<std::string> made;
  for (const SuggestedChange& each : found.changes) made.push_back(each.change.text());
  return made;
}

std::vector<std::string> days(const LetterSuggestion& found) {
  std::vector<std::string> made;
  for (const SuggestedDay& each : found.days)
    made.push_back(each.day.text() + (each.begins ? " begins" : ""));
  return made;
}

TEST(a_suggestion, quotes_the_percentages_and_days_of_a_letter) {
  const LetterSuggestion found = suggestion_of(
      "Veenrijk, 13 oktober 2025\n\nGeachte klant,\n"
      "Hierbij delen   wij mee dat uw tarieven per 1 januari 2026 met 5,62 % stijgen.\n"
      "Alle prijzen zijn exclusief 21% btw. De stijging van 5,62 procent volgt de CPI.\n");
  EXPECT_THAT(changes(found), testing::ElementsAre("5.62%"));
  EXPECT_EQ(found.changes.front().quote,
            "Hierbij delen wij mee dat uw tarieven per 1 januari 2026 met 5,62 % stijgen.");
  EXPECT_THAT(days(found), testing::ElementsAre("2026-01-01 begins", "2025-10-13"));
}

TEST(a_suggestion, reads_english_letters_and_finds_nothing_where_nothing_stands) {
  const LetterSuggestion found =
      suggestion_of("We raise our rates by 3.5 percent with effect from 2026-04-01 (VAT 21%).");
  EXPECT_THAT(changes(found), testing::ElementsAre("3.5%"));
  EXPECT_THAT(days(found), testing::ElementsAre("2026-04-01 begins"));
  EXPECT_TRUE(suggestion_of("Kind regards,").changes.empty());
  EXPECT_TRUE(suggestion_of(std::string(5'000'000, '9')).changes.empty());
}

TEST(a_suggestion, keeps_the_sign_of_a_fall) {
  for (const char* letter :
       {"Per 1 januari 2026: - 2,5 %",
        "Per 1 januari 2026 \xE2\x88\x92"
        "2,5%",
        "Uw tarief daalt met 2,5% per 1 januari.", "Wij verlagen uw tarief\nmet 2,5 procent.",
        "Het tarief wordt 2,5% lager.", "Our rates fall by 2.5% from 1 January 2026.",
        "De prijzen stegen vorig jaar. Dit jaar is er een daling van 2,5%."})
    EXPECT_THAT(changes(suggestion_of(letter)), testing::ElementsAre("-2.5%")) << letter;
  for (const char* letter : {"Na de daling van vorig jaar een stijging van 2,5%.",
                             "Geen verlaging maar een verhoging met 2,5 %", "tarief + 2,5%",
                             "Uw tarief daalde vorig jaar. Nu komt er 2,5% bij.", "2-2,5%"})
    EXPECT_THAT(changes(suggestion_of(letter)), testing::ElementsAre("2.5%")) << letter;
  EXPECT_TRUE(suggestion_of("een verhoging van 1,5 %-punt").changes.empty());
}

TEST(a_written_percentage, has_decimals_behind_a_point_or_a_comma_and_no_thousands) {
  for (const char* text : {"5.62%", "5,62%", " 5,62 % ", "5.62"})
    EXPECT_EQ(written_percentage(text)->of_hundred.text(), "5.62") << text;
  EXPECT_EQ(written_percentage("-1,5%")->of_hundred.text(), "-1.5");
  for (const char* text : {"", "%", "vijf", "5,6,2", "5.62 percent", "1e3"})
    EXPECT_FALSE(written_percentage(text)) << text;
}

TEST(a_written_percentage, below_one_without_its_sign_may_be_a_fraction) {
  EXPECT_TRUE(may_be_fraction("0,04"));
  EXPECT_TRUE(may_be_fraction("-0.0262"));
  for (const char* text : {"0,04%", "1.0", "4", "0", "vier"}) EXPECT_FALSE(may_be_fraction(text));
  EXPECT_EQ(fraction_as_percentage(*written_percentage("0.0262")).text(), "2.62%");
  EXPECT_EQ(fraction_as_percentage(*written_percentage("0.5")).text(), "50%");
}

TEST(a_written_percentage, above_one_or_a_hundred_without_its_sign_may_be_a_factor) {
  EXPECT_EQ(factor_as_percentage("1,03")->text(), "3%");
  EXPECT_EQ(factor_as_percentage("1.0325")->text(), "3.25%");
  EXPECT_EQ(factor_as_percentage("103")->text(), "3%");
  EXPECT_EQ(factor_as_percentage("103 %")->text(), "3%");
  for (const char* text : {"1,03%", "3", "1", "1,0", "1,5", "2,03", "0,03", "100", "drie"})
    EXPECT_FALSE(factor_as_percentage(text).has_value()) << text;
}

TEST(a_written_price, is_refused_where_it_can_be_read_in_two_ways) {
  EXPECT_EQ(written_price("37,63")->text(), "37.63");
  EXPECT_EQ(written_price("€ 1.037,63")->text(), "1037.63");
  EXPECT_EQ(written_price("1037")->text(), "1037");
  for (const char* text : {"1,037", "-3", "", "gratis"}) EXPECT_FALSE(written_price(text)) << text;
}

}  // namespace
}  // namespace pricetalk
