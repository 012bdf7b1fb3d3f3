#include "portfolio/percentiles.hpp"

#include <gtest/gtest.h>

#include <numeric>

// Order statistics: numbers that really came out.
namespace percentiles_test {

using namespace pricetalk;

Percentiles of(std::vector<std::int64_t> values) { return percentiles_of(values); }

TEST(Percentiles, are_the_ceiling_of_a_share_of_the_paths_in_order) {
  std::vector<std::int64_t> ten(10);
  std::iota(ten.rbegin(), ten.rend(), 1);
  EXPECT_EQ(of(ten), (Percentiles{1, 5, 9, 6}));
  ten.push_back(11);
  EXPECT_EQ(of(ten), (Percentiles{2, 6, 10, 6}));
  EXPECT_EQ(of({7}), (Percentiles{7, 7, 7, 7}));
  EXPECT_EQ(of({4, 1}), (Percentiles{1, 1, 4, 3})) << "a mean of 2.5 is rounded half-up";
  EXPECT_EQ(of({-4, -1}), (Percentiles{-4, -4, -1, -3}));
}

TEST(Percentiles, have_a_mean_of_numbers_that_do_not_add_up_within_64_bits) {
  const std::int64_t large = 300'000'000'000'000'000;
  std::vector<std::int64_t> values(60, large);
  values.push_back(-large);
  EXPECT_EQ(of(values).mean, 290'163'934'426'229'508);
}

}  // namespace percentiles_test
