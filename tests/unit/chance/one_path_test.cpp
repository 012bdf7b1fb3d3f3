#include "chance/one_path.hpp"

#include <gmock/gmock.h>

#include "../simulation/simulated.hpp"
#include "chance/paths.hpp"

namespace pricetalk {
namespace one_path_test {

using namespace simulated;
using testing::ElementsAre;

constexpr const char* contract_text = R"(schema = 1
[contract]
id = "T"
currency = "EUR"
start = 2025-01-01
[price.p]
unit_price = 100.00
price_date = 2025-01-01
quantity = { per_month = 3 }
clause = "x"
[clause.x]
adjust = { every = "year", on = "01-01", first = 2026-01-01 }
limits = { cap = "4%" }
[clause.x.index.S]
series = "cbs/cpi/alle-bestedingen-2025"
use = "october of previous year"
)";

Library cpi() { return examples({"cbs-cpi-alle-bestedingen-2025"}); }

TEST(OnePath, is_simulated_with_the_figures_that_all_paths_have_together) {
  const Contract contract = contract_of(contract_text);
  const Scenario scenario = scenario_of(months(60, "random = true"));
  const std::vector<std::string> series{"cbs/cpi/alle-bestedingen-2025"};
  const PathMaker maker = *PathMaker::fit(cpi(), scenario.futures.front(), scenario.random,
                                          day("2026-06-15"), day("2032-06-15"), series)
                               .value;
  const Paths paths = maker.make(0, 30);
  for (std::uint64_t path = 0; path < 30; ++path) {
    const OnePath one = *on_path(scenario, cpi(), series, day("2026-06-15"), path).value;
    const Simulation made = simulation_of(contract, cpi(), one.scenario, "2026-06-15");
    const Records& records = made.runs.front().library->find(series.front())->records;
    for (std::size_t i = 0; i < paths.series.front().periods.size(); ++i) {
      const auto of = records.of(paths.series.front().periods[i]);
      if (of.empty()) continue;
      EXPECT_EQ(records[of.front()].value.mantissa(), paths.series.front().figures[i][path]);
    }
    EXPECT_TRUE(made.runs.front().total.with_renewal.figure);
    EXPECT_EQ(one.drawn.front().second.en, maker.words(path).en);
  }
}

TEST(OnePath, is_one_of_those_that_the_scenario_has) {
  const auto asked = [](const std::string& future, std::uint64_t path) {
    return problems(on_path(scenario_of(months(60, future) + "[random]\npaths = 10\n"), cpi(), {},
                            day("2026-06-15"), path)
                        .diagnostics);
  };
  EXPECT_THAT(asked("random = true", 9), ElementsAre());
  EXPECT_THAT(asked("random = true", 10),
              ElementsAre("S0307 there is no path 10: the paths are 0 to 9"));
  EXPECT_THAT(asked("series = [{ series = \"*\", growth = \"2%\" }]", 0),
              ElementsAre("S0307 no future of the scenario is random: there is no path to choose"));
}

TEST(Simulate, refuses_a_future_of_many_paths) {
  EXPECT_THAT(problems(simulate(contract_of(contract_text), cpi(),
                                scenario_of(months(60, "random = true")), day("2026-06-15"))
                           .diagnostics),
              ElementsAre("S0306 future 'f' goes on by chance, on many paths; here one is needed"));
}

}  // namespace one_path_test
}  // namespace pricetalk
