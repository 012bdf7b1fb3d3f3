#include <algorithm>

#include "contract/last_step.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/lowering.hpp"

namespace pricetalk {

using Kind = Expression::Kind;

/// `P0 * x` or `x * P0`: then x is the coefficient, and the price need not be divided out again.
bool Lowering::is_price_times(const Expression& e, const Expression*& factor) const {
  const auto is_price = [](const Expression& x) { return x.kind == Kind::name && x.name == "P0"; };
  if (e.kind != Kind::mul) return false;
  if (is_price(e.operands[0]))
    factor = &e.operands[1];
  else if (is_price(e.operands[1]))
    factor = &e.operands[0];
  return factor != nullptr;
}

/// Steps 1 and 2 of the ladder: the observations that the formula asks for, and its value.
NodeId Lowering::formula() {
  const Formula& text = ladder_.formula.value;
  const Span where = ladder_.formula.where.value_or(Span{});
  const bool by_default = ladder_.formula.by_default();
  for (std::size_t i = 0; i + 1 < text.lines.size(); ++i) {
    const Formula::Line& line = text.lines[i];
    const NodeId value = builder_.named(expression(line.value), same(line.name), line.span);
    lines_[line.name] = value;
    builder_.symbol("formula " + line.name, value);
  }
  const Formula::Line& last = text.lines.back();
  const Expression* factor = nullptr;
  const bool coefficient =
      text.result == FormulaResult::price && is_price_times(last.value, factor);
  const NodeId value = expression(coefficient ? *factor : last.value);
  return builder_.named(value, Role::formula, where, by_default);
}

NodeId Lowering::expression(const Expression& e) {
  const auto operand = [&](std::size_t i) { return expression(e.operands[i]); };
  switch (e.kind) {
    case Kind::number: {
      if (!e.percent) return builder_.constant(e.number);
      const auto fraction = Percent{e.number}.as_fraction().exact_decimal();
      return builder_.constant(fraction.value_or(e.number), Form::percent);
    }
    case Kind::name:
      return name({e.name, e.span, false});
    case Kind::negate:
      return builder_.negate(operand(0));
    case Kind::add:
    case Kind::sub:
    case Kind::mul:
    case Kind::div:
      return binary(e);
    case Kind::power: {
      const std::vector<NodeId> factors(static_cast<std::size_t>(e.exponent), operand(0));
      return builder_.product(factors);
    }
    case Kind::call:
      return call(e);
    case Kind::round:
      return builder_.round(operand(0), *settled(e.rounding, 0));
  }
  return no_node;
}

/// The left operand's nodes come first: the outline shows figures in the order of the formula.
NodeId Lowering::binary(const Expression& e) {
  const NodeId left = expression(e.operands[0]);
  const NodeId right = expression(e.operands[1]);
  if (e.kind == Kind::add) return builder_.add(left, right);
  if (e.kind == Kind::sub) return builder_.sub(left, right);
  return e.kind == Kind::mul ? builder_.mul(left, right) : builder_.div(left, right);
}

NodeId Lowering::call(const Expression& e) {
  std::vector<NodeId> operands;
  for (const Expression& operand : e.operands) operands.push_back(expression(operand));
  if (e.name == "abs") return builder_.magnitude(operands[0]);
  if (e.name == "average")
    return builder_.div(builder_.sum(operands),
                        builder_.constant(Decimal(static_cast<std::int64_t>(operands.size()), 0)));
  if (e.name == "min" || e.name == "max") {
    NodeId result = operands[0];
    for (std::size_t i = 1; i < operands.size(); ++i)
      result =
          e.name == "min" ? builder_.min(result, operands[i]) : builder_.max(result, operands[i]);
    return result;
  }
  const auto table = std::find_if(clause_.tables.begin(), clause_.tables.end(),
                                  [&](const BandTable& t) { return t.name == e.name; });
  return builder_.band(operands[0], *table);
}

NodeId Lowering::constant_of(const std::string& id, const Stated<ConstantValue>& stated) {
  const auto& values = stated.value.values;
  const ConstantValue::From* chosen = nullptr;
  for (const ConstantValue::From& row : values)
    if (!row.from || *row.from <= context_.date) chosen = &row;
  if (chosen != nullptr) return builder_.constant(chosen->value.value, chosen->value.form);
  return input(
      "",
      Undetermined(Reason{.kind = Reason::Kind::not_stated,
                          .key = "constant " + id,
                          .text = {"no value of the dated constant " + id + " holds on " +
                                       date_text(context_.date, Language::en),
                                   "de gedateerde constante " + id + " heeft op " +
                                       date_text(context_.date, Language::nl) + " geen waarde"},
                          .series = {},
                          .period = {},
                          .expected = {},
                          .source = {}}),
      Form::plain, stated.where.value_or(Span{}));
}

/// Whole months, as a contract counts them: from the 15th to the 14th is one less.
NodeId Lowering::months_since_last(Span where) {
  const auto& moved = context_.last_moved;
  if (!moved)
    return builder_.named(input("", moved.why(), Form::plain, where),
                          same(std::string(months_since_last_word)), where);
  const Date since = (*moved).value_or(context_.start_reading.value_or(context_.line->from.value));
  int months = 0;
  while (since + Duration{months + 1, Unit::month} <= context_.date) ++months;
  return builder_.named(builder_.constant(Decimal(months, 0)),
                        Phrase{"whole months since " + date_text(since, Language::en),
                               "hele maanden sinds " + date_text(since, Language::nl)},
                        where);
}

NodeId Lowering::name(const NameUse& use) {
  if (use.name == "P0") return base_;
  if (use.name == months_since_last_word) return months_since_last(use.span);
  if (const auto line = lines_.find(use.name); line != lines_.end()) return line->second;
  for (const auto& [id, value] : ladder_.constants)
    if (id == use.name)
      return builder_.named(constant_of(id, value), same(id), value.where.value_or(Span{}));
  if (const IndexRead* read = clause_.find(use.name)) return observation(*read);
  return reference(*clause_.find(std::string_view(use.name).substr(0, use.name.size() - 1)));
}

}  // namespace pricetalk
