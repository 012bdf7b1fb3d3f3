#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "../simulation/simulated.hpp"
#include "pricetalk/audit/audit.hpp"
#include "random_contract.hpp"

// The audit of what the simulation says will be charged finds nothing, to the cent; and a charge
// that is a cent higher is found.
namespace audit_of_simulation_test {

using namespace simulated;

/// What a run charges of a line, one row per invoice; nothing of renewal.
std::vector<InvoiceLine> rows_of(const Contract& contract, const Run& run) {
  std::vector<InvoiceLine> made;
  const auto& periods = run.ledger.periods;
  for (const Line& line : contract.lines) {
    const LedgerRow& row = *run.ledger.find(LedgerKind::price, line.id);
    for (std::size_t i = 0; i < periods.size();) {
      const LedgerPeriod& first = periods[i];
      std::int64_t units = 0;
      bool charged = false;
      for (; i < periods.size() && periods[i].invoice_first == first.invoice_first; ++i) {
        if (!row.cells[i].units) throw std::runtime_error("not determined: " + line.id);
        units += *row.cells[i].units;
        charged = charged || !row.cells[i].nothing;
      }
      const auto alive = days_alive(line, {first.invoice_first, first.invoice_last});
      if (!charged || !first.contracted || !alive) continue;
      InvoiceLine one;
      one.invoice = line.id + "-" + first.invoice_first.text();
      one.line = line.id;
      one.from = alive->first;
      one.to = one.date = alive->last;
      one.quantity = round(*quantity_of(line, *alive), Rounding::decimals(8));
      one.amount = run.ledger.money(units).amount;
      made.push_back(std::move(one));
    }
  }
  return made;
}

/// Whatever is not right, in words.
std::string wrong(const Audit& audit) {
  std::string text;
  for (const AuditedRow& row : audit.rows) {
    if (!row.difference)
      text += row.charged.invoice + " not determined; ";
    else if (!std::get<Money>(row.difference->value).amount.is_zero())
      text += row.charged.invoice + " charged " + row.charged.amount.text() + " allowed " +
              simulated::text(*row.allowed) + "; ";
  }
  for (const AsideRow& row : audit.aside) text += row.charged.invoice + " aside; ";
  return text;
}

RC_GTEST_PROP(AuditOfSimulation, finds_nothing_but_the_cent_that_is_too_much, ()) {
  const auto seed = static_cast<std::uint64_t>(*rc::gen::inRange(1, 1000000).as("seed"));
  const std::string text = random_contract::text(seed);
  const Contract contract = contract_of(text);
  const Library library = library_of(contract);
  const Simulation made = simulation_of(contract, library, scenario_of(months(48)), "2022-12-31");
  std::vector<InvoiceLine> rows = rows_of(contract, made.runs.front());
  RC_PRE(!rows.empty());
  const std::string nothing =
      wrong(audit(contract, library, rows, day("2030-12-31"), Why::left_out));
  if (!nothing.empty()) RC_LOG() << text << "\n" << nothing;
  RC_ASSERT(nothing.empty());

  const auto one = *rc::gen::inRange<std::size_t>(0, rows.size());
  rows[one].amount = round(Ratio(rows[one].amount) + Ratio::of(1, 100),
                           Rounding::decimals(rows[one].amount.scale()));
  const Audit found = audit(contract, library, rows, day("2030-12-31"), Why::left_out);
  RC_LOG() << text << "\n" << rows[one].quantity.text() << " " << wrong(found);
  RC_ASSERT(std::get<Money>(found.totals.over.value).amount == *Decimal::parse("0.01"));
  RC_ASSERT(std::get<Money>(found.totals.under.value).amount.is_zero());
}

}  // namespace audit_of_simulation_test
