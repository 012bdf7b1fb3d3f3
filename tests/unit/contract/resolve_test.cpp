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
// ------------------------------------------------------------------

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
// -----------------------------------------------------------------------------------

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
// ---------------------------------------------------

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

// ---- clauses
// --------------------------------------------------------------------------------------

TEST(Resolve, a_clause_without_a_formula_has_exactly_one_index) {
  EXPECT_EQ(with_index(""), Lines{"C0201 [clause.c]"});
  EXPECT_EQ(with_rest("[clause.c.index.Y]\nseries = \"t\"\nuse = \"previous year\"\n")[0],
            "C0201 [clause.c]");
}

TEST(Resolve, a_threshold_is_more_than_or_at_least) {
  EXPECT_EQ(with_clause("threshold = { since = \"start\" }"), Lines{"C0202 { since = \"start\" }"});
  EXPECT_EQ(with_clause("threshold = { more_than = \"2%\", at_least = \"2%\" }"),
            Lines{"C0202 { more_than = \"2%\", at_least = \"2%\" }"});
  EXPECT_EQ(with_clause("threshold = { more_than = \"2%\", index = \"Y\" }"), Lines{"C0203 \"Y\""});
  EXPECT_EQ(with_index("", "formula = \"change = 1%\"\nthreshold = { more_than = \"2 points\" }"),
            Lines{"C0204 { more_than = \"2 points\" }"});
}

TEST(Resolve, roundings_fit_what_they_round) {
  EXPECT_EQ(with_clause("rounding = { change = { decimals = 1 } }"),
            Lines{"C0205 { decimals = 1 }"});
  EXPECT_EQ(with_clause("rounding = { change = { to = 0.1 } }"), Lines{"C0205 { to = 0.1 }"});
  EXPECT_EQ(with_clause("rounding = { change = { to = \"0.1%\" } }"), Lines{});
  EXPECT_EQ(with_clause("rounding = { change = \"none\" }"), Lines{});
  EXPECT_EQ(with_clause("rounding = { coefficient = { decimals = \"as written\" } }"),
            Lines{"C0206 { decimals = \"as written\" }"});
}

TEST(Resolve, only_a_price_has_decimals_as_written) {
  const std::string index = "series = \"s\"\nuse = \"previous year\"\n";
  EXPECT_EQ(with_index(index + "rounding = { decimals = \"as written\" }\n"),
            Lines{"C0214 { decimals = \"as written\" }"});
  EXPECT_EQ(
      with_index(
          index +
          "link = { next = \"t\", coefficient = 2, rounding = { decimals = \"as written\" } }\n"),
      Lines{"C0214 { decimals = \"as written\" }"});
  EXPECT_EQ(
      with_clause("threshold = { more_than = \"2%\", rounding = { decimals = \"as written\" } }"),
      Lines{"C0214 { decimals = \"as written\" }"});
  EXPECT_EQ(with_clause("rounding = { price = { decimals = \"as written\" }, increase = { decimals "
                        "= \"as written\" } }"),
            Lines{});
}

TEST(Resolve, an_index_has_a_name_that_formulas_can_use) {
  for (const char* name : {"X0", "P", "max", "round", "2X", "a-b", "change"}) {
    Parts parts;
    parts.index.clear();
    parts.clause += "formula = \"change = 1%\"\n";
    parts.rest =
        std::string("[clause.c.index.") + name + "]\nseries = \"s\"\nuse = \"previous year\"\n";
    EXPECT_EQ(problems(parts.text()), (Lines{std::string("F0105 [clause.c.index.") + name + "]",
                                             std::string("C0207 ") + name}));
  }
}

TEST(Resolve, use_names_a_period) {
  EXPECT_EQ(with_index("series = \"s\"\nuse = \"at start\"\n"), Lines{"C0208 \"at start\""});
  EXPECT_EQ(with_index("series = \"s\"\nuse = \"12 months earlier\"\n"),
            Lines{"C0208 \"12 months earlier\""});
  EXPECT_EQ(with_index("series = \"s\"\nuse = 100\n"), Lines{"C0208 100"});
}

