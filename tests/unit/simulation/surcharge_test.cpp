#include <gmock/gmock.h>

#include "simulated.hpp"

// Amounts were worked out by hand; the fractions stand beside them.
namespace pricetalk {
namespace ledger_surcharge_test {

using namespace simulated;
using testing::ElementsAre;

Simulation year(const std::string& contract, int count, const std::string& future = "",
                const char* today = "2024-12-15") {
  return simulation_of(contract, months(count, future), today);
}

TEST(LedgerSurcharge, is_in_the_invoice_and_prorated_like_a_price) {
  // 10 until 15 January, 41 from the 16th: (15 x 1010 + 16 x 1041) / 31 = 31806 / 31 = 1026.00
  const auto made = year(
      line_contract("unit_price = 1000.00\nquantity = { per_month = 1 }\nsurcharges = [\"s\"]",
                    "[clause.s]\nformula = \"surcharge = k\"\n"
                    "constants = { k = [{ value = 10 }, { from = 2025-01-16, value = 41 }] }\n"),
      2);
  EXPECT_THAT(amounts(made.runs.front(), LedgerKind::price, "p"),
              ElementsAre("1026.00", "1041.00"));
}

TEST(LedgerSurcharge, is_added_before_the_discount) {
  // (100 + 20) x 0.95 = 114.00, twice.
  const auto made = year(line_contract("unit_price = 100.00\nquantity = { per_month = 2 }\n"
                                       "discount = { rate = \"5%\" }\nsurcharges = [\"s\"]",
                                       "[clause.s]\nformula = \"surcharge = 20\"\n"),
                         1);
  EXPECT_THAT(amounts(made.runs.front(), LedgerKind::price, "p"), ElementsAre("228.00"));
}

TEST(LedgerSurcharge, reads_projected_figures) {
  // 2024: 100 in both months; 2 % a year gives 102 in 2025: 1000 + (102 - 90) = 1012.00
  const auto made = year(
      line_contract("unit_price = 1000.00\nquantity = { per_month = 1 }\nsurcharges = [\"s\"]",
                    "[clause.s]\nformula = \"surcharge = D - 90\"\n"
                    "index.D = { series = \"d\", use = \"month of adjustment\" }\n"
                    "[[series]]\nid = \"d\"\nfigures = [[\"2024-01\", 100.0], [\"2024-02\", 100.0]]"
                    "\n"),
      2, "series = [{ series = \"d\", growth = \"2%\" }]");
  const LedgerRow& row = *made.runs.front().ledger.find(LedgerKind::price, "p");
  EXPECT_THAT(amounts(made.runs.front(), LedgerKind::price, "p"),
              ElementsAre("1012.00", "1012.00"));
  EXPECT_EQ(row.cells.front().fixity, Fixity::projected);
}

TEST(LedgerSurcharge, a_future_must_say_how_its_series_goes_on) {
  const Contract contract = contract_of(
      line_contract("unit_price = 1000.00\nquantity = { per_month = 1 }\nsurcharges = [\"s\"]",
                    "[clause.s]\nformula = \"surcharge = D\"\n"
                    "index.D = { series = \"d\", use = \"month of adjustment\" }\n"
                    "[[series]]\nid = \"d\"\nfigures = [[\"2024-01\", 100.0]]\n"));
  const auto loaded =
      simulate(contract, library_of(contract), scenario_of(months(2)), day("2024-12-15"));
  EXPECT_THAT(problems(loaded.diagnostics),
              testing::Contains("S0201 future 'f' does not say how series 'd' goes on"));
}

TEST(LedgerSurcharge, what_is_delivered_once_has_the_price_and_surcharge_of_its_day) {
  // On 20 January: 3 x (1031 + 7) = 3114.00, whatever the price was until the 15th.
  const auto made = year(
      line_contract("unit_price = 1000.00\nquantity = { once = 3 }\ndelivered = 2025-01-20\n"
                    "clause = \"c\"\nsurcharges = [\"s\"]",
                    "[clause.c]\nadjust = { dates = [2025-01-16] }\nformula = \"change = 3.1%\"\n"
                    "[clause.s]\nadjust = { at = \"delivery\" }\nformula = \"surcharge = 7\"\n"),
      2);
  EXPECT_THAT(amounts(made.runs.front(), LedgerKind::price, "p"), ElementsAre("3114.00", "0.00"));
}

TEST(LedgerSurcharge, own_risk_is_a_row_that_takes_off_what_is_not_due) {
  // 30 a month. Kept of the total to date: the larger of 10 % and 20. So 20 in January, nothing
  // more until 200 is passed: 180 -> 20, 210 -> 21, 240 -> 24.
  const std::string contract =
      line_contract("unit_price = 100.00\nquantity = { per_month = 1 }\nsurcharges = [\"s\"]",
                    "[clause.s]\nformula = \"surcharge = 30\"\n"
                    "retention = { share = \"10%\", minimum = \"2%\", contract_sum = 1000 }\n");
  const auto made = year(contract, 8);
  EXPECT_THAT(amounts(made.runs.front(), LedgerKind::retention, "s"),
              ElementsAre("-20.00", "0.00", "0.00", "0.00", "0.00", "0.00", "-1.00", "-3.00"));
  // What came before counts: begun in July, six months have gone by.
  const auto later = year(contract, 2, "", "2025-06-15");
  EXPECT_THAT(amounts(later.runs.front(), LedgerKind::retention, "s"),
              ElementsAre("-1.00", "-3.00"));
}

}  // namespace ledger_surcharge_test
}  // namespace pricetalk
