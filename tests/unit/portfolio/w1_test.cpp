#include <gtest/gtest.h>

#include "../simulation/simulated.hpp"
#include "portfolio/portfolio.hpp"
#include "workload.hpp"

// The portfolio workload of docs/reference/speed.md in small.
namespace w1_test {

using namespace simulated;

TEST(Portfolio, of_the_workload_runs_in_columns_and_is_right_to_the_cent) {
  const workload::Workload workload(120);
  const SourcePtr file = source("figures.toml", workload.figures());
  const auto series = read_figures(file);
  ASSERT_TRUE(series.ok());
  const Library library = Library().with(*series.value, {file});
  Portfolio portfolio({scenario_of(workload.scenario()), day("2025-12-31")},
                      [](const std::string&) { return std::nullopt; });
  for (int i = 0; i < workload.contracts(); ++i)
    portfolio.add(contract_of(workload.portfolio_contract(i)), library, std::to_string(i), "");
  const auto answer = std::move(portfolio).answer();
  ASSERT_TRUE(answer.value) << render(answer.diagnostics, Language::en);
  EXPECT_TRUE(answer.value->route.by_itself.empty())
      << answer.value->route.by_itself.begin()->first;
  EXPECT_EQ(answer.value->route.lines, 480U);
  EXPECT_EQ(answer.value->route.amounts, 480U * 120U);
  EXPECT_LT(answer.value->route.plans, answer.value->route.contents) << "one for many contents";
  for (int i = 0; i < workload.contracts(); ++i)
    for (int year = 2026; year < 2036; ++year)
      ASSERT_EQ(answer.value->contracts[static_cast<std::size_t>(i)].contracted(0, year),
                workload.cents(i, year))
          << "contract " << i << ", " << year;
}

}  // namespace w1_test
