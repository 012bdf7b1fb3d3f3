#include "contract_text.hpp"

// Terms become a contract: defaults filled and marked, dated terms laid out.
namespace contract_test {

using namespace contract_text;

Contract good(const Parts& parts) {
  auto loaded = read(parts.text());
  EXPECT_TRUE(loaded.ok()) << render(loaded.diagnostics, Language::en);
  return std::move(*loaded.value);
}

TEST(Contract, defaults_are_filled_and_marked) {
  const Contract contract = good({});
  const Clause& clause = contract.clauses[0];
  const Ladder& ladder = clause.ladder_on(*Date::parse("2021-01-01"));
  EXPECT_TRUE(clause.compounding.by_default());
  EXPECT_EQ(clause.reads[0].base.value.back()->what, LookBack::at_previous_date);
  EXPECT_TRUE(clause.reads[0].base.by_default());
  EXPECT_EQ(ladder.formula.value.text, "X/X0");
  EXPECT_TRUE(ladder.formula.by_default());
  EXPECT_EQ(ladder.rounding.price.value.kind, RoundingRule::Kind::as_written);
  EXPECT_TRUE(ladder.rounding.price.by_default());
  EXPECT_EQ(ladder.limits.carry_over.value, CarryOver::none);
  EXPECT_EQ(ladder.pass_through.value.knees.size(), 1u);
  EXPECT_FALSE(clause.notice.before);
  EXPECT_EQ(clause.notice.late.value, Late::next_date);
  EXPECT_EQ(contract.signed_on, contract.start);
  EXPECT_EQ(contract.title, "T");
  EXPECT_EQ(contract.vat, Vat::excluded);
  EXPECT_EQ(contract.lines[0].title, "p");
  EXPECT_FALSE(contract.lines[0].until);
}

TEST(Contract, what_is_written_keeps_its_words) {
  Parts parts;
  parts.clause += "article = \"3.4\"\ncompounding = \"base\"\nlimits = { cap = \"4%\" }\n";
  const Contract contract = good(parts);
  const Clause& clause = contract.clauses[0];
  EXPECT_EQ(clause.article, "3.4");
  EXPECT_EQ(clause.compounding.where->text(), "\"base\"");
  EXPECT_EQ(clause.reads[0].base.value.back()->what, LookBack::at_start)
      << "the default of compounding = base";
  const Ladder& ladder = clause.ladder_on(*Date::parse("2021-01-01"));
  EXPECT_EQ(ladder.limits.carry_over.value, CarryOver::both);
  EXPECT_TRUE(ladder.limits.carry_over.by_default());
  EXPECT_EQ(ladder.limits.cap[0].where->text(), "\"4%\"");
  EXPECT_EQ(ladder.limits.cap[0].where->place(), "contract.toml:14");
}

TEST(Contract, vat_follows_the_audience) {
  Parts parts;
  parts.contract += "audience = \"b2c\"\n";
  EXPECT_EQ(good(parts).vat, Vat::included);
  parts.contract += "vat = \"excluded\"\n";
  EXPECT_EQ(good(parts).vat, Vat::excluded);
}

TEST(Contract, a_line_lives_as_long_as_the_contract_unless_it_says_otherwise) {
  Parts parts;
  parts.contract += "end = 2025-12-31\n";
  EXPECT_EQ(good(parts).lines[0].until->value.text(), "2025-12-31");
  EXPECT_TRUE(good(parts).lines[0].until->by_default());
  parts.price += "until = 2023-12-31\nfrom = 2021-01-01\n";
  EXPECT_EQ(good(parts).lines[0].until->value.text(), "2023-12-31");
  EXPECT_EQ(good(parts).lines[0].from.value.text(), "2021-01-01");
}

TEST(Contract, dated_terms_replace_the_clause_key_by_key) {
  Parts parts;
  parts.clause += R"(limits = { cap = "4%", floor = "0%" }
during = [
  { from = 2022-01-01, until = 2023-12-31, limits = { cap = "1%" } },
  { from = 2023-01-01, limits = { cap = "none" }, pass_through = "50%" },
]
)";
  const Contract contract = good(parts);
  const Clause& clause = contract.clauses[0];
  const auto on = [&](const char* date) {
    const Ladder& ladder = clause.ladder_on(*Date::parse(date));
    std::string text = ladder.limits.cap.empty() ? "no cap" : ladder.limits.cap[0].value.text;
    text += " " + ladder.limits.floor[0].value.text;
    return text + " " + ladder.pass_through.value.knees[0].share.text();
  };
  EXPECT_EQ(clause.ladders.size(), 4u);
  EXPECT_EQ(on("2021-12-31"), "4% 0% 100%");
  EXPECT_EQ(on("2022-01-01"), "1% 0% 100%");
  EXPECT_EQ(on("2022-12-31"), "1% 0% 100%");
  EXPECT_EQ(on("2023-01-01"), "no cap 0% 50%") << "later entries win";
  EXPECT_EQ(on("2024-01-01"), "no cap 0% 50%");
}