TEST(Resolve, a_link_has_one_way_to_its_coefficient) {
  const std::string index = "series = \"s\"\nuse = \"previous year\"\n";
  EXPECT_EQ(with_index(index + "link = { next = \"t\" }\n"), Lines{"C0209 { next = \"t\" }"});
  EXPECT_EQ(
      with_index(index + "link = { next = \"t\", coefficient = 2, coefficient_to_next = 0.5 }\n"),
      Lines{"C0210 { next = \"t\", coefficient = 2, coefficient_to_next = 0.5 }"});
  EXPECT_EQ(with_index(index + "link = { next = \"t\", at = \"2022-07\" }\n"), Lines{});
}

TEST(Resolve, a_band_begins_once) {
  Parts parts;
  parts.index.clear();
  parts.clause += "formula = \"change = bands(1)\"\n";
  parts.rest = "[clause.c.table.bands]\nrows = [{ from = 1, over = 1, gives = \"2%\" }]\n";
  EXPECT_EQ(problems(parts.text()), Lines{"C0211 { from = 1, over = 1, gives = \"2%\" }"});
}

TEST(Resolve, a_clause_runs_in_one_way) {
  const auto adjust = [](const std::string& table) {
    Parts parts;
    parts.clause = "adjust = " + table + "\n";
    return problems(parts.text());
  };
  EXPECT_EQ(adjust("{ on = \"01-01\" }"), Lines{"C0212 { on = \"01-01\" }"});
  EXPECT_EQ(adjust("{ every = \"year\", dates = [2021-01-01] }"),
            Lines{"C0212 { every = \"year\", dates = [2021-01-01] }"});
  EXPECT_EQ(adjust("{ every = \"0 months\" }"), Lines{"C0213 \"0 months\""});
  EXPECT_EQ(adjust("{ at = \"delivery\" }"), Lines{});
}

TEST(Resolve, an_unknown_name_in_a_formula_is_marked_by_itself) {
  EXPECT_EQ(with_clause("formula = \"0.15 + 0.85*Y/X0\""), Lines{"F0104 Y"});
  EXPECT_EQ(with_clause("formula = \"change = bonds(X)\"")[0], "F0104 bonds");
  EXPECT_EQ(with_clause("formula = \"change = b; b = X\"")[0].substr(0, 5), "F0102");
  EXPECT_EQ(with_clause("formula = \"a = b; b = X; change = a\""), Lines{"F0104 b"})
      << "b is a later line";
  EXPECT_EQ(with_clause("limits = { cap = \"Y + 1%\" }"), Lines{"F0104 Y"});
  EXPECT_EQ(with_clause("limits = { cap = [\"X - 1\", \"Z%\"] }").size(), 1u);
}

TEST(Resolve, the_same_error_in_several_dated_terms_is_said_once) {
  EXPECT_EQ(with_clause("formula = \"Y/X0\"\nduring = [{ from = 2022-01-01, limits = { cap = "
                        "\"1%\" } }, { from = 2024-01-01, limits = { cap = \"2%\" } }]"),
            Lines{"F0104 Y"});
}

TEST(Resolve, what_the_formula_does_not_use_is_an_error) {
  EXPECT_EQ(with_clause("formula = \"change = 1%\""), Lines{"F0105 [clause.c.index.X]"});
  EXPECT_EQ(with_clause("constants = { K = 0.945 }"), Lines{"F0106 K"});
  EXPECT_EQ(with_clause("formula = \"change = 1%\"\nlimits = { cap = \"X - X0\" }"), Lines{})
      << "a limit may use it";
}

TEST(Resolve, a_reference_is_not_earlier_by_less_than_a_period) {
  // A yearly figure six months earlier is the same figure: the ratio would always be 1.
  EXPECT_EQ(with_index("series = \"s\"\nuse = \"previous year\"\nbase = \"6 months earlier\"\n"),
            Lines{"C0215 \"6 months earlier\""});
  EXPECT_EQ(
      with_index("series = \"s\"\nuse = \"july of previous year\"\nbase = \"365 days earlier\"\n"),
      Lines{"C0215 \"365 days earlier\""});
  EXPECT_EQ(
      with_index("series = \"s\"\nuse = \"q1 of previous year\"\nbase = \"4 months earlier\"\n"),
      Lines{"C0215 \"4 months earlier\""});
  EXPECT_EQ(
      with_index("series = \"s\"\nuse = \"q1 of previous year\"\nbase = \"12 months earlier\"\n"),
      Lines{});
  EXPECT_EQ(with_index("series = \"s\"\nuse = \"previous year\"\nbase = \"2 years earlier\"\n"),
            Lines{});
}

// ---- one cause, one error
// -------------------------------------------------------------------------

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
