#include "letter/tone.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "letter/letter_texts.hpp"

namespace pricetalk {
namespace tone_test {

constexpr Language all_languages[] = {Language::nl, Language::en, Language::de, Language::fr};

std::vector<std::string> ids(std::string_view text, Language language) {
  std::vector<std::string> found;
  for (const ToneFinding& finding : tone(text, language)) found.emplace_back(finding.pattern->id);
  return found;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> found;
  for (const Sentence& sentence : sentences(text)) found.push_back(sentence.text);
  return found;
}

}  // namespace tone_test

using namespace tone_test;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(tone_patterns, are_43_for_dutch_and_23_for_english) {
  EXPECT_EQ(tone_patterns(Language::nl).size(), 43U);
  EXPECT_EQ(tone_patterns(Language::en).size(), 23U);
}

TEST(tone_patterns, each_find_their_own_example) {
  for (const Language language : all_languages)
    for (const TonePattern& pattern : tone_patterns(language))
      EXPECT_THAT(ids(pattern.hit, language), Contains(std::string(pattern.id)));
}

TEST(tone_patterns, never_hit_what_is_better) {
  for (const Language language : all_languages)
    for (const TonePattern& pattern : tone_patterns(language))
      EXPECT_THAT(ids(pattern.better, language), IsEmpty()) << pattern.id;
}

TEST(tone_patterns, find_nothing_in_the_models_of_the_letters) {
  EXPECT_THAT(ids(letter_text("innovation.nl.md"), Language::nl), IsEmpty());
  EXPECT_THAT(ids(letter_text("innovation.en.md"), Language::en), IsEmpty());
  for (const std::string kind : {"innovation", "indexation", "claim"}) {
    EXPECT_THAT(ids(letter_text(kind + ".de.md"), Language::de), IsEmpty());
    EXPECT_THAT(ids(letter_text(kind + ".fr.md"), Language::fr), IsEmpty());
  }
}

TEST(tone, lets_the_contract_be_named_where_something_is_given_up) {
  EXPECT_THAT(ids("Zoals in artikel 3.4 staat, verhogen wij de prijs.", Language::nl),
              ElementsAre("NL01"));
  EXPECT_THAT(ids("De verhoging zoals in artikel 3.4 staat, vervalt.", Language::nl), IsEmpty());
}

TEST(tone, looks_over_line_ends_and_says_where_and_which_words) {
  const auto found =
      tone("Geachte heer Oker,\n\nWij reageren zo\nspoedig mogelijk. Dank u.\n", Language::nl);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].words, "zo spoedig mogelijk");
  EXPECT_EQ(found[0].sentence, "Wij reageren zo spoedig mogelijk.");
  EXPECT_EQ(found[0].line, 3U);
}

TEST(tone, looks_at_one_sentence_at_a_time) {
  // The pattern allows forty signs between the words, but no sentence in between.
  EXPECT_THAT(ids("Het spijt ons. Maar u krijgt alles terug.", Language::nl), IsEmpty());
  EXPECT_THAT(ids("Het spijt ons, maar het is weinig.", Language::nl), ElementsAre("NL14"));
}

TEST(sentences, do_not_end_in_a_german_day) {
  EXPECT_THAT(split("Ich rufe Sie am 22. Oktober an. Passt das?"),
              ElementsAre("Ich rufe Sie am 22. Oktober an.", "Passt das?"));
}

TEST(sentences, end_at_a_full_stop_before_a_capital) {
  EXPECT_THAT(split("Ik bel u om 10.00 uur. Past dat? Bel 06-0. De prijs is € 36,40 per uur."),
              ElementsAre("Ik bel u om 10.00 uur.", "Past dat?", "Bel 06-0.",
                          "De prijs is € 36,40 per uur."));
}

TEST(sentences, do_not_end_at_initials_and_abbreviations) {
  EXPECT_THAT(split("t.a.v. J. de Wit"), ElementsAre("t.a.v. J. de Wit"));
  EXPECT_THAT(split("Beste J. Oker, dank u."), ElementsAre("Beste J. Oker, dank u."));
}

TEST(sentences, take_headings_list_items_and_cells_apart) {
  EXPECT_THAT(split("# Kop\n- een\n- twee\n\n| a | b |\n|---|---:|\n| c | d |\n"),
              ElementsAre("Kop", "een", "twee", "a", "b", "c", "d"));
}

}  // namespace pricetalk
