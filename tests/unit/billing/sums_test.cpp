#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

#include "../simulation/simulated.hpp"
#include "audit/line_watch.hpp"
#include "random_contract.hpp"
#include "simulation/ledger.hpp"

// What is added up is what it says: months make the year, years the total, and what is contracted
// ends with the contract.
namespace sums_test {

using namespace simulated;

struct Any {
  std::string text =
      random_contract::text(static_cast<std::uint64_t>(*rc::gen::inRange(1, 1000000).as("seed")));
  Contract contract = contract_of(text);
  Library library = library_of(contract);
};

Decimal amount(const Figure& figure) { return std::get<Money>(figure.value).amount; }

RC_GTEST_PROP(Sums, of_months_are_the_years_and_the_total, ()) {
  const Any any;
  const Simulation made =
      simulation_of(any.contract, any.library, scenario_of(months(50)), "2023-12-31");
  const Run& run = made.runs.front();
  Ratio total(0);
  Ratio contracted(0);
  std::map<int, Ratio> years;
  for (const LedgerRow& row : run.ledger.rows)
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const LedgerPeriod& period = run.ledger.periods[i];
      RC_PRE(row.cells[i].units.determined());
      const Ratio one(run.ledger.money(*row.cells[i].units).amount);
      RC_ASSERT(period.first.year() == period.last.year());
      total = total + one;
      if (period.contracted) contracted = contracted + one;
      years[period.first.year()] = years[period.first.year()] + one;
    }
  RC_ASSERT(Ratio(amount(*run.total.with_renewal.figure)) == total);
  RC_ASSERT(Ratio(amount(*run.total.contracted.figure)) == contracted);
  for (const YearTotal& year : run.calendar_years)
    RC_ASSERT(Ratio(amount(*year.total.with_renewal.figure)) == years[year.first.year()]);
  for (const auto* columns : {&run.contract_years, &run.running_years}) {
    Ratio sum(0);
    for (const YearTotal& year : *columns)
      sum = sum + Ratio(amount(*year.total.with_renewal.figure));
    RC_ASSERT(sum == total);
  }
}

RC_GTEST_PROP(Sums, hold_no_day_after_the_contract_in_what_is_contracted, ()) {
  const Any any;
  const auto periods = ledger_periods(any.contract, any.contract.start, 40);
  Date next = periods.front().first;
  for (const LedgerPeriod& period : periods) {
    RC_ASSERT(period.first == next);  // every day once
    next = period.last.plus_days(1);
    if (!any.contract.end) continue;
    RC_ASSERT(period.contracted == (period.last <= *any.contract.end));
    RC_ASSERT(period.contracted || *any.contract.end < period.first);
  }
}

/// The glance at a row in a folder audit says yes only to what `charge` allows.
TEST(Sums, are_right_at_a_glance_only_where_charge_says_so) {
  int yes = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    planted::Dice dice(seed);
    const Contract contract = contract_of(random_contract::text(seed));
    const Library library = library_of(contract);
    const Coverage coverage(library, day("2030-12-31"));
    for (const Line& line : contract.lines) {
      LineWatch watch(contract, line, day("2030-12-31"));
      InvoiceLine row;
      row.line = line.id;
      row.from = day("2024-02-01").plus_days(dice.between(0, 700));
      row.to = row.from.plus_days(dice.between(0, 120));
      row.quantity = Decimal(dice.between(1, 4000), 2);
      const std::vector<PriceSchedule> schedules = schedule(contract, coverage, row.to);
      const TierPrices prices = dated_prices(schedules, line, {row.from, row.to});
      Worksheet sheet(contract.currency);
      const auto allowed = charge(sheet, {.contract = &contract,
                                          .line = &line,
                                          .prices = &prices,
                                          .invoice = {row.from, row.to},
                                          .taken = Taken{row.quantity, row.quantity}});
      const Outcome<Ratio> value = sheet.value(allowed->amount);
      for (const int off : {0, 10, -1}) {
        row.amount = round(value ? *value + Ratio::of(off, 1000) : Ratio(1),
                           off == 0 ? amount_rounding(contract) : Rounding::decimals(3));
        if (!watch.simple() || !watch.judges(row)) continue;
        watch.make({&contract, &line, 0, &coverage}, row.to);
        if (!watch.right(row)) continue;
        ++yes;
        ASSERT_TRUE(value) << seed;
        EXPECT_EQ(Ratio(row.amount), *value) << seed;
      }
    }
  }
  EXPECT_GT(yes, 50);
}

}  // namespace sums_test
