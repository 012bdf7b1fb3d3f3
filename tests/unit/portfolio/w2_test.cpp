#include <gtest/gtest.h>

#include "../simulation/simulated.hpp"
#include "drawn_paths.hpp"
#include "path_workload.hpp"

// The workload of many paths of docs/reference/speed.md in small.
namespace w2_test {

using namespace simulated;

TEST(PathPortfolio, of_the_workload_runs_in_columns_and_is_right_to_the_cent) {
  const workload::Workload workload(6);
  const path_workload::Drawn drawn(300);
  const SourcePtr file = source("figures.toml", path_workload::figures());
  const auto series = read_figures(file);
  ASSERT_TRUE(series.ok());
  const Library library = Library().with(*series.value, {file});
  Scenario scenario = scenario_of(path_workload::scenario());
  scenario.futures.front().random = true;
  scenario.random.paths.value = 300;
  const auto fit = [&](const Library&, const Future& future, const std::vector<std::string>& read,
                       Date) {
    EXPECT_EQ(read, (Texts{"w/C", "w/L"}));
    Loaded<PathSource> made;
    made.value = drawn.source(future);
    return made;
  };
  PathPortfolio portfolio({scenario, day("2025-12-31"), fit, {}});
  for (int i = 0; i < workload.contracts(); ++i)
    portfolio.add(contract_of(path_workload::contract(workload, i)), library, std::to_string(i),
                  "");
  const auto amounts = std::move(portfolio).amounts(drawn_paths::one_by_one);
  ASSERT_TRUE(amounts.value) << render(amounts.diagnostics, Language::en);
  for (int i = 0; i < workload.contracts(); ++i) {
    const auto& one = (*amounts.value)[static_cast<std::size_t>(i)].front();
    EXPECT_EQ(one.one_by_one, 0U) << one.why.en;
    for (std::size_t path = 0; path < 300; ++path) {
      const std::vector<std::int64_t> right = path_workload::cents(workload, drawn, i, path);
      for (std::size_t year = 0; year < right.size(); ++year)
        ASSERT_EQ(one.years[year][path], right[year])
            << "contract " << i << ", path " << path << ", " << 2026 + year;
    }
  }
}

}  // namespace w2_test
