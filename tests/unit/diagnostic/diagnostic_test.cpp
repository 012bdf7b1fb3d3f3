#include "pricetalk/diagnostic/diagnostic.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "diagnostic/codes.hpp"

namespace pricetalk::diagnostic_test {

TEST(Diagnostics, are_sorted_by_file_then_place_then_code) {
  const SourceText b("b.toml", "0123456789");
  const SourceText a("a.toml", "0123456789");
  Diagnostics list;
  list.error("T2", {&b, 1, 2}, same("4"));
  list.error("T1", {&a, 5, 6}, same("3"));
  list.error("T3", {&a, 1, 2}, same("2"));
  list.warning("T1", {&a, 1, 2}, same("1"));
  list.error("T9", {}, same("0"));
  std::string order;
  for (const auto& one : list.sorted()) order += one.title.en;
  EXPECT_EQ(order, "01234");
}

TEST(Diagnostics, know_whether_there_are_errors_among_them) {
  Diagnostics list;
  EXPECT_TRUE(list.empty());
  list.warning("T1", {}, same("x"));
  EXPECT_FALSE(list.has_errors());
  Diagnostics more;
  more.error("T1", {}, same("y"));
  list.append(more);
  EXPECT_TRUE(list.has_errors());
  list.append(list);
  EXPECT_EQ(list.list().size(), 4u);
}

TEST(Loaded, is_ok_with_warnings_but_not_with_errors) {
  Loaded<int> loaded;
  EXPECT_FALSE(loaded.ok());
  loaded.value = 1;
  loaded.diagnostics.warning("T1", {}, same("x"));
  EXPECT_TRUE(loaded.ok());
  loaded.diagnostics.error("T1", {}, same("x"));
  EXPECT_FALSE(loaded.ok());
}

TEST(Nearest, finds_a_word_with_a_letter_more_less_or_changed) {
  const std::vector<std::string_view> known{"carry_over", "cap", "floor", "weight"};
  EXPECT_EQ(nearest("cary_over", known), "carry_over");
  EXPECT_EQ(nearest("carry-over", known), "carry_over");
  EXPECT_EQ(nearest("caps", known), "cap");
  EXPECT_EQ(nearest("wieght", known), "weight");
}

TEST(Nearest, finds_nothing_far_away) {
  const std::vector<std::string_view> known{"cap", "floor"};
  EXPECT_EQ(nearest("threshold", known), "");
  EXPECT_EQ(nearest("", known), "");
  EXPECT_EQ(nearest("x", {"a", "b"}), "");  // every letter is one change away from every other
  EXPECT_EQ(nearest("cap", {}), "");
}

TEST(Nearest, prefers_the_smaller_distance) {
  EXPECT_EQ(nearest("prices", {"price_x", "price"}), "price");
}

RC_GTEST_PROP(Nearest, is_the_word_itself_when_it_is_known,
              (const std::vector<std::string>& words)) {
  const std::vector<std::string_view> known(words.begin(), words.end());
  for (const auto& word : words)
    if (!word.empty()) RC_ASSERT(nearest(word, known) == word);
}

TEST(Phrase, gives_the_language_that_is_asked_for) {
  const Phrase phrase = Wording{"cap", "maximum"}.phrase();
  EXPECT_EQ(phrase.in(Language::en), "cap");
  EXPECT_EQ(phrase.in(Language::nl), "maximum");
  EXPECT_TRUE(Phrase{}.empty());
  EXPECT_EQ(same("EUR").nl, "EUR");
}

}  // namespace pricetalk::diagnostic_test
