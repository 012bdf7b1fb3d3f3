#include "pricing/hoist.hpp"

#include <algorithm>

namespace pricetalk {

namespace {

class Hoisting {
 public:
  Hoisting(const Calculation& calculation, const Tape& tape, const std::vector<bool>& shared)
      : calculation_(calculation), tape_(tape), shared_(shared) {}

  std::optional<Hoisted> run(NodeId node) && {
    const auto rounded = plain_rounding(under_names(node));
    if (!rounded) return std::nullopt;
    rounding_ = rounding_of(*rounded);
    NodeId at = calculation_.nodes[*rounded].a;
    try {
      while (const auto inner = inside(under_names(at))) at = *inner;
    } catch (const Overflow&) {
      return std::nullopt;
    }
    if (made_.instead.empty()) return std::nullopt;
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

  const Rounding& rounding_of(NodeId rounded) const {
    return calculation_.roundings[calculation_.nodes[rounded].b];
  }

  /// A rounding; or the choice between one and a turned one, should the first pass an end. Where
  /// the end lies on the grid of the rounding that never happens: every mode is monotone and keeps
  /// grid points, so what is not beyond the end is not beyond it when rounded.
  std::optional<NodeId> plain_rounding(NodeId node) {
    const Node& n = calculation_.nodes[node];
    if (n.op == Op::round) return node;
    if (n.op != Op::choose) return std::nullopt;
    const NodeId before = under_names(n.c);
    const auto rounded = plain_rounding(before);
    const Node& turned = calculation_.nodes[under_names(n.d)];
    if (!rounded || turned.op != Op::choose || under_names(turned.d) != before) return std::nullopt;
    const NodeId exact = under_names(calculation_.nodes[*rounded].a);
    const bool low = under_names(n.a) == before && under_names(turned.a) == exact;
    const bool high = under_names(n.b) == before && under_names(turned.b) == exact;
    const NodeId end = low ? n.b : n.a;
    if (low == high || end != (low ? turned.b : turned.a) || !on_grid(end, *rounded))
      return std::nullopt;
    made_.instead.emplace(node, before);
    return rounded;
  }

  bool on_grid(NodeId end, NodeId rounded) const {
    if (!is_number(end)) return false;
    const auto steps = (tape_.value(end) / Ratio(rounding_of(rounded).step)).exact_decimal();
    return steps && Ratio(round(Ratio(*steps), Rounding::decimals(0))) == Ratio(*steps);
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
