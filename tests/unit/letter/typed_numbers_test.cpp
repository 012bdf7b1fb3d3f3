#include "letter/typed_numbers.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace pricetalk {
namespace typed_numbers_test {

/// The amounts of a text, in whole units: "27" for "27,00 euro".
std::vector<std::string> amounts(std::string_view text) {
  std::vector<std::string> made;
  for (const TypedNumber& each : typed_numbers(text))
    if (each.amount) made.push_back(each.values.front().exact_decimal()->text());
  return made;
}
using Texts = std::vector<std::string>;

TEST(typed_numbers, are_amounts_with_a_currency_beside_them_in_whatever_letters) {
  for (const char* text : {"27 Euro", "27 EURO", "27 CHF", "CHF 27", "Eur 27", "€27", "27€",
                           "27 GBP", "27 dollar", "27,-", "Euro: 27"})
    EXPECT_EQ(amounts(text), Texts{"27"}) << text;
}

TEST(typed_numbers, are_amounts_next_to_per_and_a_unit) {
  for (const char* text : {"Dat kost ons nu 27 per uur.", "27/uur", "it costs us 27 an hour"})
    EXPECT_EQ(amounts(text), Texts{"27"}) << text;
}

TEST(typed_numbers, are_read_in_dutch_and_english_words) {
  for (const auto& [text, value] :
       std::vector<std::pair<std::string, std::string>>{{"veertigduizend euro", "40000"},
                                                        {"veertig duizend euro", "40000"},
                                                        {"Zevenentwintig euro per uur", "27"},
                                                        {"tweeëntwintig euro", "22"},
                                                        {"honderdvijftig euro", "150"},
                                                        {"twaalfhonderd euro", "1200"},
                                                        {"honderdtwintigduizend euro", "120000"},
                                                        {"forty thousand euros", "40000"},
                                                        {"twenty-seven pounds", "27"},
                                                        {"one hundred and fifty dollars", "150"}})
    EXPECT_EQ(amounts(text), Texts{value}) << text;
}

TEST(typed_numbers, that_count_things_or_tell_time_are_no_amounts) {
  for (const char* text :
       {"in 5000 kamers", "in 5.000 kamers", "1234 AB Veenrijk", "sinds 2026", "10 procent minder",
        "8 per cent", "voor 16.00 uur", "een 8,1 bij de controle", "een uur van uw tijd",
        "drie gebouwen", "a meeting of an hour"})
    EXPECT_EQ(amounts(text), Texts{}) << text;
}

TEST(typed_numbers, are_amounts_where_the_word_behind_is_not_known_to_count_things) {
  for (const char* text :
       {"Onze kostprijs is 27,00 inclusief reistijd.", "Zo kunnen wij elk jaar 20.000 besparen.",
        "Kostprijs 27,00 p/u.", "Kostprijs 27 p/u.", "Onze kostprijs van 27,00 blijft gelijk.",
        "Wij moeten 5.000 investeren.", "Onze prijs is 27,00 geweest.", "27,00 uren"})
    EXPECT_EQ(amounts(text).size(), 1U) << text;
}

TEST(typed_numbers, that_count_known_things_are_no_amounts) {
  for (const char* text : {"5.000 uren", "5000 m2", "20.000 kopjes", "5.000 minder uren",
                           "5.000 fewer hours", "5000 stuks per jaar"})
    EXPECT_EQ(amounts(text), Texts{}) << text;
}

TEST(typed_numbers, of_a_range_share_what_stands_behind_the_last) {
  EXPECT_EQ(amounts("60–75 duizend euro"), (Texts{"60000", "75000"}));
  EXPECT_EQ(amounts("27 tot 28 euro"), (Texts{"27", "28"}));
}

}  // namespace typed_numbers_test
}  // namespace pricetalk
