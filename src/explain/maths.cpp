#include "explain/maths.hpp"

#include <vector>

namespace pricetalk {

namespace {
constexpr NodeId longest_sum = 12;  // a longer one is named, its parts stand above it
}  // namespace

std::string MathsPrinter::operand(NodeId node, Level at_least) const {
  Piece piece = write(node, false);
  return piece.level < at_least ? "(" + piece.text + ")" : piece.text;
}

std::string MathsPrinter::joined(const Node& node, const char* sign, Level level) const {
  std::string text;
  for (NodeId i = node.a; i < node.a + node.b; ++i) {
    if (i != node.a) text += sign;
    text += operand(calculation_.operands[i], level);
  }
  return text;
}

MathsPrinter::Piece MathsPrinter::choice(const Node& n) const {
  if (tape_ != nullptr && tape_->determined(n.a) && tape_->determined(n.b))
    return write(tape_->value(n.a) >= tape_->value(n.b) ? n.c : n.d, false);
  return {operand(n.c, lowest) + say(" if ", " als ", " falls ", " si ") + operand(n.a, sum_level) +
              " ≥ " + operand(n.b, sum_level) +
              say(", else ", ", anders ", ", sonst ", ", sinon ") + operand(n.d, lowest),
          lowest};
}

MathsPrinter::Piece MathsPrinter::write(NodeId node, bool top) const {
  if (!top)
    if (auto text = atom_(node)) return {*std::move(text), atom_level};
  const Node& n = calculation_.nodes[node];
  switch (n.op) {
    case Op::constant: {
      const Constant& c = calculation_.constants[n.a];
      return {constant_text(c, language_), c.value.is_negative() ? lowest : atom_level};
    }
    case Op::input:
      return {calculation_.inputs[n.a].symbol, atom_level};
    case Op::state:
      return {std::string(symbol(calculation_.slots[n.a])), atom_level};
    case Op::add:
      return {operand(n.a, sum_level) + " + " + operand(n.b, sum_level), sum_level};
    case Op::sub: {
      const Node& left = calculation_.nodes[n.a];
      const bool negation =
          left.op == Op::constant && calculation_.constants[left.a].value.is_zero();
      if (negation) return {"−" + operand(n.b, product_level), lowest};
      return {operand(n.a, sum_level) + " − " + operand(n.b, product_level), sum_level};
    }
    case Op::mul:
      return {operand(n.a, product_level) + " × " + operand(n.b, product_level), product_level};
    case Op::div:
      return {operand(n.a, product_level) + " / " + operand(n.b, atom_level), product_level};
    case Op::sum:
      if (n.b > longest_sum) {
        const std::string count = std::to_string(n.b);
        return {say("the sum of ", "de som van ", "die Summe von ", "la somme de ") + count +
                    say(" amounts", " bedragen", " Beträgen", " montants"),
                lowest};
      }
      return {joined(n, " + ", sum_level), sum_level};
    case Op::product:
      return {joined(n, " × ", product_level), product_level};
    case Op::min:
    case Op::max: {
      if (n.a == n.b) return write(n.a, false);  // a second name of the same value
      const std::string which = n.op == Op::min ? say("the smaller of ", "de kleinste van ",
                                                      "der kleinere Wert aus ", "le plus petit de ")
                                                : say("the larger of ", "de grootste van ",
                                                      "der größere Wert aus ", "le plus grand de ");
      return {which + operand(n.a, atom_level) + say(" and ", " en ", " und ", " et ") +
                  operand(n.b, atom_level),
              lowest};
    }
    case Op::round: {
      return {operand(n.a, sum_level) +
                  say(", rounded ", ", afgerond ", ", gerundet: ", ", arrondi ") +
                  rounding_text(calculation_.roundings[n.b], language_),
              lowest};
    }
    case Op::choose:
      return choice(n);
    case Op::band:
      return {calculation_.bands[n.b].name + "(" + operand(n.a, lowest) + ")", atom_level};
  }
  return {};
}

}  // namespace pricetalk
