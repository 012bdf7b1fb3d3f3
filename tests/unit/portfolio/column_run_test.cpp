#include "portfolio/column_run.hpp"

#include <gtest/gtest.h>

#include <map>

#include "../pricing/priced.hpp"
#include "pricing/plan_kernel.hpp"
#include "random_clause.hpp"

// The columns of one content against the fold of each price by itself.
namespace column_run_test {

using namespace priced;

std::string with_price(std::string text, const std::string& price) {
  const std::string key = "unit_price = ";
  const std::size_t at = text.find(key) + key.size();
  return text.replace(at, text.find('\n', at) - at, price);
}

struct Tally {
  int clauses = 0;
  int in_columns = 0;
  int steps = 0;
  int own_way = 0;
  std::map<std::string, int> refused;
};

/// Twelve prices of the decimals of the one that stands for them, under one random clause.
void follow(std::uint64_t seed, Tally& tally) {
  const std::string text = random_clause::random_clause(seed).text();
  random_clause::Dice dice(seed);
  const Talk talk(text);
  const PriceCourse course = price_course(talk.schedule("p", "2026-12-31"));
  ++tally.clauses;
  if (!course.refused.empty()) {
    ++tally.refused[course.refused.en];
    return;
  }
  const Decimal own = talk.contract().lines.front().prices.front().original.value;
  LineColumns lines;
  lines.price_scale = own.scale();
  for (std::uint32_t line = 0; line < 12; ++line) {
    lines.contracts.push_back(line);
    lines.prices.push_back(line == 0 ? own.mantissa() : 1 + dice.below(own.mantissa() * 3));
  }
  Plans plans;
  ColumnRun columns(plans, lines);
  columns.follow(course);
  if (!columns.refused().empty()) {
    ++tally.refused[columns.refused().en];
    return;
  }
  ++tally.in_columns;
  for (std::uint32_t line = 0; line < 12; ++line) {
    if (columns.own_way()[line]) {
      ++tally.own_way;
      continue;
    }
    const Talk alone(with_price(text, Decimal(lines.prices[line], own.scale()).text()));
    const PriceSchedule schedule = alone.schedule("p", "2026-12-31");
    ASSERT_EQ(schedule.entries.size(), course.steps.size() + 1);
    for (std::size_t step = 0; step < schedule.entries.size(); ++step) {
      EXPECT_EQ(schedule.entries[step].price, Outcome<Ratio>(Ratio(columns.price(step, line))))
          << "seed " << seed << " price " << lines.prices[line] << " step " << step << "\n"
          << text;
      ++tally.steps;
    }
    if (testing::Test::HasFailure()) return;
  }
}

TEST(ColumnRun, gives_under_random_clauses_every_price_of_the_fold) {
  Tally tally;
  for (std::uint64_t seed = 1; seed <= 250 && !testing::Test::HasFailure(); ++seed)
    follow(seed, tally);
  for (const auto& [why, count] : tally.refused) RecordProperty(why, count);
  EXPECT_GT(tally.in_columns * 2, tally.clauses) << "most clauses run in columns";
  EXPECT_GT(tally.steps, 5000);
  EXPECT_LT(tally.own_way, tally.steps / 5);
}

TEST(ProductHalfUp, rounds_ties_away_from_zero_on_both_sides) {
  std::vector<std::int64_t> a;
  for (std::int64_t i = -2003; i <= 2003; ++i) a.push_back(i * 5);
  std::vector<std::int64_t> made(a.size());
  for (const std::int64_t times : {1, 3, 7, -11, 100'003, 12'345'679}) {
    for (int decimals = 0; decimals <= 6; ++decimals) {
      product_half_up({a.data(), 0}, {nullptr, times}, decimals, a.size(), made.data());
      for (std::size_t i = 0; i < a.size(); ++i)
        ASSERT_EQ(
            Decimal(made[i], 0),
            round(Ratio(a[i]) * Ratio(times) * Ratio(Decimal(1, decimals)), Rounding::decimals(0)))
            << a[i] << " x " << times << " over " << decimals;
    }
  }
}

TEST(ProductHalfUp, is_exact_up_to_the_largest_product) {
  const std::int64_t end = (std::int64_t{1} << 51) - 1;
  for (const std::int64_t product : {end, end - 1, -end, end / 2}) {
    std::vector<std::int64_t> a(9, product);
    std::vector<std::int64_t> made(9);
    for (int decimals = 0; decimals <= 15; ++decimals) {
      product_half_up({a.data(), 0}, {nullptr, 1}, decimals, 9, made.data());
      const Decimal right =
          round(Ratio(product) * Ratio(Decimal(1, decimals)), Rounding::decimals(0));
      for (const std::int64_t each : made) ASSERT_EQ(each, right.mantissa());
    }
  }
}

}  // namespace column_run_test
