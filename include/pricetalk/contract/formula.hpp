#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pricetalk/diagnostic/diagnostic.hpp"
#include "pricetalk/document/leaf.hpp"
#include "pricetalk/document/values.hpp"
#include "pricetalk/number/decimal.hpp"

namespace pricetalk {

/// An expression of the formula language (CONTRACT-FORMAT section 5) as a tree.
struct Expression {
  enum class Kind : std::uint8_t {
    number,  ///< `number`, a fraction of hundred when `percent`
    name,    ///< observation, reference, constant, earlier line, P0
    negate,  ///< operands[0]
    add,     ///< operands[0] + operands[1]; the same for sub, mul, div
    sub,
    mul,
    div,
    power,  ///< operands[0] ^ exponent
    call,   ///< min, max, average, abs, or a table of the clause
    round,  ///< operands[0] by `rounding`
  };
  Kind kind = Kind::number;
  Decimal number;
  bool percent = false;
  std::string name;
  int exponent = 1;
  RoundingRule rounding;
  std::vector<Expression> operands;
  Span span;
};

/// What the last line of a formula gives.
enum class FormulaResult : std::uint8_t { coefficient, price, change, surcharge };

/// What the contract prints: lines that name intermediate figures, the last one gives the result.
struct Formula {
  struct Line {
    std::string name;  ///< empty: the result, without a name in front
    Expression value;
    Span span;
  };
  std::vector<Line> lines;
  FormulaResult result = FormulaResult::coefficient;
  std::string text;
};

/// Reads a formula. Errors point into the formula: `where` is the TOML value that holds `text`.
std::optional<Formula> parse_formula(std::string_view text, Span where, Diagnostics& diagnostics);
/// Reads a single expression, as in limits.
std::optional<Expression> parse_expression(std::string_view text, Span where,
                                           Diagnostics& diagnostics);

/// The formula as the program writes it: one way for each meaning. Spaces stand around + and -, and
/// parentheses only where they are needed. Read again it is the same formula.
std::string normal_form(const Formula& formula);
std::string normal_form(const Expression& expression);

/// Words that cannot name an index, constant or line.
bool is_reserved(std::string_view name);

/// Every name that an expression mentions, with its place.
struct NameUse {
  std::string name;
  Span span;
  bool called = false;
};
void names_in(const Expression& expression, std::vector<NameUse>& found);

template <>
struct Leaf<Formula> {
  static Phrase expected();
  static std::string_view type_name() { return "formula"; }
  static bool read(Reader&, const DocumentNode&, Formula&);
};

/// A limit as written: an expression ("4%", "CPI + 1%"), or "none", which lifts one in `during`.
struct LimitValue {
  bool none = false;
  Expression value;
  std::string text;
};

template <>
struct Leaf<LimitValue> {
  static Phrase expected();
  static std::string_view type_name() { return "expression"; }
  static bool read(Reader&, const DocumentNode&, LimitValue&);
};

}  // namespace pricetalk
