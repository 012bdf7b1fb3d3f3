#include <gmock/gmock.h>

#include "simulated.hpp"
#include "simulation/invoiced_line.hpp"

// What was invoiced, in place of what would be computed.
namespace actuals_test {

using namespace simulated;
using testing::ElementsAre;
using testing::SizeIs;

/// 100 a month, from 2025 to 2026.
const std::string hundred = line_contract("unit_price = 10.00\nquantity = { per_month = 10 }");

ActualRow row(const char* from, const char* to, const char* amount, bool charges = true) {
  return {"p", day(from), day(to), *Decimal::parse(amount), charges, "F1", "f.csv:2"};
}

Simulation with(std::vector<ActualRow> rows, const std::string& contract = hundred,
                const char* first = "2025-01-01", const char* last = "2025-04-30") {
  const Contract made = contract_of(contract);
  Actuals actuals{std::move(rows)};
  Loaded<Simulation> loaded = simulate(made, library_of(made), scenario_of(months(12)),
                                       Frame{day("2025-06-01"),
                                             {},
                                             {{day(first), day(last)}},
                                             std::make_shared<const Actuals>(std::move(actuals))});
  if (!loaded.value) throw std::runtime_error(render(loaded.diagnostics, Language::en));
  return std::move(*loaded.value);
}

std::vector<Invoiced> how_far(const Run& run) {
  std::vector<Invoiced> made;
  for (const LedgerCell& cell : run.ledger.rows.front().cells) made.push_back(cell.invoiced);
  return made;
}

TEST(Actuals, stand_in_place_of_the_months_that_they_are_about) {
  const Simulation made = with({row("2025-02-01", "2025-02-28", "87.31")});
  const auto& run = made.runs.front();
  EXPECT_THAT(amounts(run, LedgerKind::price, "p"),
              ElementsAre("100.00", "87.31", "100.00", "100.00"));
  EXPECT_THAT(how_far(run), ElementsAre(Invoiced::no, Invoiced::whole, Invoiced::no, Invoiced::no));
  EXPECT_EQ(text(run.total.with_renewal), "387.31");
}

TEST(Actuals, leave_the_days_that_no_row_is_about_to_what_is_computed) {
  const Simulation made = with({row("2025-04-01", "2025-04-12", "33.00")});
  const auto& run = made.runs.front();
  // 18 of 30 days of 100.00 are still to come.
  EXPECT_EQ(amounts(run, LedgerKind::price, "p").back(), "93.00");
  EXPECT_EQ(how_far(run).back(), Invoiced::part);
}

TEST(Actuals, count_a_credit_without_taking_it_for_an_invoice) {
  const Simulation made = with({row("2025-01-01", "2025-01-31", "-12.50", false),
                                row("2025-02-01", "2025-02-28", "100.00"),
                                row("2025-02-01", "2025-02-28", "-7.00", false)});
  const auto& run = made.runs.front();
  EXPECT_THAT(amounts(run, LedgerKind::price, "p"),
              ElementsAre("87.50", "93.00", "100.00", "100.00"));
  EXPECT_THAT(how_far(run),
              ElementsAre(Invoiced::part, Invoiced::whole, Invoiced::no, Invoiced::no));
}

TEST(Actuals, divide_a_row_over_months_so_that_they_add_up) {
  const Simulation made = with({row("2025-01-01", "2025-03-31", "100.00")});
  // 31, 28 and 31 of 90 days.
  EXPECT_THAT(amounts(made.runs.front(), LedgerKind::price, "p"),
              ElementsAre("34.44", "31.12", "34.44", "100.00"));
}

TEST(Actuals, count_what_of_a_row_falls_in_the_days) {
  const Simulation made = with({row("2024-12-01", "2025-01-31", "62.00")});
  EXPECT_EQ(amounts(made.runs.front(), LedgerKind::price, "p").front(), "31.00");
}

TEST(Actuals, keep_every_decimal_of_a_row) {
  const Simulation made = with({row("2025-01-01", "2025-01-31", "99.995")});
  EXPECT_EQ(amounts(made.runs.front(), LedgerKind::price, "p").front(), "99.995");
}

TEST(Actuals, name_the_invoice_behind_an_amount) {
  const Simulation made = with({row("2025-04-01", "2025-04-12", "33.00")});
  const auto& run = made.runs.front();
  const auto why = run.explain(run.ledger.rows.front().cells.back().address);
  ASSERT_TRUE(why);
  EXPECT_EQ(why->derivation->inputs.front().text.en, "invoice F1 (f.csv:2)");
  EXPECT_EQ(why->derivation->tape.value(why->node), Ratio(93));
}

TEST(Actuals, tell_what_a_contract_without_a_quantity_cost) {
  const Simulation made =
      with({row("2025-01-01", "2025-04-30", "412.00")}, line_contract("unit_price = 10.00"));
  EXPECT_EQ(text(made.runs.front().total.with_renewal), "412.00");
}

TEST(Actuals, hold_the_reduction_of_an_innovation_in_what_was_invoiced) {
  const std::string contract = hundred + R"(
[innovation.robot]
what = "robot"
reduction_per_month = 5.00
start = 2025-01-01
)";
  const Contract made = contract_of(contract);
  const auto actuals =
      std::make_shared<const Actuals>(Actuals{{row("2025-01-01", "2025-02-28", "180.00")}});
  const auto simulated = simulate(
      {{"contract", made, {}}, {"robot", made, "robot"}}, library_of(made), scenario_of(months(12)),
      Frame{day("2025-06-01"), {}, {{day("2025-01-01"), day("2025-03-31")}}, actuals});
  ASSERT_TRUE(simulated.value) << render(simulated.diagnostics, Language::en);
  const auto& run = *simulated.value->find("f", "robot");
  EXPECT_THAT(amounts(run, LedgerKind::innovation, "robot"), ElementsAre("0.00", "0.00", "-5.00"));
  EXPECT_EQ(text(run.total.with_renewal), "275.00");
}

TEST(Frame, gives_a_calendar_year_of_its_own_the_amounts_of_that_year_in_a_longer_run) {
  const Contract made = contract_of(line_contract(
      "unit_price = 10.00\nquantity = { per_month = 10 }", "[billing]\nperiod = \"quarter\"\n"));
  const auto whole = simulate(made, library_of(made), scenario_of(months(36)),
                              Frame{day("2024-12-31"), {}, {}, {}});
  const auto year =
      simulate(made, library_of(made), scenario_of(months(36)),
               Frame{day("2024-12-31"), {}, {{day("2026-01-01"), day("2026-12-31")}}, {}});
  ASSERT_TRUE(whole.value && year.value);
  EXPECT_EQ(year.value->first, day("2026-01-01"));
  EXPECT_EQ(year.value->last, day("2026-12-31"));
  EXPECT_EQ(text(year.value->runs.front().total.with_renewal),
            text(whole.value->runs.front().calendar_years[1].total.with_renewal));
}

TEST(Frame, cuts_invoices_that_lie_in_it_in_part) {
  const Contract made = contract_of(line_contract(
      "unit_price = 10.00\nquantity = { per_month = 10 }", "[billing]\nperiod = \"quarter\"\n"));
  const auto part =
      simulate(made, library_of(made), scenario_of(months(36)),
               Frame{day("2024-12-31"), {}, {{day("2026-03-01"), day("2026-04-30")}}, {}});
  ASSERT_TRUE(part.value);
  EXPECT_THAT(amounts(part.value->runs.front(), LedgerKind::price, "p"),
              ElementsAre("100.00", "100.00"));
}

}  // namespace actuals_test
