#include "contract_text.hpp"

// The rules of one clause that look at more than one key: code, and the words under the mark.
namespace resolve_clause_test {

using namespace contract_text;

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

TEST(ResolveClause, a_clause_without_a_formula_has_exactly_one_index) {
  EXPECT_EQ(with_index(""), Lines{"C0201 [clause.c]"});
  EXPECT_EQ(with_rest("[clause.c.index.Y]\nseries = \"t\"\nuse = \"previous year\"\n")[0],
            "C0201 [clause.c]");
}

TEST(ResolveClause, a_threshold_is_more_than_or_at_least) {
  EXPECT_EQ(with_clause("threshold = { since = \"start\" }"), Lines{"C0202 { since = \"start\" }"});
  EXPECT_EQ(with_clause("threshold = { more_than = \"2%\", at_least = \"2%\" }"),
            Lines{"C0202 { more_than = \"2%\", at_least = \"2%\" }"});
  EXPECT_EQ(with_clause("threshold = { more_than = \"2%\", index = \"Y\" }"), Lines{"C0203 \"Y\""});
  EXPECT_EQ(with_index("", "formula = \"change = 1%\"\nthreshold = { more_than = \"2 points\" }"),
            Lines{"C0204 { more_than = \"2 points\" }"});
}

TEST(ResolveClause, roundings_fit_what_they_round) {
  EXPECT_EQ(with_clause("rounding = { change = { decimals = 1 } }"),
            Lines{"C0205 { decimals = 1 }"});
  EXPECT_EQ(with_clause("rounding = { change = { to = 0.1 } }"), Lines{"C0205 { to = 0.1 }"});
  EXPECT_EQ(with_clause("rounding = { change = { to = \"0.1%\" } }"), Lines{});
  EXPECT_EQ(with_clause("rounding = { change = \"none\" }"), Lines{});
  EXPECT_EQ(with_clause("rounding = { coefficient = { decimals = \"as written\" } }"),
            Lines{"C0206 { decimals = \"as written\" }"});
}

TEST(ResolveClause, only_a_price_has_decimals_as_written) {
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

TEST(ResolveClause, an_index_has_a_name_that_formulas_can_use) {
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

TEST(ResolveClause, use_names_a_period) {
  EXPECT_EQ(with_index("series = \"s\"\nuse = \"at start\"\n"), Lines{"C0208 \"at start\""});
  EXPECT_EQ(with_index("series = \"s\"\nuse = \"12 months earlier\"\n"),
            Lines{"C0208 \"12 months earlier\""});
  EXPECT_EQ(with_index("series = \"s\"\nuse = 100\n"), Lines{"C0208 100"});
}

TEST(ResolveClause, a_link_has_one_way_to_its_coefficient) {
  const std::string index = "series = \"s\"\nuse = \"previous year\"\n";
  EXPECT_EQ(with_index(index + "link = { next = \"t\" }\n"), Lines{"C0209 { next = \"t\" }"});
  EXPECT_EQ(
      with_index(index + "link = { next = \"t\", coefficient = 2, coefficient_to_next = 0.5 }\n"),
      Lines{"C0210 { next = \"t\", coefficient = 2, coefficient_to_next = 0.5 }"});
  EXPECT_EQ(with_index(index + "link = { next = \"t\", at = \"2022-07\" }\n"), Lines{});
}

TEST(ResolveClause, a_band_begins_once) {
  Parts parts;
  parts.index.clear();
  parts.clause += "formula = \"change = bands(1)\"\n";
  parts.rest = "[clause.c.table.bands]\nrows = [{ from = 1, over = 1, gives = \"2%\" }]\n";
  EXPECT_EQ(problems(parts.text()), Lines{"C0211 { from = 1, over = 1, gives = \"2%\" }"});
}

TEST(ResolveClause, a_clause_runs_in_one_way) {
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

TEST(ResolveClause, an_unknown_name_in_a_formula_is_marked_by_itself) {
  EXPECT_EQ(with_clause("formula = \"0.15 + 0.85*Y/X0\""), Lines{"F0104 Y"});
  EXPECT_EQ(with_clause("formula = \"change = bonds(X)\"")[0], "F0104 bonds");
  const Lines later = with_clause("formula = \"change = b; b = X\"");
  ASSERT_EQ(later.size(), 2U) << "the last line is no result, and the first one has no name";
  EXPECT_EQ(later[0].substr(0, 5), "F0103");
  EXPECT_EQ(later[1].substr(0, 5), "F0102");
  EXPECT_EQ(with_clause("formula = \"0.15 + $ + 0.85*Y/X0\""), (Lines{"F0101 $", "F0104 Y"}))
      << "names are checked beside other errors";
  EXPECT_EQ(with_clause("formula = \"a = b; b = X; change = a\""), Lines{"F0104 b"})
      << "b is a later line";
  EXPECT_EQ(with_clause("limits = { cap = \"Y + 1%\" }"), Lines{"F0104 Y"});
  EXPECT_EQ(with_clause("limits = { cap = [\"X - 1\", \"Z%\"] }").size(), 1u);
}

TEST(ResolveClause, the_same_error_in_several_dated_terms_is_said_once) {
  EXPECT_EQ(with_clause("formula = \"Y/X0\"\nduring = [{ from = 2022-01-01, limits = { cap = "
                        "\"1%\" } }, { from = 2024-01-01, limits = { cap = \"2%\" } }]"),
            Lines{"F0104 Y"});
}

TEST(ResolveClause, what_the_formula_does_not_use_is_an_error) {
  EXPECT_EQ(with_clause("formula = \"change = 1%\""), Lines{"F0105 [clause.c.index.X]"});
  EXPECT_EQ(with_clause("constants = { K = 0.945 }"), Lines{"F0106 K"});
  EXPECT_EQ(with_clause("formula = \"change = 1%\"\nlimits = { cap = \"X - X0\" }"), Lines{})
      << "a limit may use it";
}

TEST(ResolveClause, a_reference_is_not_earlier_by_less_than_a_period) {
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

}  // namespace resolve_clause_test
