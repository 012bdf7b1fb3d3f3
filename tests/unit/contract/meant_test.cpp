#include "contract_text.hpp"

// Limits, shares, roundings and bands that can hardly be meant, and right ones beside each.
namespace meant_test {

using namespace contract_text;

Lines of_clause(const std::string& more) {
  Parts parts;
  parts.clause += more + "\n";
  return problems(parts.text());
}
Lines with_bands(const std::string& formula, const std::string& rows) {
  Parts parts;
  parts.clause += "compounding = \"base\"\nformula = '''" + formula + "'''\n";
  parts.rest = "[clause.c.table.step]\nrows = [" + rows + "]\n";
  return problems(parts.text());
}

TEST(HardlyMeant, a_limit_is_a_change_and_no_coefficient) {
  EXPECT_EQ(of_clause("limits = { cap = \"104%\" }"), Lines{"W0115 \"104%\""});
  EXPECT_EQ(of_clause("limits = { floor = \"98%\" }"), Lines{"W0115 \"98%\""});
  EXPECT_EQ(of_clause("limits = { cap = \"X/X0\" }"), Lines{"W0115 \"X/X0\""});
  EXPECT_EQ(of_clause("limits = { cap = \"0.2 + 0.8*X/X0\" }"), Lines{"W0115 \"0.2 + 0.8*X/X0\""});
  for (const char* right : {"4%", "100%", "X/X0 - 1", "0.8*(X - X0)/X0"})
    EXPECT_EQ(of_clause("limits = { cap = \"" + std::string(right) + "\" }"), Lines{}) << right;
}

TEST(HardlyMeant, a_cap_below_nothing_is_no_floor) {
  EXPECT_EQ(of_clause("limits = { cap = \"-4%\" }"), Lines{"W0115 \"-4%\""});
  EXPECT_EQ(of_clause("limits = { floor = \"-4%\" }"), Lines{});
}

TEST(HardlyMeant, a_share_lets_something_pass) {
  EXPECT_EQ(of_clause("pass_through = \"0%\""), Lines{"W0116 \"0%\""});
  EXPECT_EQ(of_clause("pass_through = \"80%\""), Lines{});
}

TEST(HardlyMeant, a_coefficient_has_decimals) {
  EXPECT_EQ(of_clause("rounding = { coefficient = { decimals = 0 } }"),
            Lines{"W0117 { decimals = 0 }"});
  EXPECT_EQ(of_clause("rounding = { coefficient = { decimals = 3 } }"), Lines{});
}

TEST(HardlyMeant, what_is_accepted_is_not_told) {
  EXPECT_EQ(of_clause("accept = [\"W0115: so it stands in the contract\"]\n"
                      "limits = { cap = \"104%\" }"),
            Lines{});
}

TEST(HardlyMeant, bands_of_a_fraction_are_fractions) {
  const std::string whole = "{ up_to = 3, gives = \"1%\" }, { over = 3, gives = \"2%\" }";
  const std::string share = "{ up_to = \"3%\", gives = \"1%\" }, { over = \"3%\", gives = \"2%\" }";
  EXPECT_EQ(with_bands("change = step(X/X0 - 1)", whole), Lines{"W0114 [clause.c.table.step]"});
  EXPECT_EQ(with_bands("change = step((X - X0)/X0)", whole), Lines{"W0114 [clause.c.table.step]"});
  EXPECT_EQ(with_bands("change = step(X/X0 - 1)", share), Lines{});
  EXPECT_EQ(with_bands("change = step(X/X0)", share), Lines{"W0114 [clause.c.table.step]"});
  EXPECT_EQ(with_bands("change = step(X - X0)", whole), Lines{});  // points
}

TEST(HardlyMeant, nothing_lies_between_bands_that_are_a_step_of_rounding_apart) {
  const std::string rows =
      "{ up_to = \"0.99%\", gives = \"0%\" }, { from = \"1%\", gives = \"2%\" }";
  EXPECT_EQ(with_bands("r = round(X/X0 - 1, 0.01%)\nchange = step(r)", rows), Lines{});
  EXPECT_EQ(with_bands("r = round(X/X0 - 1, 0.001%)\nchange = step(r)", rows).size(), 1U);
  EXPECT_EQ(with_bands("change = step(X/X0 - 1)", rows).size(), 1U);
}

TEST(HardlyMeant, weights_add_up_through_brackets_constants_and_lines) {
  const auto with_formula = [](const std::string& formula, const std::string& more = "") {
    Parts parts;
    parts.clause += "formula = '''" + formula + "'''\n" + more;
    return problems(parts.text());
  };
  EXPECT_EQ(with_formula("P = P0 * (0.2 + 0.8*X/X0)"), Lines{});
  EXPECT_EQ(with_formula("P = P0 * (0.2 + (0.4 + 0.3)*X/X0)").size(), 1U);
  EXPECT_EQ(with_formula("w = 0.7*X/X0\nP = P0 * (0.2 + w)").size(), 1U);
  EXPECT_EQ(with_formula("P = P0 * (0.2 + a*X/X0)", "constants = { a = 0.7 }\n").size(), 1U);
  EXPECT_EQ(with_formula("P = P0 * (0.2 + a*X/X0)", "constants = { a = 0.8 }\n"), Lines{});
}

TEST(HardlyMeant, on_does_nothing_beside_a_first_day_only_when_it_is_none_of_the_dates) {
  const auto dates = [](const std::string& adjust) {
    Parts parts;
    parts.clause = "adjust = " + adjust + "\n";
    return problems(parts.text());
  };
  EXPECT_EQ(dates("{ every = \"month\", on = \"01-01\", first = 2023-09-01 }"), Lines{});
  EXPECT_EQ(dates("{ every = \"quarter\", on = \"01-01\", first = 2023-10-01 }"), Lines{});
  EXPECT_EQ(dates("{ every = \"year\", on = \"01-01\", first = 2023-09-01 }").size(), 1U);
}

}  // namespace meant_test
