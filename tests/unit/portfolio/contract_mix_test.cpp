#include "portfolio/contract_mix.hpp"

#include <gtest/gtest.h>

#include "../simulation/simulated.hpp"
#include "document/tree_text.hpp"
#include "random_contract.hpp"

// What lies between two versions of a contract, at its two ends and in the middle.
namespace contract_mix_test {

using namespace simulated;

std::string cost(const Contract& contract) {
  const Simulation made =
      simulation_of(contract, library_of(contract), scenario_of(months(30)), "2024-12-31");
  return text(made.runs.front().total.with_renewal);
}

TEST(ContractMix, of_no_part_costs_what_the_earlier_contract_costs_and_of_all_the_later_one) {
  ContractParts all;
  for (const ContractPart part : contract_parts) all = all.with(part);
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const Contract before = contract_of(random_contract::text(seed));
    const Contract after = contract_of(random_contract::text(seed + 1000));
    const ContractMix mix(before, after);
    const auto first = mix.with({});
    const auto last = mix.with(all);
    ASSERT_TRUE(first && last) << seed;
    EXPECT_EQ(cost(*first), cost(before)) << seed;
    EXPECT_EQ(cost(*last), cost(after)) << seed;
  }
}

const char* const plain = R"x(schema = 1
[contract]
id = "K"
currency = "EUR"
start = 2025-01-01
[price.a]
unit_price = 10.00
price_date = 2025-01-01
quantity = { per_month = 5 }
)x";

TEST(ContractMix, tells_in_which_parts_two_versions_differ) {
  const auto differs = [](std::string later, ContractPart part) {
    return ContractMix(contract_of(plain), contract_of(std::move(later))).differs(part);
  };
  const auto with = [](const char* what, const char* instead) {
    std::string made = plain;
    return made.replace(made.find(what), std::string(what).size(), instead);
  };
  const std::string volume = with("= 5 }", "= 6 }");
  EXPECT_TRUE(differs(volume, ContractPart::volume));
  EXPECT_FALSE(differs(volume, ContractPart::prices));
  EXPECT_TRUE(differs(with("10.00", "10.50"), ContractPart::prices));
  EXPECT_TRUE(differs(with("start = 2025-01-01", "start = 2025-01-01\nend = 2026-12-31"),
                      ContractPart::dates));
  EXPECT_TRUE(
      differs(std::string(plain) + "[price.b]\nunit_price = 1.00\nprice_date = 2025-01-01\n",
              ContractPart::started));
  EXPECT_TRUE(differs(with("[price.a]", "[billing]\nperiod = \"quarter\"\n[price.a]"),
                      ContractPart::terms));
  const std::string said = with("id = \"K\"", "id = \"K\"\ntitle = \"Koffie\"");
  for (const ContractPart part : contract_parts) EXPECT_FALSE(differs(said, part));
}

TEST(TreeText, is_read_back_as_the_same_tree) {
  const std::string text = R"x(schema = 1
list = [1.00, "a \"b\" \\ c", 2025-01-01, true, { x = 1, "y z" = [] }]
formula = """
a = 1
b = a * 2
"""
[t]
key = "é"
[t.inner]
more = { a = { b = 1.50 } }
[named.one]
v = 1
["named"."two words"]
v = 2
[[many]]
v = 1
[[many]]
v = 2
)x";
  const auto read = read_document(source("a.toml", text));
  ASSERT_TRUE(read.ok()) << render(read.diagnostics, Language::en);
  const auto again = read_document(source("b.toml", tree_text(*read.value)));
  ASSERT_TRUE(again.ok()) << tree_text(*read.value) << render(again.diagnostics, Language::en);
  EXPECT_TRUE(same_value(*read.value, *again.value)) << tree_text(*read.value);
}

}  // namespace contract_mix_test
