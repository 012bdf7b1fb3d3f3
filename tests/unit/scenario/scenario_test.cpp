#include "pricetalk/scenario/scenario.hpp"

#include <gmock/gmock.h>

#include "../simulation/simulated.hpp"
#include "document/tree.hpp"
#include "scenario/alternative.hpp"
#include "scenario/named.hpp"

namespace pricetalk {
namespace scenario_test {

using namespace simulated;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

Texts wrong(const std::string& text) {
  return problems(read_scenario(source("scenario.toml", text)).diagnostics);
}

TEST(Scenario, reads_the_example_of_the_format) {
  const Scenario made = scenario_of(R"(schema = 1
[scenario]
id = "five-years"
months = 60
discount_rate = "6%"
[future.expected]
volume = [{ price = "daily-cleaning", growth = "-1%" }]
returns = [{ price = "beans", rate = "2.5%" }]
[[future.expected.series]]
series = "cbs/cpi/*"
growth = "2.1%"
shocks = [{ from = "2027-03", change = "8%", fades = "12 months" }]
[alternative.waived-with-innovation]
innovation = "sensor-cleaning"
decision = [{ date = 2027-01-01, clause = "labour-mix", kind = "waived" }]
[alternative.no-cap]
clause.labour-mix.limits.cap = "none"
)");
  EXPECT_EQ(made.id, "five-years");
  EXPECT_EQ(made.discount_rate->value.text(), "6%");
  ASSERT_THAT(made.futures, SizeIs(1));
  EXPECT_EQ(made.futures[0].series[0].words().en, "2.1% a year");
  ASSERT_THAT(made.alternatives, SizeIs(2));
  EXPECT_EQ(made.alternatives[0].innovation->value.value, "sensor-cleaning");
  EXPECT_EQ(made.alternatives[0].edits->find("innovation"), nullptr);
}

TEST(Scenario, says_the_growth_of_every_year) {
  const Scenario made = scenario_of(months(
      12,
      R"(series = [{ series = "*", growth = { 2027 = "2.1%", 2026 = "2.4%", then = "2%" } }])"));
  const Phrase words = made.futures.front().series.front().words();
  EXPECT_EQ(words.en, "2.4% in 2026, 2.1% in 2027, then 2% a year");
  EXPECT_EQ(words.nl, "2,4% in 2026, 2,1% in 2027, daarna 2% per jaar");
}

TEST(Scenario, takes_the_rule_with_the_longest_name) {
  const Scenario made = scenario_of(months(12, R"(series = [
  { series = "*", growth = "1%" }, { series = "cbs/cpi/*", growth = "2%" }, { series = "cbs/*", growth = "3%" },
  { series = "cbs/cpi/food", growth = "4%" } ])"));
  const Future& future = made.futures.front();
  const auto rule = [&](const char* id) { return future.for_series(id)->words().en; };
  EXPECT_EQ(rule("cbs/cpi/all"), "2% a year");
  EXPECT_EQ(rule("cbs/cpi/food"), "4% a year");
  EXPECT_EQ(rule("cbs/ppi"), "3% a year");
  EXPECT_EQ(rule("szw/wage"), "1% a year");
}

TEST(Scenario, refuses_months_that_cannot_be_simulated) {
  EXPECT_THAT(wrong(months(0)), ElementsAre("S0101 a scenario looks 1 to 600 months ahead, not 0"));
  EXPECT_THAT(wrong(months(601)), ElementsAre(HasSubstr("S0101")));
}

TEST(Scenario, refuses_a_series_with_two_rules_or_none) {
  EXPECT_THAT(
      wrong(months(12, "series = [{ series = \"s\", growth = \"1%\", replay = \"2024\" }]")),
      ElementsAre(HasSubstr("S0102")));
  EXPECT_THAT(wrong(months(12, "series = [{ series = \"s\" }]")), ElementsAre(HasSubstr("S0102")));
}

TEST(Scenario, refuses_what_cannot_be) {
  EXPECT_THAT(wrong(months(12, "series = [{ series = \"s\", growth = \"-100%\" }]")),
              ElementsAre(HasSubstr("S0103")));
  EXPECT_THAT(wrong(months(12, "returns = [{ price = \"p\", rate = \"101%\" }]")),
              ElementsAre(HasSubstr("S0103")));
  EXPECT_THAT(
      wrong(months(
          12,
          "series = [{ series = \"s\", growth = \"1%\" }, { series = \"s\", growth = \"2%\" }]")),
      ElementsAre("S0104 's' stands twice in this future"));
  EXPECT_THAT(wrong(months(12, "series = [{ series = \"s\", replay = \"2021-01 to 2022-06\" }]")),
              ElementsAre(HasSubstr("S0105")));
  EXPECT_THAT(wrong(months(12,
                           "series = [{ series = \"s\", growth = \"1%\", shocks = [{ from = "
                           "\"2027\", change = \"1%\", fades = \"9 days\" }] }]")),
              ElementsAre(HasSubstr("S0106")));
  EXPECT_THAT(
      wrong(months(12, "non_conformity = [{ price = \"p\", rate = \"1%\", cost_per_case = -1 }]")),
      ElementsAre(HasSubstr("S0109")));
}

TEST(Scenario, reads_how_a_random_future_is_drawn) {
  const Scenario scenario = scenario_of(
      months(12, "random = true") +
      "[random]\npaths = 5000\nseed = 7\nmethod = \"ar1\"\nwindow = \"2011-01 to 2024-12\"\n");
  EXPECT_TRUE(scenario.futures.front().random);
  EXPECT_EQ(scenario.random.paths.value, 5000);
  EXPECT_EQ(scenario.random.seed.value, 7);
  EXPECT_EQ(scenario.random.method.value, RandomMethod::ar1);
  EXPECT_EQ(scenario.random.window->value.text(), "2011-01 to 2024-12");
  EXPECT_EQ(scenario.random.block.value, 12);
}

TEST(Scenario, draws_a_thousand_paths_where_nothing_is_said) {
  const Scenario scenario = scenario_of(months(12, "random = true"));
  EXPECT_EQ(scenario.random.paths.value, 1000);
  EXPECT_EQ(scenario.random.seed.value, 1);
  EXPECT_EQ(scenario.random.method.value, RandomMethod::bootstrap);
  EXPECT_FALSE(scenario.random.window);
}

TEST(Scenario, refuses_draws_that_cannot_be) {
  const auto draws = [&](const std::string& keys) {
    return wrong(months(12) + "[random]\n" + keys);
  };
  EXPECT_THAT(draws("paths = 0"), ElementsAre(HasSubstr("S0112")));
  EXPECT_THAT(draws("paths = 1_000_001"), ElementsAre(HasSubstr("S0112")));
  EXPECT_THAT(draws("seed = -1"), ElementsAre(HasSubstr("S0112")));
  EXPECT_THAT(draws("block = 121"), ElementsAre(HasSubstr("S0112")));
  EXPECT_THAT(draws("window = \"2005 to 2024\""), ElementsAre(HasSubstr("S0112")));
  EXPECT_THAT(draws("window = \"2005-01 to 2024-06\""), ElementsAre(HasSubstr("S0105")));
  EXPECT_THAT(wrong(months(12, "random = true\nreplay = \"2021\"")),
              ElementsAre(HasSubstr("S0102")));
}

TEST(Scenario, joins_files_of_the_same_months_and_rate) {
  std::string other = months(12);
  other.replace(other.find("id = \"s\""), 8, "id = \"t\"");
  const auto both = merge({scenario_of(months(12)), scenario_of(other)});
  ASSERT_TRUE(both.value);
  EXPECT_EQ(both.value->futures[0].id, "s/f");
  EXPECT_EQ(both.value->futures[1].id, "t/f");
  EXPECT_THAT(problems(merge({scenario_of(months(12)), scenario_of(months(24))}).diagnostics),
              ElementsAre(HasSubstr("S0205")));
}

constexpr const char* contract_text = R"(schema = 1
[contract]
id = "T"
currency = "EUR"
start = 2025-01-01
[price.p]
unit_price = 10.00
price_date = 2025-01-01
quantity = { per_month = 5 }
clause = "c"
[clause.c]
adjust = { every = "year" }
formula = "change = 3%"
limits = { cap = "2%", floor = "0%" }
rounding = { coefficient = { decimals = 4, mode = "up" } }
[[decision]]
date = 2026-01-01
kind = "reduced"
change = "1%"
)";

const Date today = day("2026-06-01");

Alternative alternative(const std::string& keys) {
  return scenario_of(months(12) + "[alternative.a]\n" + keys).alternatives.front();
}

TEST(Alternative, replaces_one_key_and_keeps_its_neighbours) {
  const auto made =
      apply(alternative("clause.c.limits.cap = \"none\""), contract_of(contract_text), today);
  ASSERT_TRUE(made.value) << render(made.diagnostics, Language::en);
  const auto price_in_2027 = [](const Contract& contract) {
    const Library none;
    const Coverage coverage(none, {});
    return as_decimal(*schedule(contract, coverage, day("2027-12-31")).front().entries.back().price,
                      2)
        .text();
  };
  // 10.00, 1 % in 2026 by decision, then 3 % with its cap of 2 % or without; the coefficient is
  // still rounded up.
  EXPECT_EQ(price_in_2027(contract_of(contract_text)), "10.30");
  EXPECT_EQ(price_in_2027(*made.value), "10.40");
}

TEST(Alternative, replaces_a_quantity_and_a_rounding_whole) {
  const auto made = apply(alternative("price.p.quantity = { per_year = 100 "
                                      "}\nclause.c.rounding.coefficient = { decimals = 2 }"),
                          contract_of(contract_text), today);
  ASSERT_TRUE(made.value) << render(made.diagnostics, Language::en);
  EXPECT_EQ(made.value->lines.front().quantity->value.rates.front().rate.per,
            QuantityRate::Per::year);
  EXPECT_EQ(made.value->clauses.front().ladders.front().ladder.rounding.coefficient.value.mode,
            RoundingMode::half_up);
}

TEST(Alternative, puts_its_decisions_before_those_of_the_contract) {
  const auto made = apply(alternative("decision = [{ date = 2026-01-01, kind = \"waived\" }]"),
                          contract_of(contract_text), today);
  ASSERT_TRUE(made.value) << render(made.diagnostics, Language::en);
  ASSERT_THAT(made.value->terms.decision, SizeIs(2));
  EXPECT_EQ(made.value->terms.decision.front().kind.value, DecisionKind::waived);
}

TEST(Alternative, edits_a_shared_clause_for_all_that_are_like_it) {
  const auto text = [](const char* words) {
    return std::make_shared<const SourceText>("shared.toml", words);
  };
  const auto shared = [&](const std::string&, Span) {
    Loaded<std::vector<SourcePtr>> made;
    made.value = {text(R"(schema = 1
[clause.c]
adjust = { every = "year", on = "01-01" }
formula = "change = 3%"
limits = { cap = "2%" }
)")};
    return made;
  };
  const auto contract = read_contract(text(R"(schema = 1
clauses_from = ["shared.toml"]
[contract]
id = "T"
currency = "EUR"
start = 2025-01-01
[price.p]
unit_price = 10.00
price_date = 2025-01-01
clause = "d"
[clause.d]
like = "c"
formula = "change = 4%"
)"),
                                      shared);
  ASSERT_TRUE(contract.value) << render(contract.diagnostics, Language::en);
  const auto made = apply(alternative("clause.c.limits.cap = \"none\""), *contract.value, today);
  ASSERT_TRUE(made.value) << render(made.diagnostics, Language::en);
  const auto caps = [](const Contract& one) {
    return one.find_clause("d")->ladders.front().ladder.limits.cap.size();
  };
  EXPECT_EQ(caps(*contract.value), 1U);
  EXPECT_EQ(caps(*made.value), 0U);
}

TEST(Alternative, points_at_the_scenario_file_when_its_value_is_wrong) {
  const auto made =
      apply(alternative("clause.c.limits.cap = 4"), contract_of(contract_text), today);
  EXPECT_FALSE(made.value);
  ASSERT_FALSE(made.diagnostics.list().empty());
  EXPECT_EQ(made.diagnostics.list().front().span.place(), "scenario.toml:8");
}

TEST(Alternative, fits_only_a_contract_that_has_its_names) {
  const Contract contract = contract_of(contract_text);
  EXPECT_TRUE(fits(alternative("clause.c.limits.cap = \"4%\""), contract, today));
  EXPECT_FALSE(fits(alternative("clause.d.limits.cap = \"4%\""), contract, today));
  EXPECT_FALSE(fits(alternative("innovation = \"sensors\""), contract, today));
  EXPECT_FALSE(
      fits(alternative("decision = [{ date = 2026-01-01, clause = \"d\", kind = \"waived\" }]"),
           contract, today));
}

/// Prices of the first line on the first of January of each year.
Texts prices(const std::string& contract, const std::string& keys) {
  const Contract made = contract_of(contract);
  const auto edited = apply(about(alternative(keys), made, today), made, today);
  if (!edited.value) return problems(edited.diagnostics);
  const Library library = library_of(made);
  const auto schedules = schedule(*edited.value, Coverage(library, {}), day("2029-12-31"));
  Texts found;
  for (int year = 2025; year <= 2029; ++year)
    found.push_back(as_decimal(*schedules.front().on(*Date::make(year, 1, 1))->price, 2).text());
  return found;
}

constexpr const char* three_percent = R"(schema = 1
[contract]
id = "T"
currency = "EUR"
start = 2025-01-01
[price.p]
unit_price = 100.00
price_date = 2025-01-01
quantity = { per_month = 5 }
clause = "c"
[clause.c]
adjust = { every = "year" }
formula = "change = 3%"
limits = { cap = "2%" }
)";

TEST(Alternative, changes_all_steps_or_those_from_a_day_on) {
  EXPECT_THAT(prices(three_percent, "clause.c.limits.cap = \"none\""),
              ElementsAre("100.00", "103.00", "106.09", "109.27", "112.55"));
  EXPECT_THAT(prices(three_percent, "from = 2027-01-01\nclause.c.limits.cap = \"none\""),
              ElementsAre("100.00", "102.00", "105.06", "108.21", "111.46"));
}

TEST(Alternative, says_in_one_word_what_rises_from_now_on) {
  EXPECT_THAT(prices(three_percent, "fixed = \"5%\""),
              ElementsAre("100.00", "102.00", "107.10", "112.46", "118.08"));
  EXPECT_THAT(prices(three_percent, "fixed = { 2027 = \"3%\", 2028 = \"2.5%\", then = \"1%\" }"),
              ElementsAre("100.00", "102.00", "105.06", "107.69", "108.77"));
  EXPECT_THAT(prices(three_percent, "clause.c.fixed = \"0%\""),
              ElementsAre("100.00", "102.00", "102.00", "102.00", "102.00"));
}

TEST(Alternative, counts_a_fixed_rise_a_year_by_the_interval_of_the_clause) {
  std::string halves = three_percent;
  halves.replace(halves.find("\"year\""), 6, "\"6 months\"");
  // 2 % a half-year until July 2026, then 4 % a year: 2 % each half-year.
  EXPECT_THAT(prices(halves, "fixed = \"4%\""),
              ElementsAre("100.00", "104.04", "108.24", "112.61", "117.16"));
}

TEST(Alternative, refuses_what_is_no_clause) {
  EXPECT_THAT(prices(three_percent, "clause = \"x\""), ElementsAre(HasSubstr("T0305")));
  EXPECT_THAT(prices(three_percent, "clause.c = \"x\""), ElementsAre(HasSubstr("T0305")));
  EXPECT_THAT(wrong(months(12) + "[alternative.a]\nfixed = \"1%\"\nindex = \"x\"\n"),
              ElementsAre(HasSubstr("S0120")));
}

TEST(Alternative, keeps_a_limit_beside_a_fixed_rise_that_stands_in_it) {
  EXPECT_THAT(prices(three_percent, "clause.c = { fixed = \"5%\", limits = { cap = \"4%\" } }"),
              ElementsAre("100.00", "102.00", "106.08", "110.32", "114.73"));
}

TEST(Alternative, waives_the_steps_of_a_year_and_agrees_a_price) {
  EXPECT_THAT(prices(three_percent, "waived = 2027"),
              ElementsAre("100.00", "102.00", "102.00", "104.04", "106.12"));
  EXPECT_THAT(prices(three_percent, "agreed = { p = 99.00 }\nfrom = 2026-09-01"),
              ElementsAre("100.00", "102.00", "100.98", "103.00", "105.06"));
}

TEST(Alternative, puts_a_new_clause_on_a_line_from_a_day_on) {
  const std::string keys = R"(from = 2027-01-01
clause.n = { adjust = { every = "year", on = "01-01" }, formula = "change = 10%" }
price.p.clause = "n"
)";
  EXPECT_THAT(prices(three_percent, keys),
              ElementsAre("100.00", "102.00", "112.20", "123.42", "135.76"));
}

