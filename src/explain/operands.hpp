#pragma once

#include "pricetalk/explain/calculation.hpp"

namespace pricetalk {

/// The nodes that a node reads; of a choice both branches.
template <class Visit>
void operands(const Calculation& calculation, const Node& node, Visit visit) {
  switch (node.op) {
    case Op::constant:
    case Op::input:
    case Op::state:
      return;
    case Op::round:
    case Op::band:
      return visit(node.a);
    case Op::sum:
    case Op::product:
      for (NodeId i = node.a; i < node.a + node.b; ++i) visit(calculation.operands[i]);
      return;
    case Op::choose:
      visit(node.a);
      visit(node.b);
      visit(node.c);
      return visit(node.d);
    case Op::add:
    case Op::sub:
    case Op::mul:
    case Op::div:
    case Op::min:
    case Op::max:
      visit(node.a);
      return visit(node.b);
  }
}

/// The branch that a choice takes. REQUIRES: what it compares is determined.
inline NodeId taken(const Node& choice, const Tape& tape) {
  return tape.value(choice.a) >= tape.value(choice.b) ? choice.c : choice.d;
}

/// The nodes whose value a node was computed from: of a choice, only the branch it took.
template <class Visit>
void operands_read(const Calculation& calculation, const Tape& tape, NodeId node, Visit visit) {
  const Node& n = calculation.nodes[node];
  if (n.op != Op::choose) return operands(calculation, n, visit);
  visit(n.a);
  visit(n.b);
  if (tape.determined(n.a) && tape.determined(n.b)) visit(taken(n, tape));
}

}  // namespace pricetalk
