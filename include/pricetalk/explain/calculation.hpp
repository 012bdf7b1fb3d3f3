#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pricetalk/diagnostic/language.hpp"
#include "pricetalk/diagnostic/source_text.hpp"
#include "pricetalk/explain/outcome.hpp"
#include "pricetalk/number/decimal.hpp"
#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

/// What a named step of a calculation is. Words come from one table per language, never from the
/// engine. A node without a role is plumbing and is shown inside the next named step.
enum class Role : std::uint8_t {
  none,
  label,  ///< named by a label of the calculation: worksheets, lines of a formula
  // what is read
  observation,
  reference,
  link_coefficient,
  converted,
  average,
  interpolated,
  constant,
  price_before,
  price_before_exact,
  original_price,
  quantity,
  // the ladder
  formula,
  change,
  change_rounded,
  change_since,
  threshold,
  threshold_excess,
  passed_on,
  carried_in,
  with_carry,
  lost_factor,
  step_wanted,
  cap,
  floor,
  after_floor,
  after_cap,
  given_up,
  decided,
  step,
  carried_out,
  room_out,
  coefficient_exact,
  coefficient,
  increase,
  price_exact,
  limited_price,
  new_price,
  // beside the ladder
  surcharge,
  charged,
  discount,
  net_price,
  line_amount,
  total,
};

/// "coefficient", "coëfficiënt"; for observation and reference the symbol stands in front.
const Phrase& words(Role role);

using NodeId = std::uint32_t;
inline constexpr NodeId no_node = UINT32_MAX;

/// Operands are earlier nodes, but for the leaves and `round` (second operand: a row of a table of
/// the calculation), `sum` and `product` (a range of `operands`) and `band`.
enum class Op : std::uint8_t {
  constant,  ///< constants[a]
  input,     ///< inputs[a]
  state,     ///< slots[a]
  add,
  sub,
  mul,
  div,
  sum,      ///< of operands[a .. a+b)
  product,  ///< of operands[a .. a+b)
  min,
  max,
  round,   ///< node a by roundings[b]
  choose,  ///< a >= b ? c : d; reads only the branch it takes
  band,    ///< the result of the band of bands[b] that holds node a; undetermined in a gap
};

struct Node {
  Op op = Op::constant;
  NodeId a = 0;
  NodeId b = 0;
  NodeId c = 0;
  NodeId d = 0;
  friend bool operator==(const Node&, const Node&) = default;
};

/// What a node is called, and the words of the contract that asked for it.
struct Note {
  Role role = Role::none;
  std::uint32_t label = 0;  ///< index into labels, for Role::label
  Span where;               ///< of the clause; empty source: nothing in the file says so
  bool by_default = false;  ///< the default says so, not the contract
};

/// How a number is meant to be read by a person.
enum class Form : std::uint8_t { plain, percent, money };

struct Constant {
  Decimal value;
  Form form = Form::plain;
};

/// One thing that is read from outside: an observation, a contract price, a quantity.
struct Input {
  std::string symbol;  ///< as in the formula: "L", "L0"
  Form form = Form::plain;
};

/// What a clause remembers between two adjustments (CONTRACT-FORMAT section 4).
enum class Slot : std::uint8_t { price, exact, original, m_last, carry, room, lost, year_ago };
std::string_view symbol(Slot slot);

/// When the fold writes a slot.
enum class Remember : std::uint8_t {
  always,     ///< whatever happened, unless the threshold held the step back
  when_moved  ///< only when the step (or a decision without catch-up) is remembered
};

struct Next {
  Slot slot = Slot::price;
  NodeId node = no_node;
  Remember when = Remember::always;
};

/// A table with bands: value in [from, up_to] (from: exclusive when `over`) gives `gives`.
struct BandTable {
  struct Band {
    std::optional<Decimal> from;
    bool over = false;  ///< from is exclusive
    std::optional<Decimal> up_to;
    Decimal gives;
  };
  enum class Between : std::uint8_t { undetermined, next, previous };
  std::string name;
  std::vector<Band> bands;
  Between between = Between::undetermined;
};

/// Named results that readers ask for. Every lowering fills those that it has.
struct Outputs {
  NodeId change = no_node;          ///< the measured change, rounded by rounding.change
  NodeId change_exact = no_node;    ///< before that rounding
  NodeId passed = no_node;          ///< after pass-through
  NodeId step_wanted = no_node;     ///< step before limits
  NodeId price_wanted = no_node;    ///< price before limits
  NodeId price_measured = no_node;  ///< price before pass-through
  NodeId step = no_node;            ///< what the price really moves by
  NodeId moved = no_node;     ///< the same by the coefficient, after its rounding; what people read
  NodeId given_up = no_node;  ///< by a decision
  NodeId coefficient = no_node;
  NodeId increase = no_node;
  NodeId exact = no_node;  ///< price before its last rounding
  NodeId price = no_node;
  NodeId formula = no_node;          ///< value of the last line
  NodeId threshold_limit = no_node;  ///< limit, in the unit of what is tested
  NodeId threshold_tested = no_node;
  NodeId passes = no_node;  ///< 1 when the threshold lets the step through; no_node: no threshold
  NodeId surcharge = no_node;
  /// Of a line with parts: all parts added, in the contract's currency. `price` and the other
  /// results are then those of the part that moves; `moved` is the line's.
  NodeId line_price = no_node;

