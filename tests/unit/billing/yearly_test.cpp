#include "billing/yearly.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "../simulation/simulated.hpp"
#include "random_contract.hpp"
#include "simulation/ledger.hpp"

// "A year" is the difference of two ledgers over that year.
namespace yearly_test {

using namespace simulated;

InputSource called(const char* name) {
  InputSource source;
  source.text = same(name);
  return source;
}

/// The contract with one line at a price that nothing moves.
Contract at(Contract contract, std::size_t line, const Decimal& price) {
  Line only = contract.lines[line];
  only.prices.front().original = {price, {}};
  only.clauses.clear();
  only.surcharges.clear();
  only.parts.clear();
  contract.lines = {only};
  return contract;
}

Ratio first_year(const Contract& contract, const Library& library) {
  const Simulation made = simulation_of(contract, library, scenario_of(months(24)), "2024-12-31");
  return Ratio(
      std::get<Money>(made.runs.front().running_years.front().total.with_renewal.figure->value)
          .amount);
}

RC_GTEST_PROP(Yearly, is_the_difference_of_two_ledgers, ()) {
  const auto seed = static_cast<std::uint64_t>(*rc::gen::inRange(1, 1000000).as("seed"));
  const std::string text = random_contract::text(seed);
  const Contract contract = contract_of(text);
  const Library library = library_of(contract);
  const Decimal high(*rc::gen::inRange(1001, 9000), 2);
  const Decimal low(*rc::gen::inRange(1, 1000), 2);
  for (std::size_t i = 0; i < contract.lines.size(); ++i) {
    const Line& line = contract.lines[i];
    if (line.prices.size() > 1 || !bought_by_time(line)) continue;
    const Contract dear = at(contract, i, high);
    const Contract cheap = at(contract, i, low);
    // A net price "as written" has the decimals of the price; both have two.
    const Date start = ledger_periods(dear, day("2025-01-01"), 1).front().first;
    Worksheet sheet(contract.currency);
    const NodeId year = invoiced_difference(
        sheet, dear, dear.lines.front(), one_price(Ratio(high), called("price")),
        one_price(Ratio(low), called("price")), year_from(start), same("a year"));
    const Ratio expected = first_year(dear, library) - first_year(cheap, library);
    // Of a period that runs beyond the contract's end a ledger makes two invoices, a year goes on.
    const Days days = year_from(start);
    if (contract.end && days.hold(*contract.end)) continue;
    if (*sheet.value(year) != expected) RC_LOG() << text << "\n" << line.id;
    RC_ASSERT(*sheet.value(year) == expected);
  }
}

}  // namespace yearly_test
