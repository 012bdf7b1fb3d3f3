#include <gtest/gtest.h>

#include <string>

#include "talked.hpp"

// What the page says of amounts, sheets, figures that are not there, and names.

namespace pricetalk::harness {
namespace {

const std::string two_months = "notice = { before = \"2 months\", form = \"letter\" }\n";

TEST(Talk, says_what_is_left_of_a_year_when_the_contract_ends_within_it) {
  const Talked made = talk_of_basis(
      {{"end = 2029-12-31", "end = 2026-01-31"}, {"start = 2026-04-01", "start = 2026-01-01"}});
  // One month: 1,000 x 0.87.
  EXPECT_TRUE(holds(made.page(),
                    "Het contract eindigt op 31 januari 2026; tot dan is het + € 870 en niet een "
                    "heel jaar."))
      << made.page();
  EXPECT_TRUE(holds(made.page(), "Contract: 1 maand;")) << made.page();
  EXPECT_FALSE(holds(made.page(), "in het eerste jaar")) << made.page();
  EXPECT_FALSE(holds(made.page(), "januari 2026 - januari 2026")) << made.page();
  EXPECT_TRUE(holds(made.files.at("internal/talk.json"), "\"difference_left\""));
}

}  // namespace
}  // namespace pricetalk::harness
