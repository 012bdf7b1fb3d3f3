#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "program.hpp"
#include "temporary_folder.hpp"

// Prices, quantities and sums of more than 18 digits are nobody's contract, but whoever types a
// zero too many must get an answer: no valid file ends with an internal error.

namespace pricetalk::harness {
namespace {

constexpr const char* huge_figures =
    "[[series]]\nid = \"x\"\nfigures = [[\"2022\", 98.0], [\"2023\", 100.0], [\"2024\", 107.31], "
    "[\"2025\", 111.17]]\n";

/// What one contract differs in from the next.
struct Huge {
  std::string price;
  std::string quantity;
  std::string clause;  ///< further keys of the clause
  std::string line;    ///< further keys of the line
  std::string tables;  ///< further tables
};

std::string contract(const Huge& huge, bool tiers) {
  const std::string price =
      tiers ? "tiers = [{ up_to = 10, unit_price = " + huge.price + " }, { unit_price = 1.00 }]\n"
            : "unit_price = " + huge.price + "\n";
  return "schema = 1\n[contract]\nid = \"H\"\njurisdiction = \"NL\"\naudience = \"b2b\"\ncurrency "
         "= "
         "\"EUR\"\nstart = 2024-01-01\nend = 2029-12-31\n[parties]\nsupplier = { name = \"S "
         "B.V.\", "
         "address = \"x\" }\ncustomer = { name = \"C B.V.\", address = \"y\" }\n[price.a]\nunit = "
         "\"hour\"\n" +
         price + "price_date = 2024-01-01\nquantity = { per_month = " + huge.quantity +
         " }\nclause = \"c\"\n" + huge.line +
         "[price.b]\nunit_price = 1.00\nprice_date = 2024-01-01\nquantity = { per_month = 1 }\n"
         "clause = \"c\"\n[clause.c]\nadjust = { every = \"year\", on = \"01-01\" }\nindex.X = { "
         "series = \"x\", use = \"previous year\" }\nnotice = { before = \"2 months\" }\n" +
         huge.clause +
         "[[price_level]]\nprice = \"a\"\nas_of = 2025-06-01\nnormal = 10.00\nhigh = 12.00\nsource "
         "= "
         "\"m\"\n[innovation.i]\nwhat = \"Wij doen iets.\"\ncapability = \"Bij zes klanten.\"\n"
         "evidence = \"Gemeten.\"\ninvestment = 9000.00\nsaving_per_year = { cautious = " +
         huge.quantity +
         " }\nstart = 2026-01-01\nlowers_costs_of = \"supplier\"\n"
         "reduction_per_month = 50.00\n" +
         huge.tables + huge_figures;
}

constexpr const char* huge_scenario =
    "schema = 1\n[scenario]\nid = \"s\"\nmonths = 36\ndiscount_rate = \"6%\"\n[future.f]\n"
    "[[future.f.series]]\nseries = \"x\"\ngrowth = \"2%\"\n[[future.f.volume]]\nprice = \"a\"\n"
    "growth = \"900%\"\n[alternative.free]\nclause.c.limits.cap = \"0%\"\n";

/// As large as a row of an invoice may be, far from what the contract allows.
constexpr const char* invoices =
    "invoice,date,line,from,to,quantity,unit_price,amount\n"
    "F1,2025-02-01,a,2025-01-01,2025-01-31,1,,9000000000.99\n"
    "F2,2025-03-01,a,2025-02-01,2025-02-28,1,,9000000000.99\n"
    "F3,2025-04-01,b,2025-03-01,2025-03-31,1,,9000000000.99\n"
    "F4,2025-05-01,b,2025-04-01,2025-04-30,1,,9000000000.99\n";

std::vector<Huge> contracts_at(const std::string& price) {
  const std::vector<std::string> quantities = {"1", "1000000000000", "999999999999999999"};
  const std::vector<std::string> clauses = {
      "rounding = { price = \"none\" }\n", "",
      "compounding = \"base\"\nlimits = { cap = \"4%\", floor = \"0%\" }\nrounding = { price = { "
      "to = 0.05 }, coefficient = { decimals = 4 } }\n",
      "formula = \"P = P0 * P0 * X / X0\"\nrounding = { price = \"none\" }\n",
      "formula = \"P = P0^40 * X / X0\"\nlimits = { cap_total = \"12%\" }\n"};
  const std::vector<std::string> lines = {
      "", "discount = { rate = \"2.5%\" }\n",
      "parts = [{ name = \"p\", share = \"33.3333%\", clause = \"c\" }, { name = \"q\", share = "
      "\"66.6667%\" }]\n"};
  std::vector<Huge> made;
  for (const std::string& quantity : quantities)
    for (const std::string& clause : clauses) {
      const std::size_t turn = made.size();
      Huge one{price, quantity, clause, lines[turn % lines.size()], ""};
      if (turn % 4 == 1)
        one.tables =
            "[[decision]]\ndate = 2025-05-15\nprice = \"b\"\nkind = \"agreed-price\"\n"
            "unit_price = 999999999999999999\n";
      if (turn % 5 == 2) one.tables += "[billing]\namount = \"none\"\n";
      if (turn % 5 == 3) one.tables += "[billing]\nperiod = \"year\"\n";
      made.push_back(std::move(one));
    }
  return made;
}

/// Every contract answers a third of the commands, each time others.
void ask_all(const std::string& price) {
  const TemporaryFolder folder;
  folder.put("scenario.toml", huge_scenario);
  std::size_t turn = 0;
  std::size_t answered = 0;
  for (const Huge& huge : contracts_at(price)) {
    std::string text = contract(huge, turn % 7 == 6);
    if (const auto parts = text.find("parts = ["); parts != std::string::npos) {
      const std::string own = "clause = \"c\"\n";  // stands in the part instead
      text.erase(text.find(own), own.size());
    }
    folder.put("c.toml", text);
    folder.put("i.csv", invoices);
    const std::string c = folder / "c.toml";
    const std::string future = " --scenario " + (folder / "scenario.toml");
    const std::string rows = " --invoices " + (folder / "i.csv");
    std::vector<std::vector<std::string>> commands = {
        {"check " + c, "simulate " + c + future, "audit " + c + rows},
        {"price " + c + " --on 2026-06-01 --explain", "simulate " + c + future + " --json",
         "redface " + c + rows, "propose " + c + future},
        {"price " + c + " --on 2026-06-01 --json", "read " + c, "audit " + c + rows + " --json",
         "letter " + c + future + " --kind innovation"}};
    if (turn % 6 == 0)  // the longest of them
      commands[0].push_back("prepare " + c + future + rows + " --out " + (folder / "out"));
    for (const std::string& command : commands[turn++ % commands.size()]) {
      const Ran ran = run_in(root(), split("pricetalk " + command + " --today 2025-10-14"));
      EXPECT_NE(ran.status, 4) << command << "\n" << text << "\n" << ran.err;
      answered += ran.status < 2 ? 1U : 0U;
    }
  }
  EXPECT_GT(answered, 20U);  // most of the contracts are read and answered
}

TEST(HugeValues, of_a_hundred_million_end_with_no_internal_error) { ask_all("125000000.00"); }
TEST(HugeValues, of_sixteen_digits_end_with_no_internal_error) { ask_all("9999999999999999.99"); }
TEST(HugeValues, of_eighteen_digits_end_with_no_internal_error) { ask_all("999999999999999999"); }
TEST(HugeValues, of_eighteen_decimals_end_with_no_internal_error) {
  ask_all("0.000000000000000001");
}

}  // namespace
}  // namespace pricetalk::harness
