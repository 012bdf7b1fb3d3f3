#include <gtest/gtest.h>

#include "reading_count.hpp"

// Files as bookkeeping programs write them, each against its own truth. The whole count is
// docs/reference/invoice-reading.md.

namespace bookkeeping {

TEST(Reading, no_file_of_a_bookkeeping_program_gives_wrong_money_and_few_are_asked_about) {
  constexpr int files = 300;
  int told = 0;
  int right = 0;
  for (int seed = 1; seed <= files; ++seed) {
    const File file = file_of(static_cast<std::uint64_t>(seed));
    const Reading reading = reading_of(file);
    EXPECT_NE(reading.outcome, Outcome::wrong) << seed << ": " << reading.why;
    if (file.style.must_ask()) continue;
    ++told;
    if (reading.outcome == Outcome::right) ++right;
  }
  EXPECT_GE(right * 100, told * 95);
}

TEST(Reading, a_question_has_an_answer_that_gives_the_right_rows) {
  int asked = 0;
  for (int seed = 1; seed <= 2000 && asked < 20; ++seed) {
    const File file = file_of(static_cast<std::uint64_t>(seed));
    if (file.style.signs != Signs::two_meanings || file.style.days == Days::invoice_only) continue;
    const std::string word = file.style.language == 2 ? "H" : "C";
    const std::string heading = file.style.language == 2 ? "S/H" : "D/C";
    const std::string columns =
        "schema = 1\ncredit_word = \"" + word + "\"\n[columns]\nkind = \"" + heading + "\"\n";
    const Reading reading = reading_of(file, columns);
    EXPECT_NE(reading.outcome, Outcome::wrong) << seed << ": " << reading.why;
    if (reading.outcome == Outcome::right) ++asked;
  }
  EXPECT_EQ(asked, 20);
}

}  // namespace bookkeeping