TEST(Contract, the_last_day_of_dated_terms_is_inside) {
  Parts parts;
  parts.clause += "during = [{ until = 2022-01-01, limits = { cap = \"1%\" } }]\n";
  const Contract contract = good(parts);
  EXPECT_FALSE(contract.clauses[0].ladder_on(*Date::parse("2022-01-01")).limits.cap.empty());
  EXPECT_TRUE(contract.clauses[0].ladder_on(*Date::parse("2022-01-02")).limits.cap.empty());
}

TEST(Contract, dated_constants_stand_in_order) {
  Parts parts;
  parts.clause +=
      "formula = \"change = K*X/X0\"\n"
      "constants = { K = [{ from = 2024-01-01, value = \"3%\" }, { value = \"1%\" }, { from = "
      "2022-01-01, value = \"2%\" }] }\n";
  const Contract contract = good(parts);
  const auto& values = contract.clauses[0].ladders[0].ladder.constants[0].second.value.values;
  ASSERT_EQ(values.size(), 3u);
  EXPECT_FALSE(values[0].from);
  EXPECT_EQ(values[1].value.value.text(), "0.02");
  EXPECT_EQ(values[2].from->text(), "2024-01-01");
}

TEST(Contract, the_first_matching_decision_counts) {
  Parts parts;
  parts.price += "[price.q]\nunit_price = 1.00\nprice_date = 2020-01-01\nclause = \"c\"\n";
  parts.rest =
      "[[decision]]\ndate = 2021-01-01\nprice = \"q\"\nkind = \"waived\"\n"
      "[[decision]]\ndate = 2021-01-01\nkind = \"reduced\"\nchange = \"1%\"\n";
  const Contract contract = good(parts);
  const auto kind = [&](const char* line, const char* date) {
    const DecisionTerms* found =
        contract.decision_on(*Date::parse(date), *contract.find_line(line), contract.clauses[0]);
    return found == nullptr                            ? "none"
           : found->kind.value == DecisionKind::waived ? "waived"
                                                       : "reduced";
  };
  EXPECT_STREQ(kind("q", "2021-01-01"), "waived");
  EXPECT_STREQ(kind("p", "2021-01-01"), "reduced");
  EXPECT_STREQ(kind("p", "2022-01-01"), "none");
}

TEST(Contract, the_first_announcement_counts) {
  Parts parts;
  parts.rest =
      "[[announcement]]\ndate = 2020-12-01\nclause = \"c\"\nfor = 2021-01-01\n"
      "[[announcement]]\ndate = 2020-10-01\nclause = \"c\"\nfor = 2021-01-01\n";
  const Contract contract = good(parts);
  EXPECT_EQ(
      contract.announcement_for(*Date::parse("2021-01-01"), contract.clauses[0])->date.value.text(),
      "2020-10-01");
  EXPECT_EQ(contract.announcement_for(*Date::parse("2022-01-01"), contract.clauses[0]), nullptr);
}

TEST(Contract, the_language_follows_the_country) {
  const auto language = [](const char* country) {
    Parts parts;
    parts.contract += std::string("jurisdiction = \"") + country + "\"\n";
    return good(parts).language();
  };
  EXPECT_EQ(language("NL"), Language::nl);
  EXPECT_EQ(language("BE"), Language::nl);
  EXPECT_EQ(language("DE"), Language::en);
  EXPECT_EQ(good({}).language(), Language::en);
}

