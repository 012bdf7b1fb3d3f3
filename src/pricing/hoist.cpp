#include "pricing/hoist.hpp"

#include <algorithm>

namespace pricetalk {

namespace {

class Hoisting {
 public:
  Hoisting(const Calculation& calculation, const Tape& tape, const std::vector<bool>& shared)
      : calculation_(calculation), tape_(tape), shared_(shared) {}

  std::optional<Hoisted> run(NodeId node) && {
    const Node& rounded = calculation_.nodes[under_names(node)];
    if (rounded.op != Op::round) return std::nullopt;
    rounding_ = calculation_.roundings[rounded.b];
    NodeId at = rounded.a;
    try {
      while (const auto inner = inside(under_names(at))) at = *inner;
    } catch (const Overflow&) {
      return std::nullopt;
    }
    if (made_.limits.empty()) return std::nullopt;
    std::reverse(made_.limits.begin(), made_.limits.end());
    return std::move(made_);
  }

 private:
  /// A node under its further names: each is the larger of itself and itself.
  NodeId under_names(NodeId node) const {
    const Node* n = &calculation_.nodes[node];
    while ((n->op == Op::max || n->op == Op::min) && n->a == n->b) {
      node = n->a;
      n = &calculation_.nodes[node];
    }
    return node;
  }

  bool is_number(NodeId node) const { return shared_[node] && tape_.determined(node); }

  /// The operand that is no number, where the step to it keeps the order of what is rounded.
  std::optional<NodeId> inside(NodeId node) {
    const Node& n = calculation_.nodes[node];
    if (shared_[node]) return std::nullopt;
    const bool limit = n.op == Op::min || n.op == Op::max;
    if (n.op == Op::sub) {
      if (!is_number(n.b)) return std::nullopt;
      added_ = added_ - tape_.value(n.b);
      return n.a;
    }
    if (n.op != Op::add && !limit) return std::nullopt;
    if (is_number(n.a) == is_number(n.b)) return std::nullopt;
    const NodeId number = is_number(n.a) ? n.a : n.b;
    const NodeId other = number == n.a ? n.b : n.a;
    if (limit) {
      made_.limits.push_back({n.op == Op::min, round(tape_.value(number) + added_, rounding_)});
      made_.instead.emplace(node, other);
    } else {
      added_ = added_ + tape_.value(number);
    }
    return other;
  }

  const Calculation& calculation_;
  const Tape& tape_;
  const std::vector<bool>& shared_;
  Rounding rounding_;
  Ratio added_{0};
  Hoisted made_;
};

}  // namespace

std::optional<Hoisted> hoist(const Calculation& calculation, const Tape& tape,
                             const std::vector<bool>& shared, NodeId node) {
  return Hoisting(calculation, tape, shared).run(node);
}

}  // namespace pricetalk