  /// What the line costs per unit.
  NodeId whole_price() const { return line_price != no_node ? line_price : price; }
};

/// A straight-line program: what a clause computes on one date. Immutable once built; shared by
/// all lines and dates of one shape. Nothing computes a price in a second way: the integer reading,
/// the derivation and the audit's what-ifs are other readers of this.
struct Calculation {
  std::vector<Node> nodes;
  std::vector<Note> notes;  ///< one per node
  std::vector<Constant> constants;
  std::vector<Input> inputs;
  std::vector<Slot> slots;
  std::vector<Rounding> roundings;
  std::vector<BandTable> bands;
  std::vector<NodeId> operands;
  std::vector<Phrase> labels;
  std::vector<Next> next;
  Outputs outputs;
  /// Figures that a contract can ask for by name: observations, references, links, formula lines.
  std::vector<std::pair<std::string, NodeId>> symbols;

  NodeId find(std::string_view symbol) const;
};

/// The value of every node. Undetermined nodes have reasons instead.
class Tape {
 public:
  Outcome<Ratio> at(NodeId node) const;
  bool determined(NodeId node) const { return why_.empty() || why_[node] == 0; }
  /// REQUIRES: determined(node).
  const Ratio& value(NodeId node) const { return values_[node]; }
  std::size_t size() const { return values_.size(); }

 private:
  friend class Evaluator;
  std::vector<Ratio> values_;
  std::vector<std::uint32_t> why_;  // empty: all determined; else 0 or 1 + index into reasons_
  std::vector<Undetermined> reasons_;
};

/// Runs a calculation exactly. The only place that turns a zero divisor, an overflow or a gap
/// between bands into an undetermined result. What reads an undetermined value becomes
/// undetermined, with the root reasons; what does not read it does not. REQUIRES: as many inputs
/// and slots as the calculation has.
Tape evaluate(const Calculation& calculation, std::span<const Outcome<Ratio>> inputs,
              std::span<const Outcome<Ratio>> slots);

/// Appends nodes to a calculation. Constants and roundings are shared when equal.
class CalculationBuilder {
 public:
  NodeId constant(const Decimal& value, Form form = Form::plain);
  NodeId input(std::string symbol, Form form = Form::plain);
  NodeId slot(Slot slot);
  NodeId add(NodeId a, NodeId b) { return push({Op::add, a, b}); }
  NodeId sub(NodeId a, NodeId b) { return push({Op::sub, a, b}); }
  NodeId mul(NodeId a, NodeId b) { return push({Op::mul, a, b}); }
  NodeId div(NodeId a, NodeId b) { return push({Op::div, a, b}); }
  NodeId min(NodeId a, NodeId b) { return push({Op::min, a, b}); }
  NodeId max(NodeId a, NodeId b) { return push({Op::max, a, b}); }
  NodeId sum(std::span<const NodeId> operands) { return range(Op::sum, operands); }
  NodeId product(std::span<const NodeId> operands) { return range(Op::product, operands); }
  NodeId negate(NodeId a) { return sub(zero(), a); }
  NodeId magnitude(NodeId a) { return max(a, negate(a)); }
  NodeId round(NodeId a, const Rounding& rounding);
  /// a >= b ? c : d
  NodeId choose(NodeId a, NodeId b, NodeId c, NodeId d) { return push({Op::choose, a, b, c, d}); }
  NodeId band(NodeId a, BandTable table);
  NodeId zero() { return constant(Decimal(0, 0)); }
  NodeId one() { return constant(Decimal(1, 0)); }

  /// Names a node. A node that has a name already gets a copy (max of itself), so that two names
  /// never fight; returns the named node.
  NodeId named(NodeId node, Role role, Span where = {}, bool by_default = false);
  NodeId named(NodeId node, Phrase label, Span where = {}, bool by_default = false);
  void remember(Slot slot, NodeId node, Remember when) { made_.next.push_back({slot, node, when}); }
  Outputs& outputs() { return made_.outputs; }
  void symbol(std::string name, NodeId node) { made_.symbols.emplace_back(std::move(name), node); }
  std::size_t input_count() const { return made_.inputs.size(); }
  const Calculation& so_far() const { return made_; }

  Calculation finish() && { return std::move(made_); }

 private:
  NodeId push(Node node);
  NodeId range(Op op, std::span<const NodeId> operands);
  NodeId renamed(NodeId node);
  Calculation made_;
};

}  // namespace pricetalk
