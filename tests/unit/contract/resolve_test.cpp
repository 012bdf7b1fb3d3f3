#include "contract_text.hpp"

// One test for each rule that looks at more than one key: its code, and the words under the mark.
namespace resolve_test {

using namespace contract_text;

Lines with_contract(const std::string& more) {
  Parts parts;
  parts.contract += more;
  return problems(parts.text());
}
Lines with_price(const std::string& price) {
  Parts parts;
  parts.price = price;
  return problems(parts.text());
}
Lines with_clause(const std::string& more) {
  Parts parts;
  parts.clause += more + "\n";
  return problems(parts.text());
}
Lines with_index(const std::string& index, const std::string& clause = "") {
  Parts parts;
  parts.index = index;
  parts.clause += clause + "\n";
  return problems(parts.text());
}
Lines with_rest(const std::string& rest) {
  Parts parts;
  parts.rest = rest;
  return problems(parts.text());
}

TEST(Resolve, the_small_contract_is_right) { EXPECT_EQ(problems(Parts().text()), Lines{}); }

// ---- the contract and its lines

TEST(Resolve, a_contract_has_price_lines) {
  EXPECT_EQ(problems("schema = 1\nprice = {}\n[contract]\nid = \"T\"\ncurrency = \"EUR\"\nstart = "
                     "2020-01-01\n"),
            Lines{"C0301 [contract]"});
}

TEST(Resolve, a_contract_does_not_end_before_it_starts) {
  EXPECT_EQ(with_contract("end = 2019-12-31\n"), Lines{"C0302 2019-12-31"});
  EXPECT_EQ(with_contract("end = 2020-01-01\n"), Lines{});
}

TEST(Resolve, a_line_does_not_end_before_it_starts) {
  const std::string price = "unit_price = 1.00\nprice_date = 2020-01-01\nclause = \"c\"\n";
  EXPECT_EQ(with_price(price + "from = 2021-01-01\nuntil = 2020-12-31\n"),
            Lines{"C0303 2020-12-31"});
  Parts parts;
  parts.contract += "end = 2022-12-31\n";
  parts.price += "from = 2023-01-01\n";
  EXPECT_EQ(problems(parts.text()).size(), 1u);
  EXPECT_EQ(problems(parts.text())[0].substr(0, 5), "C0303");
}

TEST(Resolve, a_line_has_one_price_or_tiers) {
  const std::string tiers = "tiers = [{ up_to = 100, unit_price = 0.30 }, { unit_price = 0.25 }]\n";
  const std::string rest = "price_date = 2020-01-01\nclause = \"c\"\n";
  EXPECT_EQ(with_price(tiers + rest), Lines{});
  EXPECT_EQ(with_price("unit_price = 1.00\n" + tiers + rest), Lines{"C0304 1.00"});
  EXPECT_EQ(with_price(rest), Lines{"C0305 [price.p]"});
}

TEST(Resolve, a_price_is_not_negative) {
  EXPECT_EQ(with_price("unit_price = -1.00\nprice_date = 2020-01-01\nclause = \"c\"\n"),
            Lines{"C0306 -1.00"});
  EXPECT_EQ(with_price("unit_price = 0.00\nprice_date = 2020-01-01\nclause = \"c\"\n"), Lines{});
}

TEST(Resolve, tiers_rise_and_the_last_is_open) {
  const auto tiers = [](const std::string& list) {
    return with_price("tiers = [" + list + "]\nprice_date = 2020-01-01\nclause = \"c\"\n");
  };
  EXPECT_EQ(tiers("{ up_to = 100, unit_price = 3.00 }, { up_to = 50, unit_price = 2.00 }, { "
                  "unit_price = 1.00 }"),
            Lines{"C0307 { up_to = 50, unit_price = 2.00 }"});
  EXPECT_EQ(tiers("{ up_to = 100, unit_price = 3.00 }"),
            Lines{"C0307 { up_to = 100, unit_price = 3.00 }"});
  EXPECT_EQ(tiers("{ unit_price = 3.00 }, { unit_price = 2.00 }"),
            Lines{"C0307 { unit_price = 3.00 }"});
  EXPECT_EQ(tiers("{ up_to = 100, unit_price = 3.00 }, { up_to = 100, unit_price = 2.00 }, { "
                  "unit_price = 1.00 }"),
            Lines{"C0307 { up_to = 100, unit_price = 2.00 }"});
}

TEST(Resolve, a_price_has_a_date) {
  EXPECT_EQ(with_price("unit_price = 31.25\nclause = \"c\"\n"), Lines{"C0308 31.25"});
}

// ---- references

TEST(Resolve, a_clause_that_is_named_exists) {
  EXPECT_EQ(with_price("unit_price = 1.00\nprice_date = 2020-01-01\nclause = [\"c\", \"labor\"]\n"),
            Lines{"C0309 \"labor\""});
  EXPECT_EQ(with_rest("[[decision]]\ndate = 2021-01-01\nkind = \"waived\"\nclause = \"cc\"\n"),
            Lines{"C0309 \"cc\""});
  EXPECT_EQ(with_rest("[[announcement]]\ndate = 2020-10-01\nfor = 2021-01-01\nclause = \"cc\"\n"),
            Lines{"C0309 \"cc\""});
  const auto loaded =
      read(Parts{.rest = "[[announcement]]\ndate = 2020-10-01\nfor = 2021-01-01\nclause = \"cc\"\n"}
               .text());
  EXPECT_EQ(loaded.diagnostics.list()[0].hint.nl, "bedoelde u 'c'?");
}

TEST(Resolve, a_line_that_is_named_exists) {
  EXPECT_EQ(with_rest("[[decision]]\ndate = 2021-01-01\nkind = \"waived\"\nprice = \"q\"\n"),
            Lines{"C0310 \"q\""});
  EXPECT_EQ(with_rest("[[worked_example]]\non = 2021-01-01\nprice = \"q\"\nis = 1.00\n"),
            Lines{"C0310 \"q\""});
  EXPECT_EQ(with_rest("[[price_level]]\nprice = \"q\"\nnormal = 1.00\nas_of = 2021-01-01\n"),
            Lines{"C0310 \"q\""});
  EXPECT_EQ(with_rest("[[cost_share]]\nprice = \"q\"\nname = \"wages\"\nshare = \"74%\"\n"),
            Lines{"C0310 \"q\""});
  EXPECT_EQ(with_rest("[[own_cost]]\nprice = \"q\"\nper_unit = 1.00\n"), Lines{"C0310 \"q\""});
  EXPECT_EQ(with_rest("[innovation.i]\nwhat = \"sensors\"\nfor = \"q\"\n"), Lines{"C0310 \"q\""});
}

TEST(Resolve, a_clause_that_nobody_uses_is_a_warning) {
  const Parts parts{.rest =
                        "[clause.d]\nadjust = { every = \"year\" }\nformula = \"change = 1%\"\n"};
  EXPECT_EQ(problems(parts.text()), Lines{"C0311 [clause.d]"});
  EXPECT_TRUE(read(parts.text()).value);
}

TEST(Resolve, people_who_are_named_are_contacts) {
  const std::string contact = "[[contact]]\nname = \"Anouk de Wit\"\nparty = \"customer\"\n";
  EXPECT_EQ(with_rest(contact + "speaks_with = \"Karin Zwart\"\n"), Lines{"C0316 \"Karin Zwart\""});
  EXPECT_EQ(with_rest(contact + "[talk]\non = 2025-10-28\nsender = \"Anouk de Witt\"\n"),
            Lines{"C0316 \"Anouk de Witt\""});
  EXPECT_EQ(with_rest(contact + "[talk]\non = 2025-10-28\nreceiver = \"Anouk de Wit\"\n"), Lines{});
}

// ---- decisions and what stands beside the price

TEST(Resolve, a_decision_has_what_its_kind_needs_and_nothing_else) {
  const std::string head = "[[decision]]\ndate = 2021-01-01\n";
  EXPECT_EQ(with_rest(head + "kind = \"reduced\"\n"), Lines{"C0312 \"reduced\""});
  EXPECT_EQ(with_rest(head + "kind = \"deferred\"\n"), Lines{"C0312 \"deferred\""});
  EXPECT_EQ(with_rest(head + "kind = \"agreed-price\"\n"), Lines{"C0312 \"agreed-price\""});
  EXPECT_EQ(with_rest(head + "kind = \"waived\"\nchange = \"2%\"\n"), Lines{"C0312 \"2%\""});
  EXPECT_EQ(with_rest(head + "kind = \"reduced\"\nchange = \"2%\"\n"), Lines{});
  EXPECT_EQ(with_rest(head + "kind = \"deferred\"\nto = 2021-07-01\n"), Lines{});
  EXPECT_EQ(with_rest(head + "kind = \"agreed-price\"\nunit_price = 34.00\n"), Lines{});
}

TEST(Resolve, a_step_is_deferred_to_a_later_day) {
  EXPECT_EQ(with_rest("[[decision]]\ndate = 2021-01-01\nkind = \"deferred\"\nto = 2021-01-01\n"),
            Lines{"C0313 2021-01-01"});
}

TEST(Resolve, cost_shares_of_a_line_are_at_most_all_of_it) {
  const auto share = [](const char* name, const char* part) {
    return std::string("[[cost_share]]\nprice = \"p\"\nname = \"") + name + "\"\nshare = \"" +
           part + "\"\n";
  };
  EXPECT_EQ(with_rest(share("wages", "74%") + share("fuel", "26%")), Lines{});
  EXPECT_EQ(with_rest(share("wages", "74%") + share("fuel", "26.1%")), Lines{"C0314 \"26.1%\""});
}

TEST(Resolve, a_price_level_is_low_normal_high) {
  const std::string head = "[[price_level]]\nprice = \"p\"\nas_of = 2021-01-01\nnormal = 31.00\n";
  EXPECT_EQ(with_rest(head + "low = 29.50\nhigh = 34.00\n"), Lines{});
  EXPECT_EQ(with_rest(head + "low = 31.50\n"), Lines{"C0315 31.50"});
  EXPECT_EQ(with_rest(head + "high = 30.00\n"), Lines{"C0315 30.00"});
}

// ---- one cause, one error

TEST(Resolve, a_misread_value_is_reported_once) {
  EXPECT_EQ(with_price("unit_price = \"31,25\"\nprice_date = 2020-01-01\nclause = \"c\"\n").size(),
            1u);
  EXPECT_EQ(with_clause("formula = \"0.15 + * X\"").size(), 1u);
  EXPECT_EQ(with_index("series = \"s\"\nuse = \"july\"\n").size(), 1u);
}

TEST(Resolve, independent_mistakes_are_all_reported_at_once) {
  Parts parts;
  parts.contract += "end = 2019-01-01\n";
  parts.price = "unit_price = -1.00\nprice_date = 2020-01-01\nclause = \"d\"\n";
  EXPECT_EQ(problems(parts.text()), (Lines{"C0302 2019-01-01", "C0306 -1.00", "C0309 \"d\""}))
      << "clause c may be the one that is meant";
}

TEST(Resolve, a_series_that_the_library_does_not_have_is_named_once) {
  Parts parts;
  parts.rest =
      "[clause.c.index.Y]\nseries = \"cbs/cpi-2026\"\nuse = \"previous year\"\nlink = { next = "
      "\"t\", coefficient = 1 }\n"
      "[[series]]\nid = \"cbs/cpi-2025\"\n";
  parts.clause += "formula = \"X/X0*Y/Y0\"\n";
  const auto loaded = read(parts.text());
  ASSERT_TRUE(loaded.value) << render(loaded.diagnostics, Language::en);
  Diagnostics diagnostics;
  check_series(*loaded.value, Library().with(loaded.value->own_series, {}), diagnostics);
  ASSERT_EQ(diagnostics.list().size(), 3u);
  EXPECT_EQ(diagnostics.list()[0].code, "I0201");
  EXPECT_EQ(diagnostics.list()[0].span.text(), "\"s\"");
  EXPECT_EQ(diagnostics.list()[1].hint.en, "did you mean 'cbs/cpi-2025'?");
  EXPECT_EQ(diagnostics.list()[2].span.text(), "\"t\"");
}

}  // namespace resolve_test
