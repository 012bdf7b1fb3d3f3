#include "contract/formula.hpp"
#include "document/leaf.hpp"

namespace pricetalk {

namespace {

/// How tightly a node holds together; a looser operand stands in parentheses.
int tightness(const Expression& e) {
  switch (e.kind) {
    case Expression::Kind::add:
    case Expression::Kind::sub:
      return 1;
    case Expression::Kind::mul:
    case Expression::Kind::div:
      return 2;
    case Expression::Kind::negate:
      return 3;
    case Expression::Kind::power:
      return 4;
    case Expression::Kind::number:
    case Expression::Kind::name:
    case Expression::Kind::call:
    case Expression::Kind::round:
      return 5;
  }
  return 5;
}

std::string operand(const Expression& e, int at_least) {
  const std::string text = normal_form(e);
  return tightness(e) < at_least ? "(" + text + ")" : text;
}

/// The left operand may be as loose as the operation, the right one has to be tighter: a - (b - c).
std::string binary(const Expression& e, const char* sign) {
  const int own = tightness(e);
  return operand(e.operands[0], own) + sign + operand(e.operands[1], own + 1);
}

std::string precision(const RoundingRule& rule) {
  std::string text;
  switch (rule.kind) {
    case RoundingRule::Kind::decimals:
      text = std::to_string(rule.decimals) + " decimals";
      break;
    case RoundingRule::Kind::percent_step:
      text = Decimal(rule.step.mantissa(), rule.step.scale() - 2).text() + "%";
      break;
    case RoundingRule::Kind::step:
    case RoundingRule::Kind::none:
    case RoundingRule::Kind::as_written:
      text = rule.step.text();
      break;
  }
  if (rule.mode == RoundingMode::half_up) return text;
  for (const auto& [word, mode] : Dictionary<RoundingMode>::words)
    if (mode == rule.mode) text += ", " + std::string(word);
  return text;
}

std::string call(const Expression& e) {
  std::string text = e.name + "(";
  for (std::size_t i = 0; i < e.operands.size(); ++i)
    text += (i == 0 ? "" : ", ") + normal_form(e.operands[i]);
  return text + ")";
}

}  // namespace

std::string normal_form(const Expression& e) {
  switch (e.kind) {
    case Expression::Kind::number:
      return e.number.text() + (e.percent ? "%" : "");
    case Expression::Kind::name:
      return e.name;
    case Expression::Kind::negate:
      return "-" + operand(e.operands[0], 3);
    case Expression::Kind::add:
      return binary(e, " + ");
    case Expression::Kind::sub:
      return binary(e, " - ");
    case Expression::Kind::mul:
      return binary(e, "*");
    case Expression::Kind::div:
      return binary(e, "/");
    case Expression::Kind::power:
      return operand(e.operands[0], 5) + "^" + std::to_string(e.exponent);
    case Expression::Kind::call:
      return call(e);
    case Expression::Kind::round:
      return "round(" + normal_form(e.operands[0]) + ", " + precision(e.rounding) + ")";
  }
  return {};
}

namespace {

std::string joined(const Formula& formula, const char* between) {
  std::string text;
  for (const Formula::Line& line : formula.lines)
    text += (text.empty() ? "" : between) + (line.name.empty() ? "" : line.name + " = ") +
            normal_form(line.value);
  return text;
}

}  // namespace

std::string normal_form(const Formula& formula) { return joined(formula, "; "); }
std::string normal_lines(const Formula& formula) { return joined(formula, "\n"); }

}  // namespace pricetalk
