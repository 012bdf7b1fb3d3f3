#include "portfolio/column_run.hpp"

#include <gtest/gtest.h>

#include <map>

#include "../pricing/priced.hpp"
#include "portfolio/line_group.hpp"
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

std::int64_t half_up_of(std::int64_t product, int decimals) {
  return round(Ratio(product) * Ratio(Decimal(1, decimals)), Rounding::decimals(0)).mantissa();
}

TEST(StepsHalfUp, follow_each_price_by_itself_whatever_the_number_of_lines) {
  random_clause::Dice dice(7);
  const std::vector<StepHalfUp> steps = {{10'250, 4}, {-9'875, 4}, {3, 0}, {125, 3}};
  for (std::size_t lines = 1; lines <= 13; ++lines) {
    std::vector<std::int64_t> start;
    for (std::size_t i = 0; i < lines; ++i) start.push_back(dice.below(2'000'000) - 1'000'000);
    std::vector<std::int64_t> made(steps.size() * lines + 1, 77);
    steps_half_up(start.data(), steps, lines, made.data());
    for (std::size_t i = 0; i < lines; ++i) {
      std::int64_t price = start[i];
      for (std::size_t step = 0; step < steps.size(); ++step) {
        price = half_up_of(price * steps[step].by, steps[step].decimals);
        ASSERT_EQ(made[step * lines + i], price) << lines << " lines, step " << step;
      }
    }
    EXPECT_EQ(made.back(), 77) << "nothing is written behind the last line";
  }
}

TEST(AddProductsHalfUp, adds_every_product_by_itself_as_often_as_it_counts) {
  random_clause::Dice dice(11);
  for (std::size_t lines = 1; lines <= 11; ++lines) {
    const std::size_t first = lines % 3;
    std::vector<std::vector<std::int64_t>> prices(3);
    for (auto& column : prices)
      for (std::size_t i = 0; i < first + lines + 1; ++i)
        column.push_back(dice.below(20'001) - 10'000);
    std::vector<std::vector<std::int64_t>> numbers(40);  // more than are taken in one go
    std::vector<RepeatedColumn> by;
    for (auto& column : numbers) {
      for (std::size_t i = 0; i < lines; ++i) column.push_back((dice.below(201) - 100) * 5);
      by.push_back({column.data(), 1 + dice.below(12)});
    }
    for (const int decimals : {0, 1, 4}) {
      std::vector<std::vector<std::int64_t>> sums(3,
                                                  std::vector<std::int64_t>(first + lines + 1, 5));
      std::vector<SummedColumn> of;
      for (std::size_t i = 0; i < 3; ++i) of.push_back({prices[i].data(), sums[i].data()});
      add_products_half_up(of, by, decimals, first, lines);
      for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t at = 0; at < sums[i].size(); ++at) {
          std::int64_t right = 5;
          if (at >= first && at < first + lines)
            for (const RepeatedColumn& each : by)
              right += half_up_of(prices[i][at] * each.numbers[at - first], decimals) * each.times;
          ASSERT_EQ(sums[i][at], right) << lines << " lines, line " << at;
        }
    }
  }
}

TEST(LineGroup, puts_lines_together_whose_numbers_repeat_in_the_same_way) {
  LineGroup group;
  const std::vector<std::vector<Decimal>> lines = {{{1, 0}, {2, 0}, {10, 1}},
                                                   {{3, 0}, {4, 0}, {5, 0}},
                                                   {{7, 0}, {8, 0}, {7, 0}},
                                                   {{9, 0}, {9, 0}, {90, 1}}};
  for (std::uint32_t i = 0; i < lines.size(); ++i)
    group.add(i, {"l", "", {}, 0, 0, 0, Decimal(i + 1, 0), lines[i]});
  const LineColumns made = columns_of(group, LineOrder::repeating);
  EXPECT_EQ(made.contracts, (std::vector<std::uint32_t>{3, 0, 2, 1}));
  ASSERT_EQ(made.alike.size(), 3U);
  EXPECT_EQ(made.alike[1].lines, 2U) << "1.0 is the number that 1 is";
  EXPECT_EQ(made.alike[1].which, (std::vector<std::size_t>{0, 1, 0}));
  EXPECT_EQ(made.alike[1].numbers, (std::vector<std::int64_t>{10, 70, 20, 80}));
  EXPECT_TRUE(columns_of(group, LineOrder::as_added).alike.empty());
}

}  // namespace column_run_test
