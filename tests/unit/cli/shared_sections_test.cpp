#include "cli/shared_sections.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <string>

#include "cli/spread.hpp"

namespace pricetalk::shared_sections_test {

std::vector<Entry> one_key(const std::string& key) {
  std::vector<Entry> entries(1);
  entries.front().key = key;
  return entries;
}

TEST(SharedSections, a_section_is_wanted_when_it_comes_for_the_second_time) {
  SharedSections sections;
  EXPECT_FALSE(sections.wants("a = 1\n"));
  EXPECT_TRUE(sections.wants("a = 1\n"));
  sections.keep("a = 1\n", one_key("a"));
  ASSERT_NE(sections.find("a = 1\n"), nullptr);
  EXPECT_EQ(sections.find("a = 1\n")->front().key, "a");
  EXPECT_EQ(sections.find("a = 2\n"), nullptr);
}

TEST(SharedSections, no_more_than_a_megabyte_of_words_is_kept) {
  SharedSections sections;
  const std::string half(600'000, '#');
  const std::string other(600'000, '\n');
  EXPECT_FALSE(sections.wants(half));
  EXPECT_FALSE(sections.wants(other));
  EXPECT_TRUE(sections.wants(half));
  sections.keep(half, {});
  EXPECT_FALSE(sections.wants(other));
}

TEST(SharedSections, threads_find_what_others_keep) {
  SharedSections sections;
  std::atomic<int> wrong{0};
  spread(4, 2000, [&](std::size_t at) {
    const std::string words = std::to_string(at % 50);
    if (const auto known = sections.find(words)) {
      if (known->front().key != words) ++wrong;
    } else if (sections.wants(words)) {
      sections.keep(words, one_key(words));
    }
  });
  EXPECT_EQ(wrong, 0);
  for (int i = 0; i < 50; ++i) EXPECT_NE(sections.find(std::to_string(i)), nullptr);
}

}  // namespace pricetalk::shared_sections_test
