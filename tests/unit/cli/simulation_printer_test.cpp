#include "cli/simulation_printer.hpp"

#include <gmock/gmock.h>

#include "../simulation/simulated.hpp"
#include "report/table.hpp"

namespace simulation_printer_test {

using namespace simulated;
using testing::HasSubstr;
using testing::Not;

std::string printed_text(
    int count, const SimulationLayout& layout,
    const std::string& line = "unit_price = 1000.00\nquantity = { per_month = 10 }") {
  const Scenario scenario =
      scenario_of(months(count) + "[alternative.a-long-name]\nprice.p.unit_price = 900.00\n");
  const Contract contract = contract_of(line_contract(line));
  const Simulation made = simulation_of(contract, library_of(contract), scenario, "2024-12-31");
  std::ostringstream out;
  print_simulation(made, scenario, layout, out, Language::en);
  return out.str();
}

/// Letters of the widest line of a table.
std::size_t widest(const std::string& text) {
  std::istringstream lines(text);
  std::size_t most = 0;
  for (std::string line; std::getline(lines, line);)
    if (line.find("contract as it is") == 0 || line.find("---") == 0)
      most = std::max(most, width(line));
  return most;
}

TEST(SimulationPrinter, puts_years_beside_each_other_while_they_fit) {
  const std::string wide = printed_text(60, {});
  EXPECT_THAT(wide, HasSubstr("contract as it is  120,000.00"));
  EXPECT_EQ(printed_text(60, {200, false, false}), wide);
}

TEST(SimulationPrinter, puts_them_below_each_other_on_a_narrow_terminal) {
  const std::string narrow = printed_text(60, {60, false, false});
  EXPECT_THAT(narrow, HasSubstr("\n2025 "));
  EXPECT_LE(widest(narrow), 60U);
  EXPECT_EQ(printed_text(60, {60, true, false}), printed_text(60, {}));
}

TEST(SimulationPrinter, puts_many_years_below_each_other_anywhere) {
  EXPECT_THAT(printed_text(84, {}), Not(HasSubstr("\n2025 ")));
  EXPECT_THAT(printed_text(96, {}), HasSubstr("\n2025 "));
  EXPECT_THAT(printed_text(96, {0, true, false}), Not(HasSubstr("\n2025 ")));
}

TEST(SimulationPrinter, shows_what_is_known_of_a_total_that_is_not) {
  const std::string text = printed_text(12, {},
                                        "unit_price = 1000.00\n[price.q]\nunit_price = 1.00\n"
                                        "price_date = 2025-01-01\nquantity = { per_month = 1 }");
  EXPECT_THAT(text, HasSubstr("12.00 + ?"));
  EXPECT_THAT(text, HasSubstr("+ ?: what is known"));
}

}  // namespace simulation_printer_test
