#include "contract/formula.hpp"

#include <gtest/gtest.h>

#include <random>

namespace formula_test {

using namespace pricetalk;
using Kind = Expression::Kind;

/// The tree as text in which nothing is left to precedence: (+ 0.15 (* 0.85 (/ L L0))).
std::string tree(const Expression& e) {
  const auto with = [&](const std::string& head) {
    std::string text = "(" + head;
    for (const Expression& operand : e.operands) text += " " + tree(operand);
    return text + ")";
  };
  switch (e.kind) {
    case Kind::number:
      return e.number.text() + (e.percent ? "%" : "");
    case Kind::name:
      return e.name;
    case Kind::negate:
      return with("neg");
    case Kind::add:
      return with("+");
    case Kind::sub:
      return with("-");
    case Kind::mul:
      return with("*");
    case Kind::div:
      return with("/");
    case Kind::power:
      return with("^" + std::to_string(e.exponent));
    case Kind::call:
      return with(e.name);
    case Kind::round: {
      const bool decimals = e.rounding.kind == RoundingRule::Kind::decimals;
      const std::string how =
          decimals ? std::to_string(e.rounding.decimals) + "d" : e.rounding.step.text();
      return with("round:" + how + ":" + std::string(word(e.rounding.mode)));
    }
  }
  return {};
}

/// The value as it stands in a file, so that errors have a place.
struct Read {
  SourcePtr source;
  std::optional<Formula> formula;
  Diagnostics diagnostics;
  explicit Read(const std::string& text, const std::string& quote = "\"")
      : source(std::make_shared<const SourceText>("c.toml",
                                                  "formula = " + quote + text + quote + "\n")) {
    const auto end = static_cast<std::uint32_t>(source->bytes().size() - 1);
    formula = parse_formula(text, Span{source.get(), 10, end}, diagnostics);
  }
  /// "F0101 words under the mark"
  std::string problem() const {
    if (diagnostics.list().size() != 1)
      return std::to_string(diagnostics.list().size()) + " problems";
    const Diagnostic& one = diagnostics.list()[0];
    EXPECT_FALSE(one.title.nl.empty());
    return one.code + " " + std::string(one.span.text());
  }
  std::string tree() const {
    return formula ? formula_test::tree(formula->lines.back().value) : problem();
  }
};

std::string tree_of(const std::string& text) { return Read(text).tree(); }
std::string problem(const std::string& text) {
  const Read read(text);
  EXPECT_FALSE(read.formula) << text.substr(0, 80);
  return read.problem();
}

TEST(Formula, multiplication_binds_before_addition_and_both_from_the_left) {
  EXPECT_EQ(tree_of("1 + 2*3"), "(+ 1 (* 2 3))");
  EXPECT_EQ(tree_of("1 - 2 - 3"), "(- (- 1 2) 3)");
  EXPECT_EQ(tree_of("8 / 4 / 2"), "(/ (/ 8 4) 2)");
  EXPECT_EQ(tree_of("8 / 4 * 2"), "(* (/ 8 4) 2)");
  EXPECT_EQ(tree_of("(1 + 2)*3"), "(* (+ 1 2) 3)");
  EXPECT_EQ(tree_of("0.15 + 0.85*L/L0"), "(+ 0.15 (/ (* 0.85 L) L0))");
}

TEST(Formula, a_power_binds_before_a_minus) {
  EXPECT_EQ(tree_of("-X^2"), "(neg (^2 X))");
  EXPECT_EQ(tree_of("2*-X"), "(* 2 (neg X))");
  EXPECT_EQ(tree_of("--X"), "(neg (neg X))");
  EXPECT_EQ(tree_of("(1 + X)^12"), "(^12 (+ 1 X))");
}

TEST(Formula, the_signs_of_printed_contracts_are_known) {
  EXPECT_EQ(tree_of("0.7 × L ÷ L0"), "(/ (* 0.7 L) L0)");
  EXPECT_EQ(tree_of("0.7·L − 1"), "(- (* 0.7 L) 1)");
}

TEST(Formula, a_percentage_keeps_its_sign) {
  EXPECT_EQ(tree_of("X + 3.9%"), "(+ X 3.9%)");
  EXPECT_EQ(tree_of("X + 3.9 %"), "(+ X 3.9%)");
}

TEST(Formula, functions_take_as_many_values_as_they_need) {
  EXPECT_EQ(tree_of("max(A/A0, B/B0, 1)"), "(max (/ A A0) (/ B B0) 1)");
  EXPECT_EQ(tree_of("min(1, average(A, B))"), "(min 1 (average A B))");
  EXPECT_EQ(tree_of("abs(A - B)"), "(abs (- A B))");
  EXPECT_EQ(tree_of("bands(A)"), "(bands A)");
  EXPECT_EQ(problem("abs(A, B)"), "F0101 abs");
}

TEST(Formula, round_names_decimals_or_a_step_and_a_mode) {
  EXPECT_EQ(tree_of("round(X, 2 decimals)"), "(round:2d:half-up X)");
  EXPECT_EQ(tree_of("round(X, 1 decimal, down)"), "(round:1d:down X)");
  EXPECT_EQ(tree_of("round(X, 0.05)"), "(round:0.05:half-up X)");
  EXPECT_EQ(tree_of("round(X, 0.01%)"), "(round:0.0001:half-up X)");
  EXPECT_EQ(tree_of("round(X, 0.05, half-even)"), "(round:0.05:half-even X)");
  EXPECT_EQ(tree_of("round(X, 5, ceiling)"), "(round:5:ceiling X)");
  for (const char* wrong : {"round(X)", "round(X, 2.5 decimals)", "round(X, 19 decimals)",
                            "round(X, 0)", "round(X, 2 decimals, sideways)", "round(X, two)"})
    EXPECT_EQ(problem(wrong).substr(0, 5), "F0101") << wrong;
}

TEST(Formula, what_a_page_or_a_cell_has_around_it_is_left_out) {
  for (const char* printed :
       {"a) P = P0*X", "(a) P = P0*X", "1. P = P0*X", "P == P0*X", "P := P0*X", "=P0*X",
        "P = P0*X.", "P = P0\n * X", "P = P0 *\n X", "P = P0 x\n X", "P = P0\n x X"})
    EXPECT_EQ(tree_of(printed), "(* P0 X)") << printed;
  EXPECT_EQ(tree_of("P = P0*X\n - 2"), "(- (* P0 X) 2)");
  EXPECT_EQ(tree_of("d = X - 1\n- d"), "(neg d)");
  EXPECT_EQ(tree_of("(X/X0)**2"), "(^2 (/ X X0))");
  EXPECT_EQ(tree_of("(X/X0)²"), "(^2 (/ X X0))");
  EXPECT_EQ(tree_of("change = 3 percent"), "3%");
  EXPECT_EQ(tree_of("change = 3 per cent"), "3%");
}

TEST(Formula, of_a_spreadsheet_counts_decimals) {
  EXPECT_EQ(tree_of("=ROUND(X/X0;3)"), "(round:3d:half-up (/ X X0))");
  EXPECT_EQ(tree_of("=ROUND(X/X0,3)"), "(round:3d:half-up (/ X X0))");
  EXPECT_EQ(tree_of("=AFRONDEN(MAX(X/X0;1,03);3)"), "(round:3d:half-up (max (/ X X0) 1.03))");
  EXPECT_EQ(tree_of("round(X/X0; 3)"), "(round:3d:half-up (/ X X0))");
  EXPECT_EQ(tree_of("round(X/X0, 3)"), "(round:3:half-up (/ X X0))");
}

TEST(Formula, knows_the_price_before_by_its_printed_names) {
  for (const char* printed : {"Pnieuw = Poud x X", "P nieuw = P oud x X", "P-new = P-old x X",
                              "tarief = tarief x X", "P' = P x X", "P = P' x X"})
    EXPECT_EQ(tree_of(printed), "(* P0 X)") << printed;
  EXPECT_EQ(tree_of("P2025 = P2024 x X"), "(* (P0 (- n 1)) X)");
  EXPECT_EQ(problem("P2025 = P2023 x X"), "F0102 P2025 = P2023 x X");
  EXPECT_EQ(tree_of("Pn = Pn-1 x X"), "(* (P0 (- n 1)) X)");
}

TEST(Formula, names_the_key_of_what_stands_beside_it) {
  EXPECT_EQ(problem("change = X/X0 - 1, maximaal 3%"), "F0114 maximaal");
  EXPECT_EQ(problem("change = X/X0 - 1 with a minimum of 1%"), "F0114 minimum");
  EXPECT_EQ(problem("change = X/X0 - 1 (max. 3%)"), "F0114 max");
  EXPECT_EQ(problem("change = X/X0 - 1, not less than 1% nor more than 4%"), "F0114 not");
  EXPECT_EQ(problem("P = P0*X, waarin X het cijfer is"), "F0115 waarin");
  EXPECT_EQ(problem("P = P0*X\nwhere: X = index"), "F0115 where");
}

TEST(Formula, words_with_letters_that_no_name_has_are_one_mistake) {
  EXPECT_EQ(problem("P = P0 * (α + 0.8*X)"), "F0101 α");
  EXPECT_EQ(problem("P = P0 * Énergie"), "F0101 Énergie");
  EXPECT_EQ(problem("change = ΔX"), "F0101 ΔX");
}

TEST(Formula, the_last_line_says_what_it_gives) {
  const auto result = [](const char* text) { return Read(text).formula->result; };
  EXPECT_EQ(result("L/L0"), FormulaResult::coefficient);
  EXPECT_EQ(result("coefficient = L/L0"), FormulaResult::coefficient);
  EXPECT_EQ(result("P = P0*L/L0"), FormulaResult::price);
  EXPECT_EQ(result("change = 2%"), FormulaResult::change);
  EXPECT_EQ(result("surcharge = 0.05 * C"), FormulaResult::surcharge);
  EXPECT_EQ(problem("total = X"), "F0102 total = X");
}

TEST(Formula, earlier_lines_have_names_of_their_own) {
  const Read read("a = L/L0; b = a - 1\n\n change = b");
  ASSERT_TRUE(read.formula);
  EXPECT_EQ(read.formula->lines.size(), 3u);
  EXPECT_EQ(read.formula->lines[1].name, "b");
  EXPECT_EQ(problem("L/L0; change = 1%"), "F0103 L/L0");
  EXPECT_EQ(problem("P = 1; change = 1%"), "F0103 P = 1");
  EXPECT_EQ(problem("round = 1; change = 1%"), "F0103 round = 1");
  EXPECT_EQ(problem("P0 = 1; change = P0"), "F0103 P0 = 1");
}

TEST(Formula, an_error_stands_under_the_word_that_is_wrong) {
  EXPECT_EQ(problem("0.15 + * L"), "F0101 *");
  EXPECT_EQ(problem("L M"), "F0101 M");
  EXPECT_EQ(problem("0.15 0.20"), "F0101 0.20");
  EXPECT_EQ(problem("(L - L0)/L0 %"), "F0101 %");
  EXPECT_EQ(problem("(L + 1"), "F0101 (");
  EXPECT_EQ(problem("L + 1)"), "F0101 )");
  EXPECT_EQ(problem("L + $"), "F0101 $");
  EXPECT_EQ(problem("L + €"), "F0101 €");
  EXPECT_EQ(problem("L ^ 0"), "F0101 0");
  EXPECT_EQ(problem("L ^ 61"), "F0101 61");
  EXPECT_EQ(problem("L ^ M"), "F0101 M");
  EXPECT_EQ(problem("1234567890123456789 * L"), "F0101 1234567890123456789");
  EXPECT_EQ(problem(""), "F0101 ");
  EXPECT_EQ(problem("L /"), "F0101 ");
  EXPECT_EQ(problem("max()"), "F0101 )");
  EXPECT_EQ(problem("1 × 2 ÷ €"), "F0101 €") << "places count bytes";
}

TEST(Formula, each_line_gets_its_own_error) {
  const Read read("a = * 1; b = / 2; change = 1%");
  ASSERT_EQ(read.diagnostics.list().size(), 2u);
  EXPECT_EQ(read.diagnostics.list()[0].span.text(), "*");
  EXPECT_EQ(read.diagnostics.list()[1].span.text(), "/");
}

/// "F0101 $, F0101 €": every problem of a formula.
std::string problems(const std::string& text) {
  std::string all;
  const Read read(text);
  for (const Diagnostic& each : read.diagnostics.list()) {
    EXPECT_FALSE(each.title.nl.empty() || each.hint.nl.empty()) << each.title.en;
    all += (all.empty() ? "" : ", ") + each.code + " " + std::string(each.span.text());
  }
  return all;
}

TEST(Formula, all_errors_of_a_line_are_said_at_once) {
  EXPECT_EQ(problems("0.2 + $ + 0.4*L ^ 0 + €"), "F0101 $, F0101 0, F0101 €");
  EXPECT_EQ(problems("(0.2 + $ 3) * (1 + €)"), "F0101 $, F0101 €");
  EXPECT_EQ(problems("max(L, $) + abs(L, M)"), "F0101 $, F0101 abs");
  EXPECT_EQ(problems("(L + $"), "F0101 $, F0101 (");
  EXPECT_EQ(problems("total = L + $"), "F0101 $") << "what it gives is asked when it can be read";
}

TEST(Formula, a_decimal_comma_is_read_where_it_has_one_meaning) {
  EXPECT_EQ(tree_of("0,15 + 0,85*L/L0"), "(+ 0.15 (/ (* 0.85 L) L0))");
  EXPECT_EQ(tree_of("L + 3,9%"), "(+ L 3.9%)");
  EXPECT_EQ(tree_of("max(0,03; L/L0 - 1)"), "(max 0.03 (- (/ L L0) 1))");
  EXPECT_EQ(tree_of("0,5 * max(1,5, L)"), "(* 0.5 (max 1.5 L))");
  EXPECT_EQ(tree_of("0.5 * max(1,5, L)"), "(* 0.5 (max 1 5 L))") << "it has decimal points";
  EXPECT_EQ(tree_of("max(1, 5)"), "(max 1 5)");
  EXPECT_EQ(problems("max(0,03, L/L0 - 1)"), "F0108 0,03");
  EXPECT_EQ(problems("0.5 * max(0,03, L)"), "F0108 0,03") << "no value is written 03";
  EXPECT_EQ(problems("L/1.234,56"), "F0108 1.234,56");
  EXPECT_EQ(tree_of("bands(0,5)"), "(bands 0.5)") << "a table takes one value";
}

TEST(Formula, brackets_and_signs_of_paper_are_those_of_the_keyboard) {
  EXPECT_EQ(tree_of("0.4 [L - (M + 1)]"), "(* 0.4 (- L (+ M 1)))");
  EXPECT_EQ(tree_of("L₁ : L₀ – 1"), "(- (/ L1 L0) 1)");
  EXPECT_EQ(tree_of("0.4\u00a0L"), "(* 0.4 L)");
  EXPECT_EQ(tree_of("MAX(L; 1)"), "(max L 1)");
  EXPECT_EQ(tree_of("0,4.L/L0"), "(/ (* 0.4 L) L0)");
  EXPECT_EQ(problems("0.4.5*L"), "F0101 .");
}

TEST(Formula, a_product_needs_no_sign) {
  EXPECT_EQ(tree_of("0,40 s/S + 0,60"), "(+ (/ (* 0.40 s) S) 0.60)");
  EXPECT_EQ(tree_of("2 (L + 1) (M - 1)"), "(* (* 2 (+ L 1)) (- M 1))");
  EXPECT_EQ(tree_of("P0 x (0.2 + 0.8 x L/L0)"), "(* P0 (+ 0.2 (/ (* 0.8 L) L0)))");
  EXPECT_EQ(tree_of("0.5 x/x0"), "(/ (* 0.5 x) x0)") << "an index may be called x";
  EXPECT_EQ(tree_of("60% of (L/L0 - 1)"), "(* 60% (- (/ L L0) 1))");
  EXPECT_EQ(tree_of("L maal M plus 1"), "(+ (* L M) 1)");
  EXPECT_EQ(problems("1/2 L"), "F0109 1/2 L");
}

TEST(Formula, the_greater_and_the_lesser_of_values_can_be_said_in_words) {
  EXPECT_EQ(tree_of("greater of 3% or L/L0 - 1"), "(max 3% (- (/ L L0) 1))");
  EXPECT_EQ(tree_of("1 + the lesser of L, M and 4%"), "(+ 1 (min L M 4%))");
  EXPECT_EQ(tree_of("de hoogste van 3% of L/L0 - 1"), "(max 3% (- (/ L L0) 1))");
  EXPECT_EQ(tree_of("de laagste van (3% en L)"), "(min 3% L)");
  EXPECT_EQ(tree_of("0.5 * (higher of (1 + L) or 1.02)"), "(* 0.5 (max (+ 1 L) 1.02))");
  EXPECT_EQ(tree_of("3% or L/L0 - 1, whichever is greater"), "(max 3% (- (/ L L0) 1))");
  EXPECT_EQ(problems("greater of 3%"), "F0101 greater");
}

TEST(Formula, a_condition_has_its_own_answer) {
  EXPECT_EQ(problems("if L > L0 then 3% else 0%"), "F0110 if");
  EXPECT_EQ(problems("als(L > L0; 3%; 0%)"), "F0110 als");
  EXPECT_EQ(problems("L ≥ L0"), "F0110 ≥");
  EXPECT_EQ(tree_of("als/als0"), "(/ als als0)") << "an index may be called als";
}

TEST(Formula, the_price_may_have_its_name_of_paper) {
  const auto normal = [](const char* text) {
    const Read read(text);
    return read.formula ? read.formula->text : read.problem();
  };
  EXPECT_EQ(normal("AP = AP0 * (0.2 + 0.8*L/L0)"), "P = P0*(0.2 + 0.8*L/L0)");
  EXPECT_EQ(normal("p = P x (0,4 s/S + 0,6)"), "P = P0*(0.4*s/S + 0.6)");
  EXPECT_EQ(normal("Pn = Po * L/L0"), "P = P0*L/L0");
  EXPECT_EQ(normal("P1 = P0 * L/L0"), "P = P0*L/L0");
  EXPECT_EQ(normal("P(n) = P0 * L/L0"), "P = P0*L/L0");
  EXPECT_EQ(normal("P = P * L/L0"), "P = P0*L/L0");
  EXPECT_EQ(normal("P/P0 = 0.2 + 0.8*L/L0"), "coefficient = 0.2 + 0.8*L/L0");
  EXPECT_EQ(normal("a = L/L0; AP = AP0 * a"), "a = L/L0\nP = P0*a");
  EXPECT_EQ(normal("P = P0 * ( L / L0 )"), "P = P0 * ( L / L0 )") << "as written";
  EXPECT_EQ(problem("c = C/C0"), "F0102 c = C/C0") << "C may be an index";
  EXPECT_EQ(problem("b0 = 2; b = b0 * L"), "F0102 b = b0 * L") << "a line of its own";
  EXPECT_EQ(problem("total = P0 * 2"), "F0102 total = P0 * 2") << "a price, or a surcharge";
}

TEST(Formula, errors_find_their_place_in_every_kind_of_text) {
  for (const std::string quote : {"'", "\"\"\"", "'''"})
    EXPECT_EQ(Read("L + $", quote).problem(), "F0101 $") << quote;
  const auto source =
      std::make_shared<const SourceText>("c.toml", "formula = \"\"\"\nL +\n$\"\"\"\n");
  Diagnostics diagnostics;
  parse_formula("L +\n$", Span{source.get(), 10, 23}, diagnostics);
  ASSERT_EQ(diagnostics.list().size(), 1u) << "a line that ends with a sign goes on";
  EXPECT_EQ(diagnostics.list()[0].span.text(), "$");
}

TEST(Formula, nesting_has_a_depth) {
  EXPECT_NE(tree_of(std::string(60, '(') + "L" + std::string(60, ')')).find('L'),
            std::string::npos);
  EXPECT_EQ(problem(std::string(70, '(') + "L" + std::string(70, ')')).substr(0, 5), "F0101");
  EXPECT_EQ(problem(std::string(100, '-') + "L").substr(0, 5), "F0101");
}

TEST(Formula, a_formula_of_unreasonable_length_is_refused) {
  std::string text = "L";
  for (int i = 0; i < 100'000; ++i) text += "+1";
  EXPECT_EQ(problem(text).substr(0, 5), "F0101");
}

TEST(Formula, names_are_found_with_their_places) {
  const Read read("a = max(L, bands(C0)); change = a - P0");
  std::vector<NameUse> names;
  for (const Formula::Line& line : read.formula->lines) names_in(line.value, names);
  std::string all;
  for (const NameUse& use : names) {
    all += use.name + (use.called ? "() " : " ");
    EXPECT_EQ(use.span.text().substr(0, use.name.size()), use.name);
  }
  EXPECT_EQ(all, "L bands() C0 a P0 ");
}

TEST(Formula, a_single_expression_has_no_lines) {
  Diagnostics diagnostics;
  EXPECT_TRUE(parse_expression("CPI + 1%", {}, diagnostics));
  EXPECT_FALSE(parse_expression("CPI; 1%", {}, diagnostics));
  EXPECT_FALSE(parse_expression("x = 1%", {}, diagnostics));
}

// Property: a random tree, printed with as few brackets as precedence needs, reads back as itself.
struct Printed {
  std::string text;
  std::string tree;
  int level;  // 1 sum, 2 product, 3 negation, 4 power or primary
};

class Grower {
 public:
  explicit Grower(std::uint64_t seed) : random_(seed) {}
  Printed grow(int depth) {
    const int choice = depth == 0 ? below(2) : below(8);
    if (choice == 0) return {"12.50", "12.50", 5};
    if (choice == 1) return {"L0", "L0", 5};
    if (choice == 2) return binary(depth, " + ", "+", 1);
    if (choice == 3) return binary(depth, " - ", "-", 1);
    if (choice == 4) return binary(depth, "*", "*", 2);
    if (choice == 5) return binary(depth, " ÷ ", "/", 2);
    const Printed inner = grow(depth - 1);
    if (choice == 6) return {"-" + bracketed(inner, 3), "(neg " + inner.tree + ")", 3};
    return {bracketed(inner, 5) + "^3", "(^3 " + inner.tree + ")", 4};
  }

 private:
  Printed binary(int depth, const std::string& sign, const std::string& name, int level) {
    const Printed left = grow(depth - 1);
    const Printed right = grow(depth - 1);
    return {bracketed(left, level) + sign + bracketed(right, level + 1),
            "(" + name + " " + left.tree + " " + right.tree + ")", level};
  }
  static std::string bracketed(const Printed& p, int at_least) {
    return p.level < at_least ? "(" + p.text + ")" : p.text;
  }
  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
  std::mt19937_64 random_;
};

TEST(Formula, a_tree_printed_with_few_brackets_reads_back_as_itself) {
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    const Printed printed = Grower(seed).grow(4);
    EXPECT_EQ(tree_of(printed.text), printed.tree) << printed.text;
  }
}

std::string normal_form_of(const std::string& text) {
  Diagnostics diagnostics;
  const auto formula = parse_formula(text, {}, diagnostics);
  return formula ? normal_form(*formula) : "";
}

TEST(Formula, the_normal_form_has_only_the_brackets_that_are_needed) {
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    Printed printed = Grower(seed).grow(4);
    for (auto at = printed.text.find(" ÷ "); at != std::string::npos; at = printed.text.find(" ÷ "))
      printed.text.replace(at, std::string(" ÷ ").size(), "/");
    EXPECT_EQ(normal_form_of("((" + printed.text + "))"), printed.text);
  }
}

TEST(Formula, the_normal_form_keeps_lines_roundings_and_percentages) {
  const std::string text =
      "x = round(C/C0, 4 decimals, down); y = max(x, 1 + 0.50%); P = P0*round(y, 0.01%)*bands(D)";
  EXPECT_EQ(normal_form_of("x=round( C ÷ C0,4 decimals,down)\n\ny = max(x,(1+0.50%))\n"
                           "P = (P0*round(y, 0.01%, half-up))·bands(D)\n"),
            text);
  EXPECT_EQ(normal_form_of(text), text);
}

}  // namespace formula_test
