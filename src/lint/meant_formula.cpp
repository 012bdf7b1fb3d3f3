#include "lint/meant_formula.hpp"

#include <algorithm>

#include "contract/formula.hpp"
#include "contract/value_kind.hpp"

namespace pricetalk {

namespace {

Expression one() {
  Expression made;
  made.number = Decimal(1, 0);
  return made;
}

Expression joined(Expression::Kind kind, Expression left, Expression right) {
  Expression made;
  made.kind = kind;
  made.operands = {std::move(left), std::move(right)};
  return made;
}

Expression price() {
  Expression made;
  made.kind = Expression::Kind::name;
  made.name = "P0";
  return made;
}

bool is_price(const Expression& e) { return e.kind == Expression::Kind::name && e.name == "P0"; }

/// A product less its factor P0; nothing where it has none.
std::optional<Expression> without_price(const Expression& term) {
  if (is_price(term)) return one();
  if (term.kind != Expression::Kind::mul && term.kind != Expression::Kind::div) return std::nullopt;
  const Expression& left = term.operands[0];
  const Expression& right = term.operands[1];
  if (term.kind == Expression::Kind::mul && is_price(left)) return right;
  if (term.kind == Expression::Kind::mul && is_price(right)) return left;
  auto rest = without_price(left);
  if (!rest) return std::nullopt;
  return joined(term.kind, std::move(*rest), right);
}

/// The terms of a sum, each of P0 less that factor, and how many there were of each.
struct Terms {
  Expression sum;
  int of_price = 0;
  int others = 0;
};
Terms terms_of(const Expression& e) {
  if (e.kind == Expression::Kind::add) {
    Terms left = terms_of(e.operands[0]);
    Terms right = terms_of(e.operands[1]);
    return {joined(e.kind, std::move(left.sum), std::move(right.sum)),
            left.of_price + right.of_price, left.others + right.others};
  }
  if (auto rest = without_price(e)) return {std::move(*rest), 1, 0};
  return {e, 0, 1};
}

bool is_one(const Expression& e) {
  return e.kind == Expression::Kind::number && !e.percent && e.number == Decimal(1, 0);
}

/// What a mended expression comes to as a change: `1 + x` and `x - 1` are x.
Expression without_one(const Expression& e) {
  if (e.kind == Expression::Kind::add && is_one(e.operands[0])) return e.operands[1];
  if (e.kind == Expression::Kind::add && is_one(e.operands[1])) return e.operands[0];
  if (e.kind == Expression::Kind::sub && is_one(e.operands[1])) return e.operands[0];
  return e;
}

/// Compares a ratio of figures with a percentage that can only be of a change.
class LimitMender {
 public:
  LimitMender(const Ladder& ladder, const Clause& clause) : ladder_(ladder), clause_(clause) {}

  bool mended() const { return mended_; }

  Expression mend(Expression e) {
    for (Expression& operand : e.operands) operand = mend(std::move(operand));
    const bool choice = e.kind == Expression::Kind::call && (e.name == "min" || e.name == "max");
    if (!choice || std::none_of(e.operands.begin(), e.operands.end(), is_small_percentage))
      return e;
    for (Expression& operand : e.operands)
      if (kind_of_value(operand, ladder_, clause_) == ValueKind::ratio) {
        operand = joined(Expression::Kind::sub, std::move(operand), one());
        mended_ = true;
      }
    return e;
  }

 private:
  static bool is_small_percentage(const Expression& e) {
    const Expression& number = e.kind == Expression::Kind::negate ? e.operands[0] : e;
    return number.kind == Expression::Kind::number && number.percent &&
           number.number < Decimal(50, 0);
  }

  const Ladder& ladder_;
  const Clause& clause_;
  bool mended_ = false;
};

}  // namespace

std::optional<std::string> without_the_one(const Ladder& ladder) {
  const Formula& formula = ladder.formula.value;
  if (formula.result != FormulaResult::change || formula.lines.size() != 1) return std::nullopt;
  const Expression& whole = formula.lines.back().value;
  const bool less_one = whole.kind == Expression::Kind::sub && is_one(whole.operands[1]);
  return less_one ? std::optional(normal_form(whole.operands[0])) : std::nullopt;
}

std::optional<std::string> with_brackets(const Ladder& ladder, const Clause& clause) {
  const Formula& formula = ladder.formula.value;
  if (formula.result != FormulaResult::price || formula.lines.size() != 1) return std::nullopt;
  const Terms terms = terms_of(formula.lines.back().value);
  if (terms.of_price == 0 || terms.others == 0 ||
      kind_of_value(terms.sum, ladder, clause) != ValueKind::ratio)
    return std::nullopt;
  return "P = " + normal_form(joined(Expression::Kind::mul, price(), terms.sum));
}

std::optional<std::string> with_change_beside_limit(const Ladder& ladder, const Clause& clause) {
  const Formula& formula = ladder.formula.value;
  if (formula.lines.size() != 1) return std::nullopt;
  LimitMender mender(ladder, clause);
  const Expression& whole = formula.lines.back().value;
  const bool of_price = formula.result == FormulaResult::price;
  const auto change = of_price ? without_price(whole) : std::optional(whole);
  if (!change) return std::nullopt;
  const Expression mended = without_one(mender.mend(*change));
  const bool is_limit = mended.kind == Expression::Kind::call;
  if (!mender.mended() || !is_limit) return std::nullopt;
  if (formula.result == FormulaResult::change) return "change = " + normal_form(mended);
  const Expression factor = joined(Expression::Kind::add, one(), mended);
  if (!of_price) return normal_form(factor);
  return "P = " + normal_form(joined(Expression::Kind::mul, price(), factor));
}

}  // namespace pricetalk
