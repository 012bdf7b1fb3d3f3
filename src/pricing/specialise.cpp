#include "pricing/specialise.hpp"

#include <algorithm>
#include <utility>

#include "explain/operands.hpp"

namespace pricetalk {

namespace {

class Specialising {
 public:
  Specialising(const Calculation& calculation, const Tape& tape, const Varying& varying)
      : calculation_(calculation),
        tape_(tape),
        varying_(varying),
        shared_(shared_nodes(calculation, tape, varying)),
        made_of_(calculation.nodes.size(), no_node) {}

  std::optional<Specialised> run(NodeId output) && {
    output_ = output;
    find_leaves(output);
    // What differs stands first, so that equal shapes have equal columns.
    for (const Specialised::Read& read : result_.reads) {
      const NodeId made = builder_.input("x");
      if (read.leaf != no_node)
        made_of_[read.leaf] = made;
      else
        variables_[read.variable] = made;
    }
    const NodeId answer = node(output);
    if (refused_) return std::nullopt;
    builder_.outputs().price = answer;
    result_.calculation = std::move(builder_).finish();
    result_.shape = std::make_shared<const std::string>(shape_of(result_.calculation));
    return std::move(result_);
  }

 private:
  void find_leaves(NodeId output) {
    std::vector<bool> wanted(calculation_.nodes.size(), false);
    wanted[output] = true;
    for (NodeId id = output + 1; id-- > 0;) {
      if (!wanted[id] || shared_[id]) continue;
      const Node& n = calculation_.nodes[id];
      if (n.op == Op::input || n.op == Op::state) read(id, n);
      if (cut(id))
        add({id, 0});
      else if (const auto other = instead(id))
        wanted[*other] = true;
      else if (const auto branch = decided(n))
        wanted[*branch] = true;
      else
        operands(calculation_, n, [&](NodeId operand) { wanted[operand] = true; });
    }
  }

  void read(NodeId id, const Node& n) {
    const LinearSum* sum = sum_of(n);
    if (sum == nullptr) return add({id, 0});
    for (const LinearSum::Term& term : sum->terms) add({no_node, term.variable});
  }

  void add(const Specialised::Read& read) {
    std::vector<Specialised::Read>& all = result_.reads;
    if (std::find(all.begin(), all.end(), read) == all.end()) all.push_back(read);
  }

  bool cut(NodeId id) const { return id != output_ && !varying_.cuts.empty() && varying_.cuts[id]; }

  std::optional<NodeId> instead(NodeId id) const {
    const auto found = varying_.instead.find(id);
    return found == varying_.instead.end() ? std::nullopt : std::optional(found->second);
  }

  const LinearSum* sum_of(const Node& n) const {
    if (n.op != Op::input) return nullptr;
    const auto found = varying_.sums.find(n.a);
    return found == varying_.sums.end() ? nullptr : &found->second;
  }

  NodeId known(const Decimal& number) {
    result_.known.push_back(number);
    return builder_.input("k");
  }

  NodeId sum(const LinearSum& sum) {
    std::vector<NodeId> terms;
    for (const LinearSum::Term& term : sum.terms) {
      NodeId one = variables_.at(term.variable);
      if (term.times != Decimal(1, 0)) one = builder_.mul(one, known(term.times));
      if (term.over != Decimal(1, 0)) one = builder_.div(one, known(term.over));
      terms.push_back(one);
    }
    return terms.empty()       ? known(Decimal(0, 0))
           : terms.size() == 1 ? terms[0]
                               : builder_.sum(terms);
  }

  /// The branch of a choice that is the same for all lines.
  std::optional<NodeId> decided(const Node& n) const {
    if (n.op != Op::choose || !shared_[n.a] || !shared_[n.b]) return std::nullopt;
    if (!tape_.determined(n.a) || !tape_.determined(n.b)) return std::nullopt;
    return taken(n, tape_);
  }

  NodeId node(NodeId id) {
    if (made_of_[id] == no_node) made_of_[id] = made(id);
    return made_of_[id];
  }

  NodeId made(NodeId id) {
    const Node& n = calculation_.nodes[id];
    if (shared_[id]) {
      if (!tape_.determined(id)) return refuse();
      if (const auto number = tape_.value(id).exact_decimal()) return known(*number);
    }
    if (const LinearSum* made = sum_of(n)) return sum(*made);
    if (const auto other = instead(id)) return node(*other);
    if (const auto branch = decided(n)) return node(*branch);
    return operation(n);
  }

