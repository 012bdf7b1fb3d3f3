#include <gmock/gmock.h>

#include "simulated.hpp"

// A ledger amount is explained by computing it again.
namespace explain_test {

using namespace simulated;

std::string outline_text(const Derivation& derivation, NodeId node) {
  std::string made;
  for (const OutlineRow& row : outline(derivation, node))
    made += row.label.en + " = " + row.formula.en + " = " + value_text(row, Language::en) + "\n";
  return made;
}

/// How many amounts were explained, by kind.
using Counts = std::map<LedgerKind, int>;

void explain_run(const auto& run, Counts& counts) {
  for (const LedgerRow& row : run.ledger.rows)
    for (const LedgerCell& cell : row.cells) {
      const auto why = run.explain(cell.address);
      ASSERT_EQ(why.has_value(), !cell.nothing) << cell.address.text;
      if (!why) continue;
      ++counts[row.kind];
      ASSERT_EQ(why->derivation->tape.determined(why->node), cell.units.determined());
      if (cell.units) {
        EXPECT_EQ(why->derivation->tape.value(why->node),
                  Ratio(run.ledger.money(*cell.units).amount))
            << cell.address.text;
      }
      EXPECT_EQ(fixity(*why->derivation, why->node), cell.fixity) << cell.address.text;
      if (counts[row.kind] % 20 != 1) continue;
      const auto again = run.explain(cell.address);
      EXPECT_EQ(outline_text(*why->derivation, why->node),
                outline_text(*again->derivation, again->node));
    }
}

void explain_all(const Simulation& simulation, Counts& counts) {
  for (const auto& run : simulation.runs) explain_run(run, counts);
}

TEST(Explain, gives_every_amount_of_a_ledger_by_the_steps_that_computed_it) {
  Counts counts;
  const std::string golden = "tests/golden/simulate/";
  const Contract risk = contract_of(read_file(golden + "shows-own-risk-on-surcharges/input.toml"));
  explain_all(
      simulation_of(risk, library_of(risk),
                    scenario_of(read_file(golden + "shows-own-risk-on-surcharges/scenario.toml")),
                    "2026-04-02"),
      counts);
  explain_all(
      simulation_of(contract_of(read_file("contracts/koffie.toml")),
                    examples({"eurostat-hicp-nl-voeding-2015", "cbs-cpi-alle-bestedingen-2025"}),
                    scenario_of(read_file("scenarios/koffie.toml")), "2025-10-14"),
      counts);
  explain_all(simulation_of(contract_of(read_file("contracts/schoonmaak-gemeente.toml")),
                            examples({"szw-minimumuurloon-21", "cbs-cpi-alle-bestedingen-2025",
                                      "cbs-ppi-afzet-2021"}),
                            scenario_of(read_file("scenarios/vergelijking.toml")), "2025-10-14"),
              counts);
  EXPECT_GT(counts[LedgerKind::price], 100);
  EXPECT_GT(counts[LedgerKind::retention], 1);
  EXPECT_GT(counts[LedgerKind::innovation], 10);
  EXPECT_GT(counts[LedgerKind::refund], 10);
  EXPECT_GT(counts[LedgerKind::non_conformity], 10);
  EXPECT_GT(counts[LedgerKind::market], 10);
}

}  // namespace explain_test