TEST(Alternative, takes_another_formula_with_its_own_names) {
  const std::string index = std::string(three_percent) + R"([[series]]
id = "x"
publisher = "p"
table = "t"
title = "x"
base = "2025 = 100"
decimals = 1
unit = "index"
retrieved = 2029-12-31
figures = [["2024-12", 100.0], ["2025-12", 110.0], ["2026-12", 121.0], ["2027-12", 121.0], ["2028-12", 121.0]]
)";
  std::string old = index;
  old.replace(old.find("formula = \"change = 3%\""), 23,
              "formula = \"A/A0\"\nindex.A = { series = \"x\", use = \"1 month before\" }");
  const std::string keys = R"(clause.c.formula = "0.5 + 0.5*B/B0"
clause.c.index.B = { series = "x", use = "1 month before" }
clause.c.limits.cap = "none"
)";
  // The old index A is no longer used, and nobody's mistake.
  EXPECT_THAT(prices(old, keys), ElementsAre("100.00", "105.00", "110.25", "110.25", "110.25"));
}

TEST(Alternative, is_said_of_all_clauses_that_have_the_limit) {
  const Contract capped = contract_of(three_percent);
  std::string text = three_percent;
  text.replace(text.find("limits = { cap = \"2%\" }"), 23, "");
  const Contract free = contract_of(text);
  const Alternative no_cap = alternative("clause.\"*\".limits.cap = \"none\"");
  EXPECT_TRUE(fits(no_cap, capped, today));
  EXPECT_FALSE(fits(no_cap, free, today));
  EXPECT_TRUE(fits(alternative("clause.\"*\".limits.cap = \"1%\""), free, today));
  EXPECT_FALSE(fits(alternative("waived = 2024"), capped, today));
}

