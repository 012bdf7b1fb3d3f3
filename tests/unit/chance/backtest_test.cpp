#include "chance/backtest.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "../simulation/simulated.hpp"

namespace pricetalk {
namespace backtest_test {

using namespace simulated;

/// So many months whose changes have nothing to do with each other.
Series independent(int months, std::uint32_t noise) {
  std::string text =
      "schema = 1\n[[series]]\nid = \"a\"\ndecimals = 3\nfrequency = \"month\"\n"
      "figures = [";
  double level = 100;
  for (int i = 0; i < months; ++i) {
    double sum = 0;
    for (int k = 0; k < 4; ++k) {
      noise = noise * 1664525U + 1013904223U;
      sum += static_cast<double>(noise >> 8U) / 16777216.0 - 0.5;
    }
    level *= 1.002 + 0.01 * sum;
    text += "[\"" + Period::month(1960 + i / 12, i % 12 + 1).text() + "\", " +
            Decimal(std::llround(level * 1000), 3).text() + "], ";
  }
  return read_figures(source("figures.toml", text + "]\n")).value->front();
}

Random draws(RandomMethod method) {
  Random made;
  made.paths.value = 100;
  made.method.value = method;
  return made;
}

TEST(Backtest, finds_the_bands_as_wide_as_they_are_said_where_the_future_is_like_the_past) {
  const Series series = independent(300, 17);
  for (const RandomMethod method : {RandomMethod::bootstrap, RandomMethod::ar1}) {
    const Backtest test = backtest(series, draws(method));
    ASSERT_EQ(test.rows.size(), 4U);
    EXPECT_EQ(test.rows[0].origins, 300 - 60 - 12);
    EXPECT_EQ(test.rows[3].origins, 300 - 60 - 60);
    for (std::size_t band = 0; band < 3; ++band)
      EXPECT_NEAR(100.0 * test.rows[0].inside[band] / test.rows[0].origins, backtest_bands[band],
                  12)
          << band;
  }
}

TEST(Backtest, begins_with_five_years_behind_it_and_ends_a_year_before_the_last_month) {
  const Backtest test = backtest(independent(120, 17), draws(RandomMethod::bootstrap));
  EXPECT_EQ(test.first->text(), "1965-01");
  EXPECT_EQ(test.last->text(), "1968-12");
  EXPECT_EQ(test.rows[0].origins, 48);
  EXPECT_EQ(test.rows[3].origins, 0);
}

TEST(Backtest, says_why_a_series_cannot_be_foretold) {
  EXPECT_EQ(backtest(independent(72, 1), {}).refused.en,
            "too short: 71 monthly changes, and 72 are needed");
  EXPECT_TRUE(backtest(independent(73, 1), draws(RandomMethod::ar1)).refused.empty());
  Series gap = independent(100, 1);
  Records records;
  for (const Observation& o : gap.records)
    if (o.period != Period::month(1963, 3)) records.push_back(o);
  gap.records = records;
  EXPECT_EQ(backtest(gap, {}).refused.en, "no figure for 1963-03");
  gap.frequency = Unit::quarter;
  EXPECT_EQ(backtest(gap, {}).refused.en, "no figure for every month");
  gap.rate_of = "other";
  EXPECT_EQ(backtest(gap, {}).refused.en, "follows 'other' on every path: ask for that one");
}

}  // namespace backtest_test
}  // namespace pricetalk
