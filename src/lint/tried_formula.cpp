#include <algorithm>

#include "contract/formula.hpp"
#include "lint/tried.hpp"

/// What the formula of a step says by itself, before any figure is tried.
namespace pricetalk {

namespace {

std::set<std::string> plain_names(const Expression& expression) {
  std::vector<NameUse> uses;
  names_in(expression, uses);
  std::set<std::string> names;
  for (const NameUse& use : uses) names.insert(use.name);
  return names;
}

}  // namespace

/// The names that the result is computed from: a line that nobody uses says nothing of the price.
void Tried::read_formula() {
  const auto& lines = entry_.clause->ladder_on(entry_.date).formula.value.lines;
  for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
    if (line != lines.rbegin() && !in_formula(line->name)) continue;
    read_signs(line->value);
    holds_a_number_ = holds_a_number_ || has_numbers(line->value);
    std::vector<NameUse> names;
    names_in(line->value, names);
    for (const NameUse& use : names) {
      formula_names_.insert(use.name);
      asks_a_table_ = asks_a_table_ ||
                      std::any_of(entry_.clause->tables.begin(), entry_.clause->tables.end(),
                                  [&](const BandTable& table) { return table.name == use.name; });
    }
  }
}

bool Tried::has_numbers(const Expression& expression) const {
  const auto& constants = entry_.clause->ladder_on(entry_.date).constants;
  return expression.kind == Expression::Kind::number ||
         (expression.kind == Expression::Kind::name &&
          std::any_of(constants.begin(), constants.end(),
                      [&](const auto& each) { return each.first == expression.name; })) ||
         std::any_of(expression.operands.begin(), expression.operands.end(),
                     [&](const Expression& operand) { return has_numbers(operand); });
}

void Tried::read_signs(const Expression& expression) {
  using Kind = Expression::Kind;
  if (expression.kind == Kind::sub || expression.kind == Kind::negate) {
    const std::set<std::string> kept = expression.kind == Kind::sub
                                           ? plain_names(expression.operands[0])
                                           : std::set<std::string>{};
    for (const std::string& name : plain_names(expression.operands.back()))
      if (entry_.clause->find(name) != nullptr && kept.count(name + "0") == 0)
        subtracted_.insert(name);
  }
  if (expression.kind == Kind::div) read_division(expression);
  for (const Expression& operand : expression.operands) read_signs(operand);
}

/// What stands below the line, and whose figure stands above it.
void Tried::read_division(const Expression& quotient) {
  using Kind = Expression::Kind;
  const Expression& below = named(quotient.operands[1]);
  if (below.kind != Kind::name) return;
  const Expression& above = named(quotient.operands[0]);
  if (entry_.clause->find(below.name) != nullptr &&
      has_factor(above, below.name + " - " + below.name + "0"))
    by_new_.insert(below.name);
  const std::string own = below.name.substr(0, below.name.size() - 1);
  if (!below.name.ends_with('0') || entry_.clause->find(own) == nullptr) return;
  const std::set<std::string> names = plain_names(above);
  const auto another = std::find_if(names.begin(), names.end(), [&](const std::string& name) {
    return name != own && entry_.clause->find(name) != nullptr && names.count(name + "0") == 0;
  });
  if (crossing_.empty() && another != names.end() && names.count(own) == 0)
    crossing_ = *another + "/" + below.name;
}

/// Whether a product has that factor, or is it.
bool Tried::has_factor(const Expression& product, const std::string& factor) const {
  const Expression& made = named(product);
  if (made.kind == Expression::Kind::mul)
    return has_factor(made.operands[0], factor) || has_factor(made.operands[1], factor);
  return normal_form(made) == factor;
}

/// What a line of the formula is, where an expression is only its name.
const Expression& Tried::named(const Expression& expression) const {
  if (expression.kind != Expression::Kind::name) return expression;
  for (const Formula::Line& line : entry_.clause->ladder_on(entry_.date).formula.value.lines)
    if (line.name == expression.name) return line.value;
  return expression;
}

}  // namespace pricetalk