TEST(Names, of_an_alternative_that_changes_nothing_are_an_error) {
  std::string text = three_percent;
  text.replace(text.find("limits = { cap = \"2%\" }"), 23, "");
  const Contract free = contract_of(text);
  const std::vector<const Contract*> contracts = {&free};
  Diagnostics diagnostics;
  const Scenario scenario =
      scenario_of(months(12) + "[alternative.a]\nclause.\"*\".limits.cap = \"none\"\n");
  check_names(scenario, contracts, today, diagnostics);
  EXPECT_THAT(problems(diagnostics),
              ElementsAre("S0203 alternative 'a' changes nothing in contract T"));
}

TEST(Names, must_be_in_one_of_the_contracts) {
  const Contract contract = contract_of(contract_text);
  const std::vector<const Contract*> contracts = {&contract};
  const auto found = [&](const std::string& text) {
    Diagnostics diagnostics;
    const Scenario scenario = scenario_of(text);
    check_names(scenario, contracts, today, diagnostics);
    return problems(diagnostics);
  };
  EXPECT_THAT(found(months(12, "volume = [{ price = \"q\", growth = \"1%\" }]")),
              ElementsAre("S0202 no price line 'q' in contract T"));
  EXPECT_THAT(found(months(12, "returns = [{ price = \"q\", rate = \"1%\" }]")),
              ElementsAre(HasSubstr("S0202")));
  EXPECT_THAT(
      found(months(12) + "[alternative.a]\nclause.cc.limits.cap = \"4%\"\n"),
      ElementsAre("S0203 alternative 'a' is about clause 'cc', which is not in contract T"));
}

