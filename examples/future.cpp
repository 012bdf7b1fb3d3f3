#include <pricetalk/contract/contract.hpp>
#include <pricetalk/explain/format.hpp>
#include <pricetalk/scenario/scenario.hpp>
#include <pricetalk/simulation/simulate.hpp>

#include "read.hpp"

using namespace pricetalk;

/// What a contract costs in a future that somebody states, and with another cap.
///   future FOLDER
int main(int, char** arguments) {
  const std::string folder = arguments[1];
  const SourcePtr source = read(folder + "/contract.toml");
  const Contract contract = taken(read_contract(source));
  const Library figures = Library().with(contract.own_series, {source});
  const Scenario scenario = taken(read_scenario(read(folder + "/future.toml")));

  const Simulation made = taken(simulate(contract, figures, scenario, *Date::make(2025, 12, 31)));
  for (const Run& run : made.runs) {
    std::cout << run.future << ", " << run.alternative << "\n";
    for (const YearTotal& year : run.calendar_years)
      std::cout << "  " << year.label << ": "
                << money_text(std::get<Money>(year.total.with_renewal.figure->value), Language::en)
                << "\n";
  }
  return 0;
}
