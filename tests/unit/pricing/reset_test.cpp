#include "priced.hpp"

// `resets_base` (CONTRACT-FORMAT section 4): after a step of such a clause the other clauses of the
// line start from its day and its price. Expected figures by hand with python3 fractions, each
// rounded half-up to the cent.

namespace {
namespace reset {

using namespace priced;

/// A line of 100.00 with a yearly clause `c` and a review `r` of +50 % on 2022-01-01.
std::string reviewed(const std::string& yearly, const std::string& rest = "",
                     const std::string& figures = R"(["2018", 90], ["2019", 100], ["2020", 110],
  ["2021", 121], ["2022", 120], ["2023", 130])") {
  return R"(schema = 1
[contract]
id = "T"
currency = "EUR"
start = 2020-01-01
[price.p]
unit_price = 100.00
price_date = 2020-01-01
clause = ["c", "r"]
[clause.r]
adjust = { dates = [2022-01-01] }
resets_base = true
formula = "change = R"
index.R = { series = "r", use = "2022" }
[clause.c]
adjust = { every = "year", on = "01-01" }
)" + yearly +
         "\n[[series]]\nid = \"s\"\nfigures = [" + figures +
         "]\n[[series]]\nid = \"r\"\nunit = \"percent\"\nfigures = [[\"2022\", 50]]\n" + rest;
}

const std::string from_start = R"(compounding = "base"
index.X = { series = "s", use = "previous year" }
)";

TEST(Reset, gives_the_other_clause_a_new_price_and_a_new_start) {
  // 100*110/100; *1.5; 165*120/121 = 163.636…; 165*130/121 = 177.272…
  EXPECT_EQ(dated(Talk(reviewed(from_start)).schedule("p", "2024-06-01")),
            (Texts{"2020-01-01 100.00", "2021-01-01 110.00", "2022-01-01 165.00",
                   "2023-01-01 163.64", "2024-01-01 177.27"}));
}

TEST(Reset, lets_only_the_review_run_on_its_day) {
  const Talk talk(reviewed(from_start));
  const PriceSchedule schedule = talk.schedule("p", "2022-06-01");
  ASSERT_EQ(schedule.entries.size(), 3U);
  EXPECT_EQ(schedule.entries.back().clause->id, "r");
}

TEST(Reset, says_where_the_new_original_price_comes_from) {
  const PriceSchedule schedule = Talk(reviewed(from_start)).schedule("p", "2023-06-01");
  const Derivation& why = schedule.entries.back().why;
  bool found = false;
  for (const InputSource& source : why.slots)
    found = found || source.text.en == "price of 1 January 2022, set by clause r";
  EXPECT_TRUE(found);
}

TEST(Reset, forgets_what_was_used_and_the_first_base) {
  const std::string since_last = R"(index.X = { series = "s", use = "previous year", )"
                                 R"(base = "at last adjustment", first_base = "2018" }
)";
  // 100*110/90 = 122.22; *1.5 = 183.33; then 2021 is the reference, not 2018: 183.33*120/121
  EXPECT_EQ(prices(Talk(reviewed(since_last)).schedule("p", "2023-06-01")),
            (Texts{"122.22", "183.33", "181.81"}));
}

TEST(Reset, makes_total_limits_count_from_the_new_price) {
  // 165 * 1.05 = 173.25 below 177.27
  EXPECT_EQ(prices(Talk(reviewed(from_start + "limits = { cap_total = \"5%\" }\n"))
                       .schedule("p", "2024-06-01")),
            (Texts{"105.00", "157.50", "156.20", "165.38"}));
}

TEST(Reset, can_be_named_as_the_event_of_a_period) {
  const std::string since_reset = R"(compounding = "base"
index.X = { series = "s", use = "previous year", base = "1 year before reset" }
)";
  // Before the review there is no such day, so there is no figure to compare with.
  const PriceSchedule schedule = Talk(reviewed(since_reset)).schedule("p", "2023-06-01");
  EXPECT_FALSE(schedule.entries[1].price.determined());
}

TEST(Reset, needs_a_step) {
  const std::string waived = "[[decision]]\ndate = 2022-01-01\nclause = \"r\"\nkind = \"waived\"\n";
  // No step, so no new start: 100*120/100 in 2023. The yearly clause did not run in 2022.
  EXPECT_EQ(
      dated(Talk(reviewed(from_start, waived)).schedule("p", "2023-06-01")),
      (Texts{"2020-01-01 100.00", "2021-01-01 110.00", "2022-01-01 110.00", "2023-01-01 120.00"}));
}

TEST(Reset, lets_what_was_put_off_until_its_day_come_first) {
  const std::string deferred =
      "[[decision]]\ndate = 2021-01-01\nclause = \"c\"\nkind = \"deferred\"\nto = 2022-01-01\n";
  EXPECT_EQ(
      dated(Talk(reviewed(from_start, deferred)).schedule("p", "2022-06-01")),
      (Texts{"2020-01-01 100.00", "2021-01-01 100.00", "2022-01-01 110.00", "2022-01-01 165.00"}));
}

TEST(Reset, that_cannot_be_determined_leaves_the_other_clause_without_a_start) {
  std::string text = reviewed(from_start);
  text.replace(text.find("[\"2022\", 50]"), 12, "[\"2021\", 50]");
  EXPECT_EQ(prices(Talk(text).schedule("p", "2023-06-01")),
            (Texts{"110.00", "? r 2022", "? r 2022"}));
}

TEST(Reset, moves_the_first_step_of_a_threshold_in_points) {
  const std::string points = R"(compounding = "base"
threshold = { more_than = "15 points" }
index.X = { series = "s", use = "previous year" }
)";
  // 2021: 110-100 = 10, no step. 2022: 150. 2023: 120-121, 2024: 130-121 = 9: no step.
  EXPECT_EQ(prices(Talk(reviewed(points)).schedule("p", "2024-06-01")),
            (Texts{"100.00", "150.00", "150.00", "150.00"}));
}

}  // namespace reset
}  // namespace