  NodeId operation(const Node& n) {
    switch (n.op) {
      case Op::constant:
      case Op::input:
      case Op::state:
        return refuse();  // shared, and no decimal: a fraction that came from outside
      case Op::add:
        return builder_.add(node(n.a), node(n.b));
      case Op::sub:
        return builder_.sub(node(n.a), node(n.b));
      case Op::mul:
        return builder_.mul(node(n.a), node(n.b));
      case Op::div:
        return builder_.div(node(n.a), node(n.b));
      case Op::min:
        return n.a == n.b ? node(n.a) : builder_.min(node(n.a), node(n.b));
      case Op::max:
        return n.a == n.b ? node(n.a) : builder_.max(node(n.a), node(n.b));
      case Op::sum:
      case Op::product: {
        std::vector<NodeId> all;
        for (NodeId i = n.a; i < n.a + n.b; ++i) all.push_back(node(calculation_.operands[i]));
        return n.op == Op::sum ? builder_.sum(all) : builder_.product(all);
      }
      case Op::round:
        return builder_.round(node(n.a), calculation_.roundings[n.b]);
      case Op::choose:
        return choice(n);
      case Op::band:
        return builder_.band(node(n.a), calculation_.bands[n.b]);
    }
    return refuse();
  }

  /// A choice of two names for one value is that value: a rounding that says beside which limit it
  /// came out.
  NodeId choice(const Node& n) {
    if (!tape_.determined(n.a) || !tape_.determined(n.b)) return refuse();
    const NodeId c = node(n.c);
    const NodeId d = node(n.d);
    if (c == d) return c;
    const NodeId a = node(n.a);
    return builder_.choose(a, node(n.b), c, d);
  }

  NodeId refuse() {
    refused_ = true;
    return builder_.zero();
  }

  static std::string shape_of(const Calculation& c) {
    std::string text;
    const auto put = [&](std::uint64_t value) { text += std::to_string(value) + ','; };
    for (const Node& n : c.nodes) {
      put(static_cast<std::uint64_t>(n.op));
      for (const NodeId operand : {n.a, n.b, n.c, n.d}) put(operand);
    }
    for (const NodeId operand : c.operands) put(operand);
    for (const Constant& constant : c.constants) text += constant.value.text() + ';';
    for (const Rounding& rounding : c.roundings)
      text += std::string(word(rounding.mode)) + rounding.step.text() + ';';
    for (const BandTable& table : c.bands) {
      put(static_cast<std::uint64_t>(table.between));
      for (const BandTable::Band& band : table.bands) {
        text += band.from ? band.from->text() : "-";
        text += band.over ? ">" : " ";
        text += (band.up_to ? band.up_to->text() : "-") + " " + band.gives.text() + ';';
      }
    }
    put(c.outputs.price);
    return text;
  }

  const Calculation& calculation_;
  const Tape& tape_;
  const Varying& varying_;
  std::vector<bool> shared_;
  std::vector<NodeId> made_of_;
  std::map<std::size_t, NodeId> variables_;
  CalculationBuilder builder_;
  Specialised result_;
  NodeId output_ = no_node;
  bool refused_ = false;
};

}  // namespace

std::vector<bool> shared_nodes(const Calculation& calculation, const Tape& tape,
                               const Varying& varying) {
  std::vector<bool> shared(calculation.nodes.size(), true);
  for (NodeId id = 0; id < calculation.nodes.size(); ++id) {
    const Node& n = calculation.nodes[id];
    if (n.op == Op::input) shared[id] = !varying.inputs[n.a];
    if (n.op == Op::state) shared[id] = !varying.slots[n.a];
    if (n.op == Op::choose && shared[n.a] && shared[n.b] && tape.determined(n.a) &&
        tape.determined(n.b)) {
      shared[id] = shared[taken(n, tape)];
      continue;
    }
    operands(calculation, n, [&](NodeId operand) { shared[id] = shared[id] && shared[operand]; });
  }
  return shared;
}

std::optional<Specialised> specialise(const Calculation& calculation, const Tape& tape,
                                      const Varying& varying, NodeId output) {
  return Specialising(calculation, tape, varying).run(output);
}

}  // namespace pricetalk
