#include "pricing/shown_step.hpp"

#include "priced.hpp"

namespace shown_step_test {

using namespace priced;

/// "1.00 own 10.00", in percent, of the step of 2021: the index rises by 10 %.
std::string shown(const std::string& clause) {
  const Talk talk(indexed(clause, "", R"(["2019", 100], ["2020", 110])"));
  const PriceSchedule schedule = talk.schedule("p", "2021-12-31");
  const ShownStep step = shown_step(schedule, schedule.entries.at(1));
  const auto percent = [](const Ratio& value) {
    return round(value * Ratio(100), Rounding::decimals(2)).text();
  };
  if (!step.step) return "?";
  return percent(*step.step) + (step.own ? " own " + percent(*step.own) : "");
}

TEST(ShownStep, is_the_coefficient_s_change_where_that_gives_the_price) {
  EXPECT_EQ(shown(""), "10.00");
  EXPECT_EQ(shown("limits = { cap = \"4%\" }"), "4.00");
  EXPECT_EQ(shown("limits = { highest_price = 110.00 }"), "10.00");
  EXPECT_EQ(shown("rounding = { price = { decimals = 2, mode = \"down\" } }"), "10.00");
  EXPECT_EQ(shown("threshold = { more_than = \"15%\" }"), "0.00");
}

TEST(ShownStep, is_that_of_the_price_where_a_limit_in_money_or_a_coarse_rounding_made_it) {
  EXPECT_EQ(shown("limits = { largest_increase = 1.00 }"), "1.00 own 10.00");
  EXPECT_EQ(shown("limits = { highest_price = 104.50 }"), "4.50 own 10.00");
  EXPECT_EQ(shown("limits = { lowest_price = 120.00 }"), "20.00 own 10.00");
  EXPECT_EQ(shown("rounding = { price = { to = 25, mode = \"down\" } }"), "0.00 own 10.00");
  EXPECT_EQ(shown("rounding = { price = { to = 25, mode = \"up\" } }"), "25.00 own 10.00");
}

TEST(ShownStep, a_price_that_a_rounding_leaves_as_it_was_is_unchanged) {
  EXPECT_EQ(verdicts(indexed("rounding = { price = { to = 25, mode = \"down\" } }", "",
                             R"(["2019", 100], ["2020", 110])"),
                     "2021-12-31"),
            Texts{"unchanged"});
}

}  // namespace shown_step_test