TEST(Contract, a_price_has_at_least_the_decimals_of_its_currency) {
  const auto decimals = [](const char* price) {
    Parts parts;
    parts.price.replace(parts.price.find("100.00"), 6, price);
    const Contract contract = good(parts);
    return contract.lines[0].price_decimals(contract.currency);
  };
  EXPECT_EQ(decimals("100"), 2);
  EXPECT_EQ(decimals("0.0142"), 4);
  EXPECT_EQ(decimals("1.500"), 3);
}

TEST(Contract, quantities_are_a_rate_a_season_or_a_dated_table) {
  Parts parts;
  parts.price +=
      "quantity = [{ from = 2022-01-01, per_year = 10 }, { per_month = "
      "[1,2,3,4,5,6,7,8,9,10,11,12] }]\n";
  const Contract contract = good(parts);
  const auto& rates = contract.lines[0].quantity->value.rates;
  ASSERT_EQ(rates.size(), 2u);
  EXPECT_FALSE(rates[0].from);
  EXPECT_EQ(rates[0].rate.values.size(), 12u);
  EXPECT_EQ(rates[1].rate.per, QuantityRate::Per::year);
}

TEST(Contract, values_that_cannot_be_are_refused_where_they_stand) {
  const auto quantity = [](const std::string& value) {
    Parts parts;
    parts.price += "quantity = " + value + "\n";
    return problems(parts.text());
  };
  EXPECT_EQ(quantity("{ per_month = -1 }"), Lines{"C0107 -1"});
  EXPECT_EQ(quantity("{ per_month = [1, 2] }"), Lines{"C0108 [1, 2]"});
  EXPECT_EQ(quantity("{ per_year = [1,2,3,4,5,6,7,8,9,10,11,12] }"),
            Lines{"C0108 [1,2,3,4,5,6,7,8,9,10,11,12]"});
  EXPECT_EQ(quantity("{ per_month = 1, per_year = 12 }"),
            Lines{"C0109 { per_month = 1, per_year = 12 }"});
  EXPECT_EQ(quantity("{ from = 2022-01-01 }"), Lines{"C0109 { from = 2022-01-01 }"});
  EXPECT_EQ(quantity("{ per_month = 9, at_least = 8, at_most = 10 }"), Lines{});
  EXPECT_EQ(quantity("{ per_month = 9, at_most = -1 }"), Lines{"C0107 -1"});
  EXPECT_EQ(quantity("{ per_month = 7, at_least = 8 }"),
            Lines{"C0110 { per_month = 7, at_least = 8 }"});
  EXPECT_EQ(quantity("{ once = 7, at_most = 8 }"), Lines{"C0110 { once = 7, at_most = 8 }"});

  const auto clause = [](const std::string& more) {
    Parts parts;
    parts.clause += more + "\n";
    return problems(parts.text());
  };
  EXPECT_EQ(clause("pass_through = [{ up_to = \"3%\", share = \"100%\" }]"),
            Lines{"C0105 { up_to = \"3%\", share = \"100%\" }"});
  EXPECT_EQ(clause("pass_through = [{ up_to = \"3%\", share = \"100%\" }, { up_to = \"2%\", share "
                   "= \"50%\" }, { share = \"1%\" }]"),
            Lines{"C0105 { up_to = \"2%\", share = \"50%\" }"});
  EXPECT_EQ(clause("threshold = { more_than = \"-2%\" }"), Lines{"C0106 \"-2%\""});
  for (const char* cap : {"4", "0.04", "\"4\"", "\"0.04\""})
    EXPECT_EQ(clause(std::string("limits = { cap = ") + cap + " }").size(), 1u) << cap;
}

TEST(Contract, a_period_rule_that_cannot_be_read_is_marked) {
  Parts parts;
  parts.index = "series = \"s\"\nuse = \"july of next year\"\n";
  EXPECT_EQ(problems(parts.text()), Lines{"C0101 \"july of next year\""});
}

TEST(Contract, its_people_are_found_by_name) {
  Parts parts;
  parts.rest = "[[contact]]\nname = \"Anouk de Wit\"\nparty = \"customer\"\n";
  const Contract contract = good(parts);
  ASSERT_NE(contract.find_contact("Anouk de Wit"), nullptr);
  EXPECT_EQ(contract.find_contact("Karin Zwart"), nullptr);
  EXPECT_EQ(contract.find_line("nowhere"), nullptr);
  EXPECT_EQ(contract.find_clause("c"), &contract.clauses[0]);
}

}  // namespace contract_test