TEST(Future, must_have_the_figures_that_it_replays) {
  const std::string text = std::string(contract_text) + R"([price.i]
unit_price = 1.00
price_date = 2025-01-01
quantity = { per_month = 1 }
clause = "x"
[clause.x]
adjust = { every = "year" }
[clause.x.index.S]
series = "s"
use = "january of previous year"
[[series]]
id = "s"
decimals = 1
figures = [["2023-01", 1.0], ["2024-01", 1.1], ["2025-01", 1.2]]
)";
  const Contract contract = contract_of(text);
  const auto run = [&](const std::string& rule) {
    return problems(simulate(contract, library_of(contract),
                             scenario_of(months(36, "series = [{ series = \"s\", " + rule + " }]")),
                             day("2025-06-15"))
                        .diagnostics);
  };
  EXPECT_THAT(run("replay = \"2024\""), testing::IsEmpty());
  EXPECT_THAT(run("replay = \"2020\""),
              ElementsAre("S0204 series 's' has no figure for 2020-01 to replay"));
}

TEST(Future, goes_by_a_path_without_gaps_where_the_series_has_a_frequency) {
  const std::string text = std::string(contract_text) + R"([price.i]
unit_price = 1.00
price_date = 2025-01-01
quantity = { per_month = 1 }
clause = "x"
[clause.x]
adjust = { every = "year" }
[clause.x.index.S]
series = "s"
use = "january of previous year"
[[series]]
id = "s"
frequency = "month"
decimals = 1
figures = [["2025-04", 1.1], ["2025-05", 1.2]]
)";
  const Contract contract = contract_of(text);
  const auto run = [&](const std::string& path) {
    return problems(
        simulate(contract, library_of(contract),
                 scenario_of(months(24, "series = [{ series = \"s\", path = [" + path + "] }]")),
                 day("2025-06-15"))
            .diagnostics);
  };
  EXPECT_THAT(run("[\"2025-06\", 1], [\"2025-07\", 1], [\"2025-09\", 1]"),
              ElementsAre("S0113 the path of 's' leaves out 2025-08"));
  EXPECT_THAT(run("[\"2025-07\", 1], [\"2025-08\", 1]"),
              ElementsAre("S0113 the path of 's' leaves out 2025-06"));
}

}  // namespace scenario_test
}  // namespace pricetalk
